export const HOST = {
  name: 'Maya Lindqvist',
  email: 'maya@lindqvist.example',
  handle: 'maya',
  timeZone: 'Europe/Berlin',
} as const;

export interface Visit {
  readonly name: string;
  readonly timeZone: string;
  readonly eventType: 'intro' | 'review' | 'coffee';
  /** So many working days from now, at an hour of the host's. */
  readonly inDays: number;
  readonly at: string;
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** Who comes when; the first is the booking that is shown by itself. */
export const VISITS: readonly Visit[] = [
  {
    name: 'Tomás Rivera',
    timeZone: 'America/Mexico_City',
    eventType: 'intro',
    inDays: 3,
    at: '15:30',
    answers: { topic: 'A new site for our bakery; we have photos and half a plan.', team: 'Just me' },
  },
  { name: 'Grace Okafor', timeZone: 'Africa/Lagos', eventType: 'coffee', inDays: 2, at: '10:00' },
  { name: 'Hana Sato', timeZone: 'Asia/Tokyo', eventType: 'intro', inDays: 4, at: '09:30' },
  { name: 'Liam Byrne', timeZone: 'Europe/Dublin', eventType: 'review', inDays: 4, at: '14:00' },
  { name: 'Noor Haddad', timeZone: 'Asia/Dubai', eventType: 'coffee', inDays: 6, at: '11:00' },
];

/** Who asks for a time that the host has to confirm; it stays open. */
export const REQUEST: Visit = {
  name: 'Ida Holm',
  timeZone: 'Europe/Copenhagen',
  eventType: 'review',
  inDays: 7,
  at: '10:00',
};

/** Who books while the camera watches. */
export const GUEST = { name: 'Ana Duarte', email: 'ana.duarte@example.org' } as const;

/** The name that the host gave to the calendar of other appointments. */
export const CALENDAR = 'Family';
