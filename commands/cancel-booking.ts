import { transition } from '#domain/booking-transitions.ts';
import { type BookingChange, changeBooking } from './change-booking.ts';
import type { CommandDeps } from './deps.ts';
import { endBooking } from './end-booking.ts';
import { change } from './record.ts';
import { Refusal } from './refusal.ts';

/** Guest or host cancels. Cancelling twice changes nothing. @throws Refusal as `changeBooking`, `invalid_transition` */
export async function cancelBooking(
  deps: CommandDeps,
  input: BookingChange & { actor: 'host' | 'guest'; reason?: string },
): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const next = transition(booking.status, { type: 'cancel' });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused')
      throw new Refusal('invalid_transition', `This booking is ${booking.status} and cannot be cancelled.`);
    await endBooking(em, booking, { status: 'cancelled', by: input.actor, reason: input.reason ?? null, now });
    change(em, booking, { at: now, actor: input.actor, kind: 'cancelled', text: 'Cancelled the booking.' }, 'cancel');
    return 'cancel';
  });
}
