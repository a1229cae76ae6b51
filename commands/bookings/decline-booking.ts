import { standingOf, transition } from '#domain/booking-transitions.ts';
import { actorOf, changeBooking, type HostChange } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { says } from '#messages/says.ts';
import { endBooking } from './end-booking.ts';
import { notAnswerable } from './not-possible.ts';
import { keepTime } from './proposal.ts';
import { change } from './record-event.ts';

/**
 * The host turns a pending booking down, or the time that the guest of a confirmed one proposes: that booking keeps its
 * time. Declining twice changes nothing.
 * @throws Refusal as `changeBooking`, `invalid_transition`
 */
export async function declineBooking(deps: CommandDeps, input: HostChange & { reason?: string }): Promise<void> {
  const { operation: id, reason = null } = input;
  const actor = actorOf(input);
  await changeBooking(deps, input, async (em, booking, now) => {
    const proposalIsOver = Boolean(booking.proposalOutcome);
    const next = transition(standingOf(booking), { type: 'decline', proposalIsOver });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused') throw notAnswerable(booking, 'declined');
    if (next.kind === 'keep') return keepTime(em, booking, { outcome: 'declined', id, actor, reason, now });
    await endBooking(em, booking, { status: 'declined', by: actor, reason, now });
    change(em, booking, { id, at: now, actor, kind: 'declined', sentence: says('said.declined') });
    return 'decline';
  });
}
