import { expect, test } from 'vitest';
import type { Observed, ObservedBooking } from '../observed.ts';
import { judge, RULES } from './judge.ts';
import { call, entry, mailRow, received, soundObservation, STARTS_AT } from './sound-observation.ts';

type Broken = (booking: ObservedBooking, all: Observed) => { booking?: object; all?: object };

const guestGets = (...inbox: readonly ReturnType<typeof received>[]): ReturnType<Broken> => ({
  booking: { inbox: { guest: inbox, host: [received('to-host')] } },
});
const asked = (
  act: object,
  startsAt: string | null = null,
  answer: object = { kind: 'yes', value: null, tries: 1 },
) => ({
  booking: { asked: [{ act, startsAt, from: 1, to: 2, answer }] },
});
const LATER = '2030-01-03T10:00:00.000Z';

/** What each rule is there for, by the rule that must be the only one to say so. */
const CASES: readonly (readonly [rule: string, what: string, broken: Broken])[] = [
  ['meetings', 'two meetings', ({ meetings }) => ({ booking: { meetings: [...meetings, ...meetings] } })],
  ['strangers', 'a meeting without a booking', ({ meetings }) => ({ all: { strangers: meetings } })],
  [
    'strangers',
    'a meeting that counts as deleted',
    ({ conferences: [row] }) => ({ booking: { conferences: [{ ...row, state: 'deleted' }] } }),
  ],
  [
    'links',
    'another link than the meeting has',
    ({ meetings: [meeting] }) => ({ booking: { meetings: [{ ...meeting, joinUrl: 'https://zoom.example/j/2' }] } }),
  ],
  [
    'times',
    'a meeting at another time',
    ({ meetings: [meeting] }) => ({ booking: { meetings: [{ ...meeting, startsAt: LATER, endsAt: LATER }] } }),
  ],
  [
    'times',
    'a meeting of another title',
    ({ meetings: [meeting] }) => ({ booking: { meetings: [{ ...meeting, title: 'Intro call' }] } }),
  ],
  [
    'views',
    'a guest who is shown no link',
    ({ guestSees }) => ({
      booking: { guestSees: { ...guestSees, conference: { ...guestSees.conference, joinUrl: null } } },
    }),
  ],
  [
    'views',
    'a guest who is told the link before the host confirms',
    ({ guestSees, hostSees, row }) => ({
      booking: {
        guestSees: { ...guestSees, status: 'pending' },
        hostSees: { ...hostSees, status: 'pending' },
        row: { ...row, status: 'pending' },
      },
    }),
  ],
  ['acts', 'a cancellation that came to nothing', () => asked({ kind: 'cancel', by: 'guest' })],
  ['acts', 'a move that came to nothing', () => asked({ kind: 'move', by: 'guest', slot: 1 }, LATER)],
  ['acts', 'a failure of ours', () => asked({ kind: 'resend' }, null, { kind: 'no', status: 500, code: '', tries: 1 })],
  ['acts', 'no answer at all', () => asked({ kind: 'resend' }, null, { kind: 'silence', tries: 9 })],
  [
    'acts',
    'a booking its guest was not told of',
    ({ row }) => ({ all: { unknownBookings: [{ ...row, status: 'cancelled' }] } }),
  ],
  [
    'double bookings',
    'a time given twice',
    ({ row }) => ({ all: { bookings: undefined, twin: { ...row, id: 'twin' } } }),
  ],
  ['last mails', 'no link in the last mail', () => guestGets(received('to-guest', { text: '' }))],
  [
    'last mails',
    'another time in the last mail',
    () => guestGets(received('to-guest', { subject: 'Tue 1 Jan 09:00 (UTC)' })),
  ],
  [
    'last mails',
    'news under the old Message-ID, which mail systems drop',
    () => guestGets(received('to-guest', { text: '', answered: false }), received('to-guest', { at: Infinity })),
  ],
  [
    'calendars',
    'a file at another time',
    () => guestGets(received('to-guest', { entry: entry({ start: '20300103T100000Z' }) })),
  ],
  [
    'calendars',
    'a link that came with the old SEQUENCE',
    ({ mails }) => ({
      booking: {
        ...guestGets(received('to-guest', { entry: entry({ url: '' }) }), received('link', { at: Infinity })).booking,
        mails: [...mails, mailRow('link', 'guest', 'link_ready', 'link-c1')],
      },
    }),
  ],
  [
    'copies',
    'another mail under one Message-ID',
    () => guestGets(received('to-guest', { answered: false }), received('to-guest', { digest: 'other' })),
  ],
  ['copies', 'a mail again although it was taken', () => guestGets(received('to-guest'), received('to-guest'))],
  [
    'repetition',
    'two confirmations of one booking',
    ({ mails }) => ({
      booking: {
        ...guestGets(received('to-guest'), received('again')).booking,
        mails: [...mails, mailRow('again', 'guest', 'confirmed', 'revision-2')],
      },
    }),
  ],
  [
    'sent mails',
    'a mail that is said to be sent',
    ({ mails }) => ({ booking: { mails: [...mails, mailRow('lost', 'host', 'link_missing')] } }),
  ],
  ['reminders', 'no reminder', ({ row }) => ({ booking: { row: { ...row, reminder_minutes: [60 * 35] } } })],
  [
    'calls',
    'two updates at once',
    (_, { calls }) => ({
      all: {
        calls: [
          ...calls,
          call({ operation: 'update', startedSeq: 4, seq: 5, endedSeq: 8 }),
          call({ operation: 'update', startedSeq: 6, seq: 7, endedSeq: 9 }),
        ],
      },
    }),
  ],
  ['rest', 'mails that are still queued', () => ({ all: { undone: [{ work: 'mails', rows: 1 }] } })],
  ['waits', 'no time of the next look', ({ row }) => ({ booking: { row: { ...row, next_wake_at: null } } })],
  [
    'waits',
    'something due in the past',
    ({ row }) => ({ booking: { row: { ...row, next_wake_at: '2029-12-31T00:00:00Z' } } }),
  ],
  [
    'waits',
    'a look that was asked for',
    ({ conferences: [row] }) => ({ booking: { conferences: [{ ...row, look_again_at: '2029-12-31T00:00:00Z' }] } }),
  ],
  [
    'workflows',
    'a workflow whose task fails',
    () => ({ booking: { workflow: { status: 'RUNNING', taskAttempts: 3, activities: [] } } }),
  ],
  ['leaks', 'an address in a log', () => ({ all: { leaks: ['address of guest A1 in log api.log'] } })],
];

