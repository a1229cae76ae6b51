import { type Actor, type BookingStatus, isHeld } from './booking.ts';

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
      readonly hasBegun: boolean;
    }
  | { readonly type: 'cancel'; readonly by: Actor; readonly hasBegun: boolean }
  | { readonly type: 'meeting_ends' };

/** `change` may keep the status: a pending booking that moves stays pending. `same` is a success that changes nothing. */
export type Transition =
  | { readonly kind: 'change'; readonly status: BookingStatus }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused' };

type RescheduleEvent = Extract<BookingEvent, { type: 'reschedule' }>;

const same: Transition = { kind: 'same' };
const refused: Transition = { kind: 'refused' };
const to = (status: BookingStatus): Transition => ({ kind: 'change', status });

/** An ended booking never comes back; what only time brings about finds nothing left to do. */
const ended = { confirm: refused, decline: refused, hold_runs_out: same, cancel: refused, meeting_ends: same };

const TABLE: Record<BookingStatus, Record<Exclude<BookingEvent['type'], 'reschedule'>, Transition>> = {
  pending: {
    confirm: to('confirmed'),
    decline: to('declined'),
    hold_runs_out: to('expired'),
    cancel: to('cancelled'),
    meeting_ends: to('expired'),
  },
  confirmed: {
    confirm: same,
    decline: refused,
    hold_runs_out: same,
    cancel: to('cancelled'),
    meeting_ends: to('completed'),
  },
  declined: { ...ended, decline: same },
  expired: ended,
  cancelled: { ...ended, cancel: same },
  completed: ended,
};

/**
 * What an event does to a booking: the transitions drawn in docs/architecture.md. Guests and hosts are answered 409 for
 * `refused`.
 */
export function transition(current: BookingStatus, event: BookingEvent): Transition {
  if (isTooLate(current, event)) return refused;
  if (event.type === 'reschedule') return reschedule(current, event);
  if (event.type === 'confirm' && event.holdIsOver === true && current === 'pending') return refused;
  return TABLE[current][event.type];
}

/** Once the meeting has begun its guest changes nothing any more; its host may, until it ends. */
const isTooLate = (current: BookingStatus, event: BookingEvent): boolean =>
  (event.type === 'reschedule' || event.type === 'cancel') && event.by === 'guest' && event.hasBegun && isHeld(current);

/** A guest's new time needs the host's word again where the type asks for it; anybody else's new time stands. */
function reschedule(current: BookingStatus, { by, requiresConfirmation, sameTime }: RescheduleEvent): Transition {
  if (!isHeld(current)) return refused;
  if (sameTime) return same;
  return to(by === 'guest' && requiresConfirmation ? 'pending' : current);
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
