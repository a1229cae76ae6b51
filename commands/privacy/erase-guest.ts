import { transition } from '#domain/booking-transitions.ts';
import { changeBooking } from '#commands/bookings/change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { endBooking } from '#commands/bookings/end-booking.ts';
import { forgetGuest } from './forget-guest.ts';
import { change } from '#commands/bookings/record-event.ts';
import { says } from '#messages/says.ts';

/**
 * The guest wants to be forgotten. The link stops working at once; a booking that still lies ahead is cancelled first. Words
 * and addresses go at once where nothing is pending, else when the cancellation was mailed (see `forgetGuest`). A meeting
 * that has begun is left to complete.
 * @throws Refusal `not_found`
 */
export async function eraseGuest(deps: CommandDeps, { bookingId }: { bookingId: string }): Promise<void> {
  await changeBooking(deps, { bookingId }, async (em, booking, now) => {
    if (booking.eraseAskedAt) return null;
    booking.eraseAskedAt = now;
    booking.linkVersion += 1;
    const cancel = { type: 'cancel', by: 'guest', hasBegun: booking.startsAt <= now } as const;
    const cancels = transition(booking.status, cancel).kind === 'change';
    if (cancels) await endBooking(em, booking, { status: 'cancelled', by: 'guest', reason: null, now });
    const sentence = cancels ? says('said.erased_cancelled') : says('said.erased');
    change(em, booking, { at: now, actor: 'guest', kind: 'erased', sentence });
    await forgetGuest(em, booking, now);
    return 'erase';
  });
}