function breakIt(broken: Broken): Observed {
  const sound = soundObservation();
  const [booking] = sound.bookings;
  if (booking === undefined) throw new Error('there is no booking');
  const { booking: changes = {}, all = {} } = broken(booking, sound);
  const { twin, ...more } = all as { twin?: object };
  const twins = twin === undefined ? [] : [{ ...booking, id: 'twin', row: twin, meetings: [] }];
  const bookings = [{ ...booking, ...changes }, ...twins];
  return { ...sound, ...more, bookings } as Observed;
}

test('what is sound is not complained of', () => {
  expect(judge(soundObservation())).toEqual([]);
});

test.each(CASES)('%s: %s', (rule, _, broken) => {
  const rules = judge(breakIt(broken)).map((violation) => violation.rule);
  expect(rules).toContain(rule);
});

test('every rule can fail', () => {
  expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
});

test('a reminder that was sent is none too few', () => {
  const observed = breakIt(({ row, mails }) => ({
    booking: {
      row: { ...row, reminder_minutes: [60 * 35] },
      mails: [
        ...mails,
        ...(['guest', 'host'] as const).map((to) =>
          mailRow(`to-${to}-again`, to, 'reminder', `${Date.parse(STARTS_AT)}+2100`),
        ),
      ],
      inbox: {
        guest: [received('to-guest'), received('to-guest-again', { entry: null })],
        host: [received('to-host'), received('to-host-again', { entry: null })],
      },
    },
  }));
  expect(judge(observed)).toEqual([]);
});
