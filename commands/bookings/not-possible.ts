import { changeableUntil, needsReason } from '#domain/change-notice.ts';
import { isHeld } from '#domain/booking.ts';
import type { Booking } from '#db/entities/booking.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';

/** Why a booking cannot be moved or cancelled: its meeting has begun, or it is over. */
export function notPossible({ status }: Booking, hasBegun: boolean, what: 'moved' | 'cancelled'): Refusal {
  return new Refusal(
    'invalid_transition',
    hasBegun && isHeld(status)
      ? `The meeting has begun and can no longer be ${what}.`
      : `This booking is ${status} and can no longer be ${what}.`,
  );
}

/** Why a host's answer comes too late, or answers nothing. */
export function notAnswerable({ status, proposalOutcome }: Booking, what: 'confirmed' | 'declined'): Refusal {
  return new Refusal(
    'invalid_transition',
    status === 'confirmed' && proposalOutcome
      ? 'The guest no longer asks for another time; the booking keeps its time.'
      : `This booking is ${status} and cannot be ${what}.`,
  );
}

/**
 * The host has set how long before the start guests may still change a booking; the host may change it after that too.
 * @throws Refusal `too_late_to_change`
 */
export function checkChangeNotice(booking: Booking, actor: string, now: Date): void {
  if (actor !== 'guest' || now < changeableUntil(booking)) return;
  throw new Refusal(
    'too_late_to_change',
    'It is too late to reschedule or cancel this booking online. Please contact your host: reply to your confirmation email.',
  );
}

/** @throws Refusal `validation_failed` where the guest has to say why and does not */
export function checkReason(booking: Booking, actor: string, reason = ''): void {
  if (actor !== 'guest' || !needsReason(booking) || reason.trim() !== '') return;
  throw invalidField('/reason', 'Please tell your host why.');
}
