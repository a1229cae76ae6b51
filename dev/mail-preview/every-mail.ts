import type { Language } from '#messages/languages.ts';
import type { BookingMail, MailedBooking, ProviderChange, Reader } from '#mail/message.ts';
import {
  context,
  EVERY_MAIL,
  FURTHER_GUEST_MAILS,
  LINK_STATES,
  MOVED_WHILE_ASKING,
  sampleFurtherGuestMail,
  sampleMail,
} from './samples.ts';

/** A reader of each language, with zone and clock as most there have. */
export const READERS: Readonly<Record<Language, Pick<MailedBooking, `reader${string}` & keyof MailedBooking>>> = {
  en: { readerLocale: 'en-US', readerTimeZone: 'America/New_York', readerHourCycle: 'h12' },
  de: { readerLocale: 'de', readerTimeZone: 'Europe/Berlin', readerHourCycle: 'h23' },
  fr: { readerLocale: 'fr', readerTimeZone: 'Europe/Paris', readerHourCycle: 'h23' },
  es: { readerLocale: 'es', readerTimeZone: 'Europe/Madrid', readerHourCycle: 'h23' },
  'pt-BR': { readerLocale: 'pt-BR', readerTimeZone: 'America/Sao_Paulo', readerHourCycle: 'h23' },
  it: { readerLocale: 'it', readerTimeZone: 'Europe/Rome', readerHourCycle: 'h23' },
  nl: { readerLocale: 'nl', readerTimeZone: 'Europe/Amsterdam', readerHourCycle: 'h23' },
  pl: { readerLocale: 'pl', readerTimeZone: 'Europe/Warsaw', readerHourCycle: 'h23' },
  ja: { readerLocale: 'ja', readerTimeZone: 'Asia/Tokyo', readerHourCycle: 'h23' },
  ar: { readerLocale: 'ar', readerTimeZone: 'Asia/Riyadh', readerHourCycle: 'h12' },
};

/** A mail to look at, under a name that says what is special about it. */
export interface Sample {
  readonly name: string;
  readonly mail: BookingMail;
}

type Variant = readonly [name: string, kind: BookingMail['kind'], changes: Partial<MailedBooking>];

const noLink = { joinUrl: null, conferenceStatus: 'none' } as const;
const inPerson = { ...noLink, location: { kind: 'in_person', label: '', value: 'Main Street 1', byProvider: false } };
const phone = { ...noLink, location: { kind: 'phone', label: '', value: '+49 30 1234567', byProvider: false } };
const online = { location: { kind: 'link', label: '', value: 'https://rooms.example/1', byProvider: false } };
const startingIn = (minutes: number) => {
  const startsAt = context.now + minutes * 60_000;
  return { startsAt, endsAt: startsAt + 1_800_000, changeableUntil: startsAt };
};

const TO_GUESTS: readonly Variant[] = [
  ['with a line of the host', 'confirmed', { hostLine: 'Ring twice!' }],
  ['with a line of the host', 'follow_up', { hostLine: 'Ring twice!' }],
  ['of a host without a contact address', 'confirmed', { hostContact: null }],
  ['pasted by the host', 'link_ready', { isLinkPasted: true }],
  ['with a link pasted by the host', 'confirmed', { isLinkPasted: true }],
  ['in person', 'confirmed', inPerson],
  ['under a link of the host', 'confirmed', { ...online, joinUrl: online.location.value }],
  ['under a link of the host, asked for', 'pending', { ...online, ...noLink }],
  ['in person, asked for', 'pending', inPerson],
  ['by phone, asked for', 'pending', phone],
  ['moved while asking', 'pending', MOVED_WHILE_ASKING],
  ['by the host, with a note', 'rescheduled', { by: 'host', reasonBy: 'host', reason: 'A late train.' }],
  ['as the guest asked', 'rescheduled', { isAgreed: true }],
  ['by the host', 'cancelled', { by: 'host', reasonBy: null, reason: null }],
  ['by the system', 'cancelled', { by: 'system', reasonBy: null, reason: null }],
  ['changeable for some time', 'confirmed', { changeableUntil: context.now + 7_200_000 }],
  ['no longer changeable', 'reminder', { changeableUntil: context.now - 1 }],
  ['over a change of the clocks', 'confirmed', changeOfClocks()],
  ['of nameless people', 'confirmed', { hostName: '', guestName: '', title: '' }],
];

