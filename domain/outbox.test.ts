import { expect, test } from 'vitest';
import type { BookingStatus } from './booking.ts';
import { decideOutbox, FIRST, type OpenMail, type Present, RECOVERED, type Told } from './outbox.ts';
import { proposalCause, proposalIn } from './proposal-mails.ts';

const now = Date.parse('2026-11-20T09:00:00Z');
const startsAt = Date.parse('2026-12-01T09:00:00Z');
const DAY_MS = 86_400_000;
const untold: Told = {
  knowsPresent: false,
  proposedStartsAt: null,
  nextChangeAt: 0,
  knowsBooking: false,
  isRemoved: false,
};
/** The host was told something, others nothing. */
const onlyHost = (told: Told) => (reader: string) => (reader === 'host' ? told : untold);
const present: Present = {
  now,
  status: 'confirmed',
  startsAt,
  proposedStartsAt: null,
  asksToReschedule: false,
  linkReady: false,
  guestWantsReminders: true,
  wantsFollowUp: false,
  toldTo: () => untold,
};

/** Mails to the host, numbered in the order they were queued. */
const mails = (...those: (Partial<OpenMail> & { kind: string })[]): OpenMail[] =>
  those.map((mail, at) => ({
    id: String(at + 1),
    cause: `revision-${at + 1}`,
    recipient: 'host',
    reader: mail.recipient ?? 'host',
    handedOverAt: null,
    notBefore: 0,
    ...mail,
  }));

function decided(open: readonly OpenMail[], changes: Partial<Present> = {}) {
  const { superseded, turns } = decideOutbox(open, { ...present, ...changes });
  return { superseded: [...superseded].toSorted(), turns: turns.map(({ id }) => id) };
}

test.each<[BookingStatus, string[]]>([
  ['cancelled', ['3', '4']],
  ['expired', ['4']],
  ['completed', ['4']],
])('of a %s booking its end is told, and that its meeting was brought back', (status, told) => {
  const open = mails(
    { kind: 'confirmed' },
    { kind: 'changed_at_provider', cause: 'moved-1-2' },
    { kind: 'cancelled' },
    { kind: 'changed_at_provider', cause: `${RECOVERED}row` },
  );
  expect(decided(open, { status }).turns).toEqual(told);
});

test('a confirmation that was never handed over tells the news itself', () => {
  const open = mails({ kind: 'confirmed' }, { kind: 'rescheduled' }, { kind: 'link_ready' });
  expect(decided(open)).toEqual({ superseded: ['2', '3'], turns: ['1'] });
});

test('one that may have arrived does not; the news waits until its fate is known', () => {
  const open = mails({ kind: 'confirmed', handedOverAt: now }, { kind: 'rescheduled' }, { kind: 'link_ready' });
  expect(decided(open)).toEqual({ superseded: ['3'], turns: ['1'] });
});

test('a guest is asked for another time as long as the host wants one, and once', () => {
  const open = mails({ kind: 'reschedule_asked' }, { kind: 'reschedule_asked' });
  expect(decided(open, { asksToReschedule: true })).toEqual({ superseded: ['1'], turns: ['2'] });
  expect(decided(open)).toEqual({ superseded: ['1', '2'], turns: [] });
});

test('a move tells the link as well, whichever came first', () => {
  expect(decided(mails({ kind: 'rescheduled' }, { kind: 'link_ready' }))).toEqual({ superseded: ['2'], turns: ['1'] });
  expect(decided(mails({ kind: 'link_ready' }, { kind: 'rescheduled' }))).toEqual({ superseded: ['1'], turns: ['2'] });
});

test('one reader waits for no mail of the other', () => {
  const open = mails({ kind: 'confirmed', handedOverAt: now }, { kind: 'cancelled', recipient: 'guest' });
  expect(decided(open, { status: 'cancelled' }).turns).toEqual(['1', '2']);
});

test('of two mails with unknown outcome the older goes first', () => {
  const open = mails({ kind: 'confirmed', handedOverAt: now }, { kind: 'confirmed', handedOverAt: now - 1 });
  expect(decided(open).turns).toEqual(['2']);
});

