import { isHeld } from '#domain/booking.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Refusal } from './refusal.ts';

/** Why a booking cannot be moved or cancelled: its meeting has begun, or it is over. */
export function notPossible({ status }: Booking, hasBegun: boolean, what: 'moved' | 'cancelled'): Refusal {
  const why = hasBegun && isHeld(status) ? 'The meeting has begun and' : `This booking is ${status} and`;
  return new Refusal('invalid_transition', `${why} cannot be ${what} any more.`);
}