const REMINDERS: readonly Variant[] = [0, 1, 2, 30, 60, 120, 1440, 2880, 4320].map((minutes) => [
  `${minutes} minutes before`,
  'reminder',
  startingIn(minutes),
]);

const problem = (code: string) =>
  ({ joinUrl: null, conferenceStatus: 'unavailable', conferenceProblem: { code } }) as const;
const changed = (providerChange: ProviderChange) => ({ providerChange });

const TO_HOSTS: readonly Variant[] = [
  ['after a request', 'confirmed', { requiresConfirmation: true }],
  ['by the host', 'confirmed', { bookedBy: 'host' }],
  ['with further guests', 'confirmed', { furtherGuests: [{ name: 'Fay Further', email: 'fay@example.com' }] }],
  [
    'with a tick',
    'confirmed',
    {
      answers: [
        { label: 'First time?', value: true },
        { label: 'Alone?', value: false },
      ],
    },
  ],
  ['without an end', 'pending', { holdEndsAt: null }],
  ['moved while asking', 'pending', MOVED_WHILE_ASKING],
  ['moved by the host', 'pending', { ...MOVED_WHILE_ASKING, by: 'host' }],
  ['as the guest asked', 'rescheduled', { isAgreed: true }],
  ['at the provider', 'rescheduled', { by: 'provider' }],
  ['by the host', 'rescheduled', { by: 'host' }],
  ['at the provider', 'cancelled', { by: 'provider', reason: null }],
  ['by the host', 'cancelled', { by: 'host', reasonBy: 'host', reason: 'I am travelling.' }],
  ['by the system', 'cancelled', { by: 'system', reason: null }],
  ['pasted', 'link_ready', { isLinkPasted: true }],
  ...['not_connected', 'disconnected', 'uninstalled', 'token_dead', 'not_requested', 'no_link', 'removed_by_host'].map(
    (code): Variant => [`because of ${code}`, 'link_missing', problem(code)],
  ),
  ['soon', 'link_missing', { joinUrl: null, conferenceStatus: 'pending', conferenceProblem: null }],
  ['where it cannot follow', 'changed_at_provider', changed({ ...movedTime(), kind: 'moved', bySettings: false })],
  ['without a time', 'changed_at_provider', changed({ kind: 'timeless' })],
  ['deleted', 'changed_at_provider', changed({ kind: 'removed' })],
  ['restored', 'changed_at_provider', changed({ kind: 'recovered' })],
  ['without an end', 'proposed', { holdEndsAt: null }],
];

function changeOfClocks() {
  const startsAt = Date.parse('2027-03-14T06:30:00Z');
  return { startsAt, endsAt: startsAt + 3_600_000, changeableUntil: startsAt };
}

function movedTime() {
  const startsAt = Date.parse('2026-12-02T14:00:00Z');
  return { startsAt, endsAt: startsAt + 1_800_000 };
}

/** Every mail that this side of a booking can get, in each of its turns; a guest's with those to further guests. */
export function everyMailTo(reader: Reader, written: Partial<MailedBooking>): Sample[] {
  const sample = ([name, kind, changes]: Variant): Sample => ({
    name: name === '' ? kind : `${kind}, ${name}`,
    mail: sampleMail(kind, reader, { ...changes, ...written }),
  });
  const kinds = EVERY_MAIL.filter((mail) => mail.reader === reader).map(({ kind }): Variant => ['', kind, {}]);
  const places = Object.entries(LINK_STATES).map(([state, changes]): Variant => [state, 'confirmed', changes]);
  const own = [...kinds, ...places, ...(reader === 'host' ? TO_HOSTS : TO_GUESTS), ...REMINDERS].map(sample);
  if (reader === 'host') {
    const mail = { ...sampleMail('confirmed', reader, written), attachInvite: true };
    return [...own, { name: 'confirmed, with a calendar file', mail }];
  }
  const further = FURTHER_GUEST_MAILS.map((kind) => ({
    name: `${kind}, to a further guest`,
    mail: sampleFurtherGuestMail(kind, written),
  }));
  const called = { ...LINK_STATES['phone, the host calls'], guestName: '', ...written };
  const mail = sampleFurtherGuestMail('confirmed', called);
  return [...own, ...further, { name: 'confirmed by phone, to the further guest of a nameless one', mail }];
}