test('a message that stays without an answer for a day no longer keeps the news back', () => {
  const stuck = { kind: 'confirmed', handedOverAt: now - DAY_MS };
  expect(decided(mails(stuck, { kind: 'cancelled' }), { status: 'cancelled' })).toEqual({
    superseded: ['1'],
    turns: ['2'],
  });
  expect(decided(mails(stuck))).toEqual({ superseded: [], turns: ['1'] });
});

test('a reminder that may have arrived is not sent again once its meeting has begun', () => {
  const reminder = (start: number) => mails({ kind: 'reminder', cause: `${start}+60`, handedOverAt: now - 1 });
  expect(decided(reminder(now)).turns).toEqual([]);
  expect(decided(reminder(startsAt)).turns).toEqual(['1']);
});

test('changes soon after one that was told are told together, once it is time', () => {
  const toldTo = onlyHost({ ...untold, knowsPresent: false, nextChangeAt: now + 40 });
  const turnsOf = (...open: Parameters<typeof mails>) =>
    decideOutbox(mails(...open), { ...present, toldTo }).turns.map(({ id, at }) => [id, at]);
  expect(turnsOf({ kind: 'rescheduled' }, { kind: 'rescheduled' })).toEqual([['2', now + 40]]);
  expect(turnsOf({ kind: 'link_ready', notBefore: now + 50 })).toEqual([['1', now + 50]]);
  expect(turnsOf({ kind: 'rescheduled', recipient: 'guest' })).toEqual([['1', 0]]);
  // A mail that may have been sent continues, and so does one that its reader waits for.
  expect(turnsOf({ kind: 'rescheduled', handedOverAt: now - 9 })).toEqual([['1', 0]]);
  expect(turnsOf({ kind: 'confirmed', cause: FIRST })).toEqual([['1', 0]]);
});

test.each<[BookingStatus, string]>([
  ['confirmed', 'rescheduled'],
  ['confirmed', 'link_ready'],
  ['pending', 'pending'],
])('a %s booking changed and changed back: nothing is told to who knows (%s)', (status, kind) => {
  const toldTo = onlyHost({ ...untold, knowsPresent: true, nextChangeAt: 0 });
  expect(decided(mails({ kind }), { status, toldTo }).turns).toEqual([]);
  expect(decided(mails({ kind, recipient: 'guest' }), { status, toldTo }).turns).toEqual(['1']);
});

test('a confirmation that the host resends is sent even if its reader already knows the booking', () => {
  const toldTo = onlyHost({ ...untold, knowsPresent: true, nextChangeAt: now + 40 });
  expect(decided(mails({ kind: 'confirmed' }), { toldTo }).turns).toEqual(['1']);
});

test('a meeting changed at the provider is told as it is now', () => {
  const open = mails(
    { kind: 'changed_at_provider', cause: 'moved-1-2' },
    { kind: 'changed_at_provider', cause: 'moved-3-4' },
  );
  expect(decided(open)).toEqual({ superseded: ['1'], turns: ['2'] });
});

const [proposedAt, other] = [startsAt + DAY_MS, startsAt + 2 * DAY_MS];
const proposed = (start = proposedAt, revision = 2) => ({ kind: 'proposed', cause: proposalCause(start, revision) });
const kept = (start = proposedAt) => ({ kind: 'proposal_declined', cause: proposalCause(start, 3) });
const toldOf = (proposedStartsAt: number | null, knowsPresent = true) =>
  onlyHost({ ...untold, knowsPresent, proposedStartsAt });

test('the cause of a mail about a proposed time names that time; other causes name none', () => {
  expect(proposalIn(proposalCause(proposedAt, 7))).toBe(proposedAt);
  expect([FIRST, 'end', `${proposedAt}+60`, 'moved-1-2'].map(proposalIn)).toEqual([null, null, null, null]);
});

