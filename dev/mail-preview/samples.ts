import {
  type AccountMail,
  BOOKING_MAIL_KINDS,
  type BookingMail,
  type BookingMailKind,
  type CalendarMail,
  type ConnectionMail,
  type MailContext,
  type MailedBooking,
  type Reader,
  type WebhookMail,
} from '#mail/message.ts';

export const context: MailContext = {
  now: Date.parse('2026-11-30T09:00:00Z'),
  from: 'bookings@insytical.com',
  supportEmail: 'info@insytical.com',
  publicUrl: 'https://app.insytical.com',
};

const id = '0198b1f2-4c1e-7a30-9b1d-2f6f0c9d1a01';

export const sampleBooking: MailedBooking = {
  id,
  uid: `${id}@insytical.com`,
  sequence: 1,
  status: 'confirmed',
  startsAt: Date.parse('2026-12-01T09:00:00Z'),
  endsAt: Date.parse('2026-12-01T09:30:00Z'),
  previousStartsAt: null,
  proposedStartsAt: null,
  isAgreed: false,
  title: 'Intro call',
  hostName: 'Dana Demo',
  hostEmail: 'dana@example.com',
  hostContact: 'dana@example.com',
  hostLine: '',
  guestName: 'Gus Guest',
  guestEmail: 'gus@example.com',
  furtherGuests: [],
  guestPhone: null,
  readerTimeZone: 'Europe/Berlin',
  readerLocale: 'en-GB',
  readerHourCycle: 'h23',
  writtenAt: context.now,
  answers: [{ label: 'What would you like to talk about?', value: 'Our move to a new scheduler,\nand what it costs.' }],
  by: null,
  reason: null,
  reasonBy: null,
  bookedBy: 'guest',
  location: { kind: 'zoom', label: 'Zoom', value: null, byProvider: true },
  joinUrl: 'https://zoom.us/j/98765432101?pwd=abcDEF123',
  isLinkPasted: false,
  conferenceStatus: 'ready',
  conferenceProblem: null,
  providerChange: null,
  requiresConfirmation: false,
  holdEndsAt: null,
  changeableUntil: Date.parse('2026-12-01T09:00:00Z'),
};

const NOT_CONNECTED = { code: 'not_connected' };

const over = { joinUrl: null, conferenceStatus: 'none' } as const;
const waiting = {
  status: 'pending',
  requiresConfirmation: true,
  holdEndsAt: Date.parse('2026-11-30T18:00:00Z'),
  joinUrl: null,
  conferenceStatus: 'none',
} as const;

const proposal = { requiresConfirmation: true, proposedStartsAt: Date.parse('2026-12-02T14:00:00Z') } as const;

const CHANGES: Record<BookingMailKind, Partial<MailedBooking>> = {
  confirmed: {},
  pending: waiting,
  declined: {
    ...over,
    status: 'declined',
    by: 'host',
    reasonBy: 'host',
    reason: 'I am travelling that week. The week after is fine.',
  },
  expired: { ...over, status: 'expired', by: 'system' },
  rescheduled: { by: 'guest', previousStartsAt: Date.parse('2026-11-30T13:00:00Z'), sequence: 2 },
  cancelled: {
    ...over,
    status: 'cancelled',
    by: 'guest',
    reasonBy: 'guest',
    reason: 'Something came up, sorry!',
    sequence: 2,
  },
  reminder: {},
  link_ready: { sequence: 2 },
  link_missing: {
    joinUrl: null,
    conferenceStatus: 'unavailable',
    conferenceProblem: NOT_CONNECTED,
  },
  changed_at_provider: {
    providerChange: {
      kind: 'moved',
      startsAt: Date.parse('2026-12-02T14:00:00Z'),
      endsAt: Date.parse('2026-12-02T14:30:00Z'),
      bySettings: true,
    },
  },
  proposed: { ...proposal, holdEndsAt: Date.parse('2026-11-30T18:00:00Z') },
  proposal_declined: { ...proposal, by: 'host', reasonBy: 'host', reason: 'I am travelling that afternoon.' },
  proposal_expired: proposal,
  proposal_withdrawn: proposal,
  reschedule_asked: { reasonBy: 'host', reason: 'I have a dentist’s appointment.' },
  follow_up: { ...over, status: 'completed' },
};

/** A mail of each kind to each reader; `changes` are laid over its booking. */
export function sampleMail(kind: BookingMailKind, reader: Reader, changes: Partial<MailedBooking> = {}): BookingMail {
  const guest = reader === 'guest';
  return {
    kind,
    reader,
    furtherGuest: null,
    booking: { ...sampleBooking, ...CHANGES[kind], ...changes },
    links: {
      manage: guest ? 'https://app.insytical.com/booking/k1.0198b1f24c1e7a30.3f2a9c' : null,
      bookingPage: guest ? null : `https://app.insytical.com/bookings/${id}`,
      answer: guest ? null : `https://app.insytical.com/booking/k1.${id}.sample/answer`,
      rebook: guest ? 'https://app.insytical.com/dana/intro-call' : null,
      unsubscribe: guest
        ? 'https://app.insytical.com/api/v1/public/bookings/k1.0198b1f24c1e7a30.3f2a9c/unsubscribe'
        : null,
      leave: null,
      integrations: 'https://app.insytical.com/user/integrations',
    },
    attachInvite: guest && !['declined', 'expired', 'reschedule_asked', 'follow_up'].includes(kind),
  };
}

