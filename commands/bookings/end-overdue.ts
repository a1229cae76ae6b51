import { LockMode } from '@mikro-orm/postgresql';
import { Booking } from '#db/entities/booking.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import { awaitsAnswer } from '#domain/booking-transitions.ts';
import { completeBooking, isOver } from './complete-booking.ts';
import { deliverBooking, deliverExpired } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { expireOverdueHolds } from './expire-holds.ts';

type Times = Pick<Booking, 'status' | 'proposedStartsAt' | 'holdEndsAt' | 'endsAt'>;

/**
 * Whether a booking or its proposal has ended by the clock and the row does not say so yet: its hold has run out, or
 * its meeting is over.
 */
export function isOverdue(booking: Times, now: Date): boolean {
  const { holdEndsAt } = booking;
  return isOver(booking, now) || Boolean(awaitsAnswer(booking) && holdEndsAt && holdEndsAt <= now);
}

/**
 * Writes down what the clock has ended, as the booking's workflow would have, were Temporal not away. In a transaction of
 * its own, which the refusal of the command that came too late does not undo.
 */
export async function endOverdue(deps: CommandDeps, { id, host }: Pick<Booking, 'id' | 'host'>): Promise<void> {
  const { expired, completed } = await hostTransaction(deps.orm, host, async (em) => {
    const now = deps.now();
    const expired = await expireOverdueHolds(em, host, now);
    const booking = await em.findOne(Booking, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (booking === null || !isOver(booking, now)) return { expired, completed: [] };
    completeBooking(em, booking, now);
    await em.flush();
    return { expired, completed: [booking] };
  });
  await Promise.all([
    deliverExpired(deps, expired),
    ...completed.map((booking) => deliverBooking(deps, booking, 'completed')),
  ]);
}
