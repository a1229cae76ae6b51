import { describe, expect, test } from 'vitest';
import { BOOKING_STATUSES, type BookingStatus } from './booking.ts';
import { type BookingEvent, holdEnd, transition } from './booking-transitions.ts';

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
  decline: { type: 'decline' },
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
  'guest moves, too late': { ...reschedule, hasBegun: true },
  'host moves during the meeting': { ...reschedule, by: 'host', hasBegun: true },
} as const satisfies Record<string, BookingEvent>;

const ENDED = {
  confirm: 'refused',
  'late confirm': 'refused',
  decline: 'refused',
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
  'guest moves, too late': 'refused',
  'host moves during the meeting': 'refused',
} as const;

const TABLE: Record<BookingStatus, Record<keyof typeof EVENTS, BookingStatus | 'same' | 'refused'>> = {
  pending: {
    confirm: 'confirmed',
    'late confirm': 'refused',
    decline: 'declined',
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
    'guest moves, too late': 'refused',
    'host moves during the meeting': 'pending',
  },
  confirmed: {
    confirm: 'same',
    'late confirm': 'same',
    decline: 'refused',
    'hold runs out': 'same',
    'guest cancels': 'cancelled',
    'guest cancels, too late': 'refused',
    'host cancels': 'cancelled',
    'host cancels during the meeting': 'cancelled',
    'meeting ends': 'completed',
    'guest moves': 'confirmed',
    'guest moves, to be confirmed': 'pending',
    'host moves': 'confirmed',
    'host moves, to be confirmed': 'confirmed',
    'provider moves, to be confirmed': 'confirmed',
    'guest moves to the same time': 'same',
    'guest moves, too late': 'refused',
    'host moves during the meeting': 'confirmed',
  },
  declined: { ...ENDED, decline: 'same' },
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

const rows = BOOKING_STATUSES.flatMap((status) =>
  Object.entries(EVENTS).map(([name, event]) => ({
    status,
    name,
    event,
    outcome: TABLE[status][name as keyof typeof EVENTS],
  })),
);

describe('a booking', () => {
  test.each(rows)('$status, $name → $outcome', ({ status, event, outcome }) => {
    const expected =
      outcome === 'same' || outcome === 'refused' ? { kind: outcome } : { kind: 'change', status: outcome };
    expect(transition(status, event)).toEqual(expected);
  });

  test('gives its slot back after its minutes, but never after its start', () => {
    const pendingSince = Date.UTC(2026, 11, 1, 9);
    const startsAt = Date.UTC(2026, 11, 1, 11);
    expect(holdEnd({ pendingSince, holdMinutes: 60, startsAt })).toBe(Date.UTC(2026, 11, 1, 10));
    expect(holdEnd({ pendingSince, holdMinutes: 1440, startsAt })).toBe(startsAt);
  });
});
