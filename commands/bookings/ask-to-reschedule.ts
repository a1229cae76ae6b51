import { actorOf, changeBooking, type HostChange } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { notPossible } from './not-possible.ts';
import { change } from './record-event.ts';

/**
 * The host asks the guest to pick another time. The booking keeps its time until the guest has; asked again, the guest is
 * mailed again. Such a guest may reschedule until the meeting begins, with any notice.
 * @throws Refusal as `changeBooking`, `invalid_transition`
 */
export async function askToReschedule(deps: CommandDeps, input: HostChange & { reason?: string }): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const hasBegun = booking.startsAt <= now;
    if (booking.status !== 'confirmed' || hasBegun) throw notPossible(booking, hasBegun, 'moved');
    if (booking.proposedStartsAt) throw new Refusal('invalid_transition', says('said.asks_already'));
    booking.rescheduleAskedAt = now;
    booking.reason = input.reason || null;
    booking.reasonBy = booking.reason === null ? null : 'host';
    const sentence = says('said.reschedule_asked');
    change(em, booking, { at: now, actor: actorOf(input), kind: 'reschedule_asked', sentence });
    await enqueueMail(em, booking, {
      kind: 'reschedule_asked',
      cause: `revision-${booking.revision}`,
      to: ['guest'],
      now,
    });
    return 'reschedule';
  });
}
