import { transition } from '#domain/booking-transitions.ts';
import { actorOf, changeBooking, type HostChange } from './change-booking.ts';
import type { CommandDeps } from './deps.ts';
import { endBooking } from './end-booking.ts';
import { change } from './record.ts';
import { Refusal } from './refusal.ts';

/** The host turns a pending booking down. @throws Refusal as `changeBooking`, `invalid_transition` */
export async function declineBooking(deps: CommandDeps, input: HostChange & { reason?: string }): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const next = transition(booking.status, { type: 'decline' });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused')
      throw new Refusal('invalid_transition', `This booking is ${booking.status} and cannot be declined.`);
    await endBooking(em, booking, { status: 'declined', by: actorOf(input), reason: input.reason ?? null, now });
    change(
      em,
      booking,
      { id: input.operation, at: now, actor: actorOf(input), kind: 'declined', text: 'Declined the booking.' },
      'decline',
    );
    return 'decline';
  });
}
