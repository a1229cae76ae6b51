import { type Actor, type BookingStatus, isHeld } from './booking.ts';

/**
 * Where a booking stands: its status, and of a confirmed one whether its guest has proposed another time, which the host
 * has not answered yet. Both times are held meanwhile.
 */
export type Standing = BookingStatus | 'proposed';

interface Stored {
  readonly status: BookingStatus;
  readonly proposedStartsAt?: Date | null | undefined;
}

/** Where a booking stands, by its status and the time its guest proposes. */
export const standingOf = ({ status, proposedStartsAt }: Stored): Standing =>
  status === 'confirmed' && proposedStartsAt ? 'proposed' : status;

/** Whether the host is asked: for the booking, or for its proposed time. */
export const awaitsAnswer = (booking: Stored): boolean => ['pending', 'proposed'].includes(standingOf(booking));

export type BookingEvent =
  /**
   * `holdIsOver`: now is not before the hold's end, though it has not been ended yet. `proposalIsOver`: the guest
   * proposed a time since the booking was confirmed or moved, and the proposal has ended.
   */
  | { readonly type: 'confirm'; readonly holdIsOver?: boolean; readonly proposalIsOver?: boolean }
  | { readonly type: 'decline'; readonly holdIsOver?: boolean; readonly proposalIsOver?: boolean }
  | { readonly type: 'hold_runs_out' }
  | {
      readonly type: 'reschedule';
      readonly by: Actor;
      readonly requiresConfirmation: boolean;
      /** The booking already has the time that is asked for. */
      readonly sameTime: boolean;
      /** The time that is asked for is the one proposed. */
      readonly sameProposal?: boolean;
      readonly hasBegun: boolean;
    }
  | { readonly type: 'cancel'; readonly by: Actor; readonly hasBegun: boolean }
  | { readonly type: 'meeting_ends' };

export type Transition =
  /** May keep the status: a pending booking that moves stays pending. A proposal ends with it. */
  | { readonly kind: 'change'; readonly status: BookingStatus }
  /** The booking keeps its time; the time that is asked for is held until the host answers. */
  | { readonly kind: 'propose' }
  /** The booking moves to the proposed time. */
  | { readonly kind: 'accept' }
  /** The proposal ends; the booking keeps its time. */
  | { readonly kind: 'keep' }
  /** A success that changes nothing. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused' };

type RescheduleEvent = Extract<BookingEvent, { type: 'reschedule' }>;
type AnswerEvent = Extract<BookingEvent, { type: 'confirm' | 'decline' }>;

const same: Transition = { kind: 'same' };
const refused: Transition = { kind: 'refused' };
const propose: Transition = { kind: 'propose' };
const accept: Transition = { kind: 'accept' };
const keep: Transition = { kind: 'keep' };
const to = (status: BookingStatus): Transition => ({ kind: 'change', status });

/** An ended booking never comes back; what only time brings about finds nothing left to do. */
const ended = { confirm: refused, decline: refused, hold_runs_out: same, cancel: refused, meeting_ends: same };

const confirmed = {
  confirm: same,
  decline: refused,
  hold_runs_out: same,
  cancel: to('cancelled'),
  meeting_ends: to('completed'),
};

const TABLE: Record<Standing, Record<Exclude<BookingEvent['type'], 'reschedule'>, Transition>> = {
  pending: {
    confirm: to('confirmed'),
    decline: to('declined'),
    hold_runs_out: to('expired'),
    cancel: to('cancelled'),
    meeting_ends: to('expired'),
  },
  confirmed,
  proposed: { ...confirmed, confirm: accept, decline: keep, hold_runs_out: keep },
  declined: { ...ended, decline: same },
  expired: ended,
  cancelled: { ...ended, cancel: same },
  completed: ended,
};

/**
 * What an event does to a booking: the transitions drawn in docs/architecture.md. Guests and hosts are answered 409 for
 * `refused`.
 */
export function transition(current: Standing, event: BookingEvent): Transition {
  if (isTooLate(current, event)) return refused;
  if (event.type === 'reschedule') return reschedule(current, event);
  if (event.type === 'confirm' || event.type === 'decline') return answer(current, event);
  return TABLE[current][event.type];
}

/**
 * What the clock has done to a booking and its row does not say yet; null where they agree. What it does first comes
 * first: no proposed time is held beyond the start of the meeting it would move.
 */
export function dueEvent(
  booking: Stored & { readonly holdEndsAt?: Date | null | undefined; readonly endsAt: Date },
  now: Date,
): 'hold_runs_out' | 'meeting_ends' | null {
  const { status, holdEndsAt, endsAt } = booking;
  if (awaitsAnswer(booking) && holdEndsAt && holdEndsAt <= now) return 'hold_runs_out';
  return isHeld(status) && endsAt <= now ? 'meeting_ends' : null;
}

/** Whether a booking that stands so holds a time. */
const holds = (current: Standing): boolean => current === 'proposed' || isHeld(current);

/** Once the meeting has begun its guest changes nothing any more; its host may, until it ends. */
const isTooLate = (current: Standing, event: BookingEvent): boolean =>
  (event.type === 'reschedule' || event.type === 'cancel') && event.by === 'guest' && event.hasBegun && holds(current);

/** A guest's new time needs the host's confirmation where the event type asks for it; a host's new time stands. */
function reschedule(current: Standing, event: RescheduleEvent): Transition {
  const { by, requiresConfirmation, sameTime, sameProposal = false } = event;
  if (!holds(current)) return refused;
  if (sameTime) return current === 'proposed' && by === 'guest' ? keep : same;
  if (current === 'pending') return to('pending');
  if (by !== 'guest' || !requiresConfirmation) return to('confirmed');
  return current === 'proposed' && sameProposal ? same : propose;
}

/** A word that comes after its proposal has ended moves nothing; nor does it fail where the time was to be kept anyway. */
function answer(current: Standing, { type, holdIsOver = false, proposalIsOver = false }: AnswerEvent): Transition {
  if (current === 'confirmed' && proposalIsOver) return type === 'confirm' ? refused : same;
  if (holdIsOver && type === 'confirm' && (current === 'pending' || current === 'proposed')) return refused;
  return TABLE[current][type];
}

/**
 * Until when the host can answer a request, in epoch milliseconds like its arguments: `holdMinutes` after it was made,
 * but never after its start, or after the start of the meeting it would move (`presentStartsAt`). Another proposal before
 * the answer does not restart it.
 */
export const holdEnd = (hold: {
  readonly pendingSince: number;
  readonly holdMinutes: number;
  readonly startsAt: number;
  readonly presentStartsAt?: number;
}) => Math.min(hold.pendingSince + hold.holdMinutes * 60_000, hold.startsAt, hold.presentStartsAt ?? Infinity);
