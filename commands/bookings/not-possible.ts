import { changeableUntil, needsReason } from '#domain/change-notice.ts';
import { isHeld } from '#domain/booking.ts';
import type { Booking } from '#db/entities/booking.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/** Why a booking cannot be moved or cancelled: its meeting has begun, or it is over. */
export function notPossible({ status }: Booking, hasBegun: boolean, what: 'moved' | 'cancelled'): Refusal {
  return new Refusal(
    'invalid_transition',
    hasBegun && isHeld(status) ? says('said.has_begun', { what }) : says('said.no_longer_possible', { status, what }),
  );
}

/** Why a host's answer comes too late, or answers nothing. */
export function notAnswerable({ status, proposalOutcome }: Booking, what: 'confirmed' | 'declined'): Refusal {
  return new Refusal(
    'invalid_transition',
    status === 'confirmed' && proposalOutcome
      ? says('said.no_longer_asks')
      : says('said.not_answerable', { status, what }),
  );
}

/**
 * The host has set how long before the start guests may still change a booking; the host may change it after that too.
 * @throws Refusal `too_late_to_change`
 */
export function checkChangeNotice(booking: Booking, actor: string, now: Date): void {
  if (actor !== 'guest' || now < changeableUntil(booking)) return;
  throw new Refusal('too_late_to_change', says('said.too_late_to_change'));
}

/** @throws Refusal `validation_failed` where the guest has to say why and does not */
export function checkReason(booking: Booking, actor: string, reason = ''): void {
  if (actor !== 'guest' || !needsReason(booking) || reason.trim() !== '') return;
  throw invalidField('/reason', says('said.reason_needed'));
}
