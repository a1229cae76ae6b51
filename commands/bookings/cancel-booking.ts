import { transition } from '#domain/booking-transitions.ts';
import { type BookingChange, changeBooking } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { says } from '#messages/says.ts';
import { endBooking } from './end-booking.ts';
import { change } from './record-event.ts';
import { checkChangeNotice, checkReason, notPossible } from './not-possible.ts';

/**
 * Guest, host or operator cancels; the guest until the event type's notice before the meeting, the others until it ends.
 * Cancelling twice changes nothing.
 * @throws Refusal as `changeBooking`, `invalid_transition`, `too_late_to_change`, `validation_failed` without a reason
 */
export async function cancelBooking(
  deps: CommandDeps,
  input: BookingChange & { actor: 'host' | 'guest' | 'operator'; reason?: string },
): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const hasBegun = booking.startsAt <= now;
    const next = transition(booking.status, { type: 'cancel', by: input.actor, hasBegun });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused') throw notPossible(booking, hasBegun, 'cancelled');
    checkChangeNotice(booking, input.actor, now);
    checkReason(booking, input.actor, input.reason);
    await endBooking(em, booking, { status: 'cancelled', by: input.actor, reason: input.reason ?? null, now });
    change(em, booking, {
      id: input.operation,
      at: now,
      actor: input.actor,
      kind: 'cancelled',
      sentence: says('said.cancelled'),
    });
    return 'cancel';
  });
}
