import { LockMode } from '@mikro-orm/postgresql';
import { Booking } from '#db/entities/booking.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { dueEvent, standingOf, transition } from '#domain/booking-transitions.ts';
import { deliverBooking, deliverExpired } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { says } from '#messages/says.ts';
import { clearProposal } from './clear-proposal.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { keepTime } from './proposal.ts';
import { change } from './record-event.ts';
import { resetConferenceBackoff } from './request-conference.ts';

/**
 * Brings a booking to where the clock has brought it: its hold has run out, its meeting is over. The caller holds the
 * booking's row; after a change from outside of the booking's workflow it signals it.
 */
export async function advanceByClock(
  em: Em,
  booking: Booking,
  now: Date,
  write: typeof change = change,
): Promise<void> {
  for (let type = dueEvent(booking, now); type !== null; type = dueEvent(booking, now)) {
    const next = transition(standingOf(booking), { type });
    if (next.kind === 'keep') await keepTime(em, booking, { outcome: 'expired', actor: 'system', now }, write);
    else if (next.kind === 'change' && (next.status === 'expired' || next.status === 'completed'))
      await end(em, booking, next.status, now, write);
    else throw new Error(`A ${standingOf(booking)} booking does not change when ${type}`);
  }
}

const SENTENCES = {
  expired: says('said.hold_expired'),
  completed: says('said.completed'),
};

async function end(em: Em, booking: Booking, status: keyof typeof SENTENCES, now: Date, write: typeof change) {
  booking.status = status;
  booking.endedAt = now;
  booking.endedBy = 'system';
  booking.linkWanted = false;
  clearProposal(booking);
  if (status === 'expired') {
    await resetConferenceBackoff(em, booking.id);
    await enqueueMail(em, booking, { kind: 'expired', cause: 'end', to: ['guest', 'host'], now });
  }
  write(em, booking, { at: now, actor: 'system', kind: status, sentence: SENTENCES[status] });
  // A request that was not answered in time was not accepted either; the booking's status tells the two apart.
  await queueBookingEvent(em, booking, status === 'completed' ? 'booking.completed' : 'booking.declined', now);
}

/**
 * Ends the holds of a host that have run out, of bookings and of proposed times, so that offer and acceptance agree even
 * while Temporal is down. Returns the bookings whose workflows are to be told `expired` after the commit.
 */
export async function expireOverdueHolds(em: Em, hostId: string, now: Date): Promise<Booking[]> {
  const overdue = await em.find(
    Booking,
    {
      host: hostId,
      holdEndsAt: { $lte: now },
      $or: [{ status: 'pending' }, { status: 'confirmed', proposedStartsAt: { $ne: null } }],
    },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const booking of overdue) await advanceByClock(em, booking, now);
  await em.flush();
  return overdue;
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
    if (booking === null || dueEvent(booking, now) === null) return { expired, completed: [] };
    await advanceByClock(em, booking, now);
    await em.flush();
    return { expired, completed: [booking] };
  });
  await Promise.all([
    deliverExpired(deps, expired),
    ...completed.map((booking) => deliverBooking(deps, booking, 'completed')),
  ]);
}
