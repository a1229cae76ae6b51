import { describe, expect, test } from 'vitest';
import { BOOKING_STATUSES, type BookingStatus, isHeld } from './booking.ts';
import { type BookingEvent, dueEvent, holdEnd, type Standing, standingOf, transition } from './booking-transitions.ts';

const reschedule = {
  type: 'reschedule',
  by: 'guest',
  requiresConfirmation: false,
  sameTime: false,
  hasBegun: false,
} as const;
const EVENTS = {
  confirm: { type: 'confirm' },
  'late confirm': { type: 'confirm', holdIsOver: true },
  'confirm, its proposal is over': { type: 'confirm', proposalIsOver: true },
  decline: { type: 'decline' },
  'decline, its proposal is over': { type: 'decline', proposalIsOver: true },
  'hold runs out': { type: 'hold_runs_out' },
  'guest cancels': { type: 'cancel', by: 'guest', hasBegun: false },
  'guest cancels, too late': { type: 'cancel', by: 'guest', hasBegun: true },
  'host cancels': { type: 'cancel', by: 'host', hasBegun: false },
  'host cancels during the meeting': { type: 'cancel', by: 'host', hasBegun: true },
  'meeting ends': { type: 'meeting_ends' },
  'guest moves': reschedule,
  'guest moves, to be confirmed': { ...reschedule, requiresConfirmation: true },
  'host moves': { ...reschedule, by: 'host' },
  'host moves, to be confirmed': { ...reschedule, by: 'host', requiresConfirmation: true },
  'provider moves, to be confirmed': { ...reschedule, by: 'provider', requiresConfirmation: true },
  'guest moves to the same time': { ...reschedule, requiresConfirmation: true, sameTime: true },
  'guest moves to the time proposed': { ...reschedule, requiresConfirmation: true, sameProposal: true },
  'host moves to the same time': { ...reschedule, by: 'host', sameTime: true },
  'guest moves, too late': { ...reschedule, hasBegun: true },
  'host moves during the meeting': { ...reschedule, by: 'host', hasBegun: true },
} as const satisfies Record<string, BookingEvent>;

const ENDED = {
  confirm: 'refused',
  'late confirm': 'refused',
  'confirm, its proposal is over': 'refused',
  decline: 'refused',
  'decline, its proposal is over': 'refused',
  'hold runs out': 'same',
  'guest cancels': 'refused',
  'guest cancels, too late': 'refused',
  'host cancels': 'refused',
  'host cancels during the meeting': 'refused',
  'meeting ends': 'same',
  'guest moves': 'refused',
  'guest moves, to be confirmed': 'refused',
  'host moves': 'refused',
  'host moves, to be confirmed': 'refused',
  'provider moves, to be confirmed': 'refused',
  'guest moves to the same time': 'refused',
  'guest moves to the time proposed': 'refused',
  'host moves to the same time': 'refused',
  'guest moves, too late': 'refused',
  'host moves during the meeting': 'refused',
} as const;

type Outcome = BookingStatus | 'propose' | 'accept' | 'keep' | 'same' | 'refused';

const CONFIRMED: Record<keyof typeof EVENTS, Outcome> = {
  confirm: 'same',
  'late confirm': 'same',
  'confirm, its proposal is over': 'refused',
  decline: 'refused',
  'decline, its proposal is over': 'same',
  'hold runs out': 'same',
  'guest cancels': 'cancelled',
  'guest cancels, too late': 'refused',
  'host cancels': 'cancelled',
  'host cancels during the meeting': 'cancelled',
  'meeting ends': 'completed',
  'guest moves': 'confirmed',
  'guest moves, to be confirmed': 'propose',
  'host moves': 'confirmed',
  'host moves, to be confirmed': 'confirmed',
  'provider moves, to be confirmed': 'confirmed',
  'guest moves to the same time': 'same',
  'guest moves to the time proposed': 'propose',
  'host moves to the same time': 'same',
  'guest moves, too late': 'refused',
  'host moves during the meeting': 'confirmed',
};

