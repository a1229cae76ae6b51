import type { Actor, BookingStatus } from './booking.ts';

export type BookingEvent =
  /** `holdIsOver`: now is not before the hold's end, though nobody has expired the booking yet. */
  | { readonly type: 'confirm'; readonly holdIsOver?: boolean }
  | { readonly type: 'decline' }
  | { readonly type: 'hold_runs_out' }
  | {
      readonly type: 'reschedule';
      readonly by: Actor;
      readonly requiresConfirmation: boolean;
      /** The booking already has the time that is asked for. */
      readonly sameTime: boolean;
    }
  | { readonly type: 'cancel' }
  /** The end of the meeting and of its buffers. */
  | { readonly type: 'meeting_ends' };

/** `change` may keep the status: a pending booking that moves stays pending. `same` is a success that changes nothing. */
export type Transition =
  | { readonly kind: 'change'; readonly status: BookingStatus }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused' };

type RescheduleEvent = Extract<BookingEvent, { type: 'reschedule' }>;
type Cell = Transition | ((event: BookingEvent) => Transition);

const same: Transition = { kind: 'same' };
const refused: Transition = { kind: 'refused' };
const to = (status: BookingStatus): Transition => ({ kind: 'change', status });

const confirmInTime = (event: BookingEvent) =>
  event.type === 'confirm' && event.holdIsOver === true ? refused : to('confirmed');

/** A guest's new time needs the host's word again where the type asks for it; anybody else's new time stands. */
const asksAgain = ({ by, requiresConfirmation }: RescheduleEvent) => by === 'guest' && requiresConfirmation;

const movePending = (event: BookingEvent) => (event.type === 'reschedule' && event.sameTime ? same : to('pending'));
const moveConfirmed = (event: BookingEvent) => {
  if (event.type !== 'reschedule') return refused;
  if (event.sameTime) return same;
  return to(asksAgain(event) ? 'pending' : 'confirmed');
};

/** An ended booking never comes back; what only time brings about finds nothing left to do. */
const ended = {
  confirm: refused,
  decline: refused,
  hold_runs_out: same,
  reschedule: refused,
  cancel: refused,
  meeting_ends: same,
};

// prettier-ignore
const TABLE: Record<BookingStatus, Record<BookingEvent['type'], Cell>> = {
  pending: {
    confirm: confirmInTime, decline: to('declined'), hold_runs_out: to('expired'),
    reschedule: movePending, cancel: to('cancelled'), meeting_ends: to('expired'),
  },
  confirmed: {
    confirm: same, decline: refused, hold_runs_out: same,
    reschedule: moveConfirmed, cancel: to('cancelled'), meeting_ends: to('completed'),
  },
  declined: { ...ended, decline: same },
  expired: ended,
  cancelled: { ...ended, cancel: same },
  completed: ended,
};

/** What an event does to a booking: the table of design §4. Guests and hosts are answered 409 for `refused`. */
export function transition(current: BookingStatus, event: BookingEvent): Transition {
  const cell = TABLE[current][event.type];
  return typeof cell === 'function' ? cell(event) : cell;
}

/**
 * When a pending booking gives its slot back, in epoch milliseconds like its arguments: `holdMinutes` after it became
 * pending, but never after its start. Moving a pending booking does not restart the hold.
 */
export const holdEnd = (hold: {
  readonly pendingSince: number;
  readonly holdMinutes: number;
  readonly startsAt: number;
}) => Math.min(hold.pendingSince + hold.holdMinutes * 60_000, hold.startsAt);
