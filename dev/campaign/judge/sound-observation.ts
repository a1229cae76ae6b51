import { readCalendar } from '#dev/clients/calendar.ts';
import type { LedgerEntry } from '#dev/simulators/core/ledger.ts';
import { DEFAULT_LOCALE } from '#domain/locale.ts';
import { whenOf } from '#mail/times.ts';
import type { ReceivedMail } from '../received-mail.ts';
import type { Observed, ObservedBooking } from '../observed.ts';

export const STARTS_AT = '2030-01-02T10:00:00.000Z';
export const LINK = 'https://zoom.example/j/1';
const ENDS_AT = '2030-01-02T10:30:00.000Z';
const NOW = Date.parse('2030-01-01T00:00:00Z');
const ID = 'booking-id';

/** What the judge must have nothing to say about: one booking at Zoom, confirmed and mailed. */
export function soundObservation(): Observed {
  return {
    now: NOW,
    hosts: [{ label: 'A', connections: [{ ...CONNECTION, workflow: RUNNING }] }],
    bookings: [soundBooking()],
    strangers: [],
    calls: [call({ operation: 'create', startedSeq: 1, seq: 2, endedSeq: 3, change: 'created' })],
    unknownBookings: [],
    undone: [],
    leaks: [],
    mayRepeatMails: false,
  };
}

const RUNNING = { status: 'RUNNING', taskAttempts: 1, activities: [] };

const CONNECTION = {
  id: 'k1',
  account_id: 'a1',
  state: 'connected',
  cause: null,
  is_current: true,
  revision: 1,
  delivered_revision: 1,
  next_wake_at: '2030-01-01T00:15:00Z',
  wake_cursor: null,
};

export function call(entry: Partial<LedgerEntry>): LedgerEntry {
  return {
    seq: 2,
    at: STARTS_AT,
    operation: 'create',
    request: 'POST /users/me/meetings',
    status: 201,
    change: 'none',
    startedSeq: 1,
    startedAt: STARTS_AT,
    meetingId: 'm1',
    marker: 'marker-1',
    ...entry,
  };
}

/** A mail made from the row of this id. */
export function received(row: string, changes: Partial<ReceivedMail> = {}): ReceivedMail {
  const { short } = whenOf(Date.parse(STARTS_AT), Date.parse(ENDS_AT), {
    readerTimeZone: 'UTC',
    readerLocale: DEFAULT_LOCALE,
    readerHourCycle: 'h23',
    writtenAt: 0,
  });
  return {
    to: 'someone@example.org',
    at: NOW,
    answered: true,
    messageId: `<${row}@example.com>`,
    digest: row,
    subject: `Intro call, ${short} – Confirmed`,
    text: `Join: ${LINK}`,
    thread: `<${ID}@example.com>`,
    entry: entry({}),
    ...changes,
  };
}

interface Entry {
  readonly method?: string;
  readonly sequence?: number;
  readonly start?: string;
  readonly url?: string;
}

export function entry({ method = 'REQUEST', sequence = 0, start = '20300102T100000Z', url = LINK }: Entry) {
  return readCalendar(`METHOD:${method}\nUID:1\nSEQUENCE:${sequence}\nDTSTART:${start}\nURL:${url}\n`);
}

export const mailRow = (id: string, recipient: 'guest' | 'host', kind = 'confirmed', cause = 'revision-1') => ({
  id,
  kind,
  cause,
  recipient,
  state: 'sent',
  message_id: id,
  created_at: STARTS_AT,
});

const SEEN = {
  id: ID,
  status: 'confirmed' as const,
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  holdEndsAt: null,
  conference: { provider: 'zoom', status: 'ready' as const, joinUrl: LINK, problem: null },
};

function soundBooking(): ObservedBooking {
  const client = { name: 'Sam A1', email: 'sam@example.org' };
  const shown = {
    id: ID,
    guest: { label: 'A1', timeZone: 'UTC', client },
    host: { label: 'A', timeZone: 'UTC', plan: { provider: 'zoom' } },
    booking: SEEN,
    answer: { kind: 'yes', value: SEEN, tries: 1 },
    asked: [],
    guestSees: SEEN,
    hostSees: SEEN,
    meetings: [
      {
        id: 'm1',
        accountId: 'a1',
        startsAt: STARTS_AT,
        endsAt: ENDS_AT,
        title: 'Intro call with Sam A1',
        marker: 'marker-1',
        joinUrl: LINK,
      },
    ],
    row: {
      id: ID,
      host_id: 'h1',
      status: 'confirmed',
      revision: 1,
      delivered_revision: 1,
      starts_at: STARTS_AT,
      ends_at: ENDS_AT,
      blocked_from: STARTS_AT,
      blocked_until: ENDS_AT,
      next_wake_at: ENDS_AT,
      hold_ends_at: null,
      scheduled_at: '2029-12-31T00:00:00Z',
      reminder_minutes: [],
      manual_link: null,
      guest_email: client.email,
    },
    conferences: [
      {
        id: 'c1',
        connection_id: 'k1',
        state: 'live',
        marker: 'marker-1',
        provider_meeting_id: 'm1',
        problem: null,
        tolerated_starts_at: null,
        look_again_at: null,
        follow_asked_at: null,
        created_at: STARTS_AT,
      },
    ],
    mails: [mailRow('to-guest', 'guest'), mailRow('to-host', 'host')],
    events: [{ at: STARTS_AT, actor: 'guest', kind: 'booked', text: 'Booked this time.' }],
    inbox: { guest: [received('to-guest')], host: [received('to-host')] },
    workflow: RUNNING,
    connection: { status: 'connected' },
    connections: [CONNECTION],
  };
  // Only what rules look at: clients and the rest of the API's answers are left out.
  return shown as unknown as ObservedBooking;
}