/** Every kind a further guest can get; `removed` is the `cancelled` of one whom the host removed. */
export const FURTHER_GUEST_MAILS = [
  'confirmed',
  'rescheduled',
  'cancelled',
  'reminder',
  'link_ready',
  'removed',
] as const;

/** A mail to one of a booking's further guests; `changes` are laid over its booking. */
export function sampleFurtherGuestMail(
  kind: (typeof FURTHER_GUEST_MAILS)[number],
  changes: Partial<MailedBooking> = {},
  name = 'Fay Further',
): BookingMail {
  const isRemoved = kind === 'removed';
  const mail = isRemoved
    ? { ...sampleMail('confirmed', 'guest', changes), kind: 'cancelled' as const }
    : sampleMail(kind, 'guest', changes);
  const token = 'k1.0198b1f24c1e7a31.7c1d2e';
  return {
    ...mail,
    furtherGuest: { name, email: 'fay@example.com', isRemoved },
    links: {
      ...mail.links,
      manage: null,
      rebook: null,
      unsubscribe: null,
      leave: isRemoved
        ? null
        : {
            page: `https://app.insytical.com/booking/${token}/leave`,
            oneClick: `https://app.insytical.com/api/v1/public/guests/${token}/leave`,
          },
    },
  };
}

/** A request that its guest moved before the host answered. */
export const MOVED_WHILE_ASKING = { by: 'guest', previousStartsAt: Date.parse('2026-11-30T13:00:00Z') } as const;

export const sampleAccountMail: AccountMail = {
  kind: 'login',
  readerLocale: 'en-GB',
  to: 'dana@example.com',
  url: 'https://app.insytical.com/login?mode=link&token=T0ken&to=%2Fbookings',
};

export const sampleConnectionMail: ConnectionMail = {
  kind: 'reconnect_needed',
  connectionId: '0198b1f2-4c1e-7a30-9b1d-2f6f0c9d1a02',
  readerLocale: 'en-GB',
  providerName: 'Zoom',
  accountEmail: 'dana@example.com',
  hostName: 'Dana Demo',
  hostEmail: 'dana@example.com',
  cause: 'uninstalled',
  day: 0,
  affectedBookings: 3,
  reconnectUrl: 'https://app.insytical.com/user/integrations',
  manageAccessUrl: 'https://marketplace.zoom.us/user/installed',
};

export const sampleWebhookMail: WebhookMail = {
  webhookId: '0198b1f2-4c1e-7a30-9b1d-2f6f0c9d1a04',
  readerLocale: 'en-GB',
  url: 'https://crm.example.com/insytical',
  hostName: 'Dana Demo',
  hostEmail: 'dana@example.com',
  cause: 'failing',
  pageUrl: 'https://app.insytical.com/user/integrations',
};

export const sampleCalendarMail: CalendarMail = {
  calendarId: '0198b1f2-4c1e-7a30-9b1d-2f6f0c9d1a03',
  calendarName: 'Family',
  hostName: 'Dana Demo',
  hostEmail: 'dana@example.com',
  readerTimeZone: 'Europe/Berlin',
  readerLocale: 'en-GB',
  readerHourCycle: 'h23',
  writtenAt: context.now,
  readAt: Date.parse('2026-11-24T09:00:00Z'),
  problem: 'not_found',
  day: 0,
  pageUrl: 'https://app.insytical.com/scheduler/availability',
};

const NOT_TOLD: Record<Reader, readonly BookingMailKind[]> = {
  guest: ['link_missing', 'changed_at_provider'],
  host: ['reschedule_asked', 'follow_up'],
};

/** Every kind a reader can get. */
export const EVERY_MAIL = (['guest', 'host'] as const).flatMap((reader) =>
  BOOKING_MAIL_KINDS.filter((kind) => !NOT_TOLD[reader].includes(kind)).map((kind) => ({ kind, reader })),
);

/** The turns a meeting's place and link can take. */
export const LINK_STATES = {
  'link ready': {},
  'link pending': { joinUrl: null, conferenceStatus: 'pending' },
  'not connected': {
    joinUrl: null,
    conferenceStatus: 'unavailable',
    conferenceProblem: NOT_CONNECTED,
  },
  'access withdrawn': {
    joinUrl: null,
    conferenceStatus: 'unavailable',
    conferenceProblem: { code: 'uninstalled' },
  },
  'refused permanently': {
    joinUrl: null,
    conferenceStatus: 'failed',
    conferenceProblem: { code: 'hosting_not_allowed' },
  },
  phone: {
    joinUrl: null,
    conferenceStatus: 'none',
    location: { kind: 'phone', label: 'Phone', value: '+49 30 1234567', byProvider: false },
  },
  'phone, the host calls': {
    joinUrl: null,
    conferenceStatus: 'none',
    guestPhone: '+1 212 555 0123 ext. 45',
    location: { kind: 'phone', label: 'Phone', value: null, byProvider: false },
  },
} as const satisfies Record<string, Partial<MailedBooking>>;