const TABLE: Record<Standing, Record<keyof typeof EVENTS, Outcome>> = {
  pending: {
    confirm: 'confirmed',
    'late confirm': 'refused',
    'confirm, its proposal is over': 'confirmed',
    decline: 'declined',
    'decline, its proposal is over': 'declined',
    'hold runs out': 'expired',
    'guest cancels': 'cancelled',
    'guest cancels, too late': 'refused',
    'host cancels': 'cancelled',
    'host cancels during the meeting': 'cancelled',
    'meeting ends': 'expired',
    'guest moves': 'pending',
    'guest moves, to be confirmed': 'pending',
    'host moves': 'pending',
    'host moves, to be confirmed': 'pending',
    'provider moves, to be confirmed': 'pending',
    'guest moves to the same time': 'same',
    'guest moves to the time proposed': 'pending',
    'host moves to the same time': 'same',
    'guest moves, too late': 'refused',
    'host moves during the meeting': 'pending',
  },
  confirmed: CONFIRMED,
  proposed: {
    ...CONFIRMED,
    confirm: 'accept',
    'late confirm': 'refused',
    'confirm, its proposal is over': 'accept',
    decline: 'keep',
    'decline, its proposal is over': 'keep',
    'hold runs out': 'keep',
    'guest moves to the same time': 'keep',
    'guest moves to the time proposed': 'same',
  },
  declined: { ...ENDED, decline: 'same', 'decline, its proposal is over': 'same' },
  expired: ENDED,
  cancelled: {
    ...ENDED,
    'guest cancels': 'same',
    'guest cancels, too late': 'same',
    'host cancels': 'same',
    'host cancels during the meeting': 'same',
  },
  completed: ENDED,
};

const KINDS: readonly string[] = ['propose', 'accept', 'keep', 'same', 'refused'];
const STANDINGS: readonly Standing[] = [...BOOKING_STATUSES, 'proposed'];

const rows = STANDINGS.flatMap((standing) =>
  Object.entries(EVENTS).map(([name, event]) => ({
    standing,
    name,
    event,
    outcome: TABLE[standing][name as keyof typeof EVENTS],
  })),
);

const at = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour));

describe('a booking', () => {
  test.each(rows)('$standing, $name → $outcome', ({ standing, event, outcome }) => {
    const expected = KINDS.includes(outcome) ? { kind: outcome } : { kind: 'change', status: outcome };
    expect(transition(standing, event)).toEqual(expected);
  });

  test('stands as proposed only while it is confirmed and another time is asked for', () => {
    const proposedStartsAt = new Date(0);
    expect(standingOf({ status: 'confirmed', proposedStartsAt })).toBe('proposed');
    expect(standingOf({ status: 'confirmed', proposedStartsAt: null })).toBe('confirmed');
    expect(standingOf({ status: 'cancelled', proposedStartsAt })).toBe('cancelled');
  });

  test('is where the clock has brought it, one step after the other', () => {
    const times = { holdEndsAt: at(9), endsAt: at(11) };
    const pending = { status: 'pending', ...times } as const;
    expect(dueEvent(pending, at(8))).toBeNull();
    expect(dueEvent(pending, at(9))).toBe('hold_runs_out');
    const proposed = { status: 'confirmed', proposedStartsAt: at(15), ...times } as const;
    expect(dueEvent(proposed, at(12))).toBe('hold_runs_out');
    const confirmed = { status: 'confirmed', ...times } as const;
    expect(dueEvent(confirmed, at(10))).toBeNull();
    expect(dueEvent(confirmed, at(11))).toBe('meeting_ends');
    const ended = BOOKING_STATUSES.filter((status) => !isHeld(status));
    expect(ended.map((status) => dueEvent({ status, ...times }, at(12)))).toEqual(ended.map(() => null));
  });

  test('gives its slot back after its minutes, but never after its start', () => {
    const pendingSince = Date.UTC(2026, 11, 1, 9);
    const startsAt = Date.UTC(2026, 11, 1, 11);
    expect(holdEnd({ pendingSince, holdMinutes: 60, startsAt })).toBe(Date.UTC(2026, 11, 1, 10));
    expect(holdEnd({ pendingSince, holdMinutes: 1440, startsAt })).toBe(startsAt);
  });

  test('gives a proposed time back when the meeting begins that it would have moved', () => {
    const pendingSince = Date.UTC(2026, 11, 1, 9);
    const startsAt = Date.UTC(2026, 11, 3, 9);
    const presentStartsAt = Date.UTC(2026, 11, 2, 9);
    expect(holdEnd({ pendingSince, holdMinutes: 60, startsAt, presentStartsAt })).toBe(Date.UTC(2026, 11, 1, 10));
    expect(holdEnd({ pendingSince, holdMinutes: 14_400, startsAt, presentStartsAt })).toBe(presentStartsAt);
  });
});
