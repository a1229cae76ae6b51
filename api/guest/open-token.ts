import { findBookingByToken } from '#commands/guest-token.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Call } from '../operation.ts';
import { Problem } from '../problem.ts';

/** The booking a guest's link opens. @throws Problem `not_found`, alike for unknown, forged and ended links */
export async function openToken(
  { em, deps, now }: Pick<Call<unknown, unknown, unknown>, 'em' | 'deps' | 'now'>,
  token: string,
): Promise<Booking> {
  const booking = await findBookingByToken(em, deps.config, token, now);
  if (booking === null) throw new Problem('not_found');
  return booking;
}