test('a proposed time is told while it waits for an answer, once, and the newest only', () => {
  expect(decided(mails(proposed()), { proposedStartsAt: proposedAt }).turns).toEqual(['1']);
  expect(decided(mails(proposed()), { proposedStartsAt: other }).turns).toEqual([]);
  expect(decided(mails(proposed()), { proposedStartsAt: null }).turns).toEqual([]);
  const thereAndBack = mails(proposed(proposedAt, 2), proposed(other, 3), proposed(proposedAt, 4));
  expect(decided(thereAndBack, { proposedStartsAt: proposedAt }).turns).toEqual(['3']);
  expect(decided(thereAndBack, { proposedStartsAt: proposedAt, toldTo: toldOf(proposedAt) }).turns).toEqual([]);
  expect(decided(thereAndBack, { proposedStartsAt: proposedAt, toldTo: toldOf(other) }).turns).toEqual(['3']);
});

test('a time asked for again after a move is told after that, which ends what was asked before', () => {
  const again = { proposedStartsAt: proposedAt, toldTo: toldOf(proposedAt, false) };
  expect(decided(mails({ kind: 'rescheduled' }, proposed(proposedAt, 4)), again).turns).toEqual(['1', '2']);
  const movedBack = { ...again, toldTo: toldOf(proposedAt) };
  expect(decided(mails({ kind: 'rescheduled' }, proposed(proposedAt, 4)), movedBack).turns).toEqual([]);
});

test('that the time stays is told to who knows that another was asked for', () => {
  expect(decided(mails(kept()), { toldTo: toldOf(proposedAt) }).turns).toEqual(['1']);
  expect(decided(mails(proposed(), kept()), { toldTo: toldOf(null) }).turns).toEqual([]);
});

test('that the time stays is not told of a booking that has moved, or whose guest asks again', () => {
  const toldTo = toldOf(proposedAt, false);
  expect(decided(mails(kept(), { kind: 'rescheduled' }), { toldTo }).turns).toEqual(['2']);
  expect(decided(mails(kept(), proposed(other, 4)), { toldTo, proposedStartsAt: other }).turns).toEqual(['2']);
  expect(decided(mails(kept(), { kind: 'cancelled' }), { toldTo, status: 'cancelled' }).turns).toEqual(['2']);
  expect(decided(mails(kept()), { toldTo, status: 'completed' }).turns).toEqual([]);
});

test('a booking moved and moved back is told to who still expects an answer to a proposal', () => {
  expect(decided(mails({ kind: 'rescheduled' }), { toldTo: toldOf(proposedAt) }).turns).toEqual(['1']);
  expect(
    decided(mails({ kind: 'rescheduled' }), { toldTo: toldOf(proposedAt), proposedStartsAt: proposedAt }).turns,
  ).toEqual([]);
});

test('news of a proposal soon after another change waits its turn like any change', () => {
  const toldTo = onlyHost({ ...untold, nextChangeAt: now + 40 });
  const { turns } = decideOutbox(mails(proposed()), { ...present, proposedStartsAt: proposedAt, toldTo });
  expect(turns).toEqual([{ id: '1', at: now + 40 }]);
});

test('each further guest is a reader of their own, told of an end only if they know of the booking', () => {
  const [knows, heardNothing, removed] = ['knows', 'heard nothing', 'removed'];
  const toldTo = (reader: string) => ({
    ...untold,
    knowsBooking: reader !== heardNothing,
    isRemoved: reader === removed,
  });
  const toEach = (kind: string, cause?: string) =>
    mails(
      ...[knows, heardNothing, removed].map((reader) => ({
        kind,
        recipient: 'further_guest' as const,
        reader,
        ...(cause && { cause }),
      })),
    );
  expect(decided(toEach('cancelled'), { status: 'cancelled', toldTo }).turns).toEqual(['1', '3']);
  expect(decided(toEach('confirmed'), { toldTo }).turns).toEqual(['1', '2']);
  expect(decided(toEach('reminder', `${startsAt}+60`), { toldTo }).turns).toEqual(['1', '2']);
  expect(decided(toEach('cancelled', 'removed-2').slice(2), { toldTo }).turns).toEqual(['3']);
});
