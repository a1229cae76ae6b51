import { LockMode } from '@mikro-orm/postgresql';
import { Booking } from '#db/entities/booking.ts';
import { standingOf, transition } from '#domain/booking-transitions.ts';
import type { Em } from '#db/host-transaction.ts';
import { resetConferenceBackoff } from './request-conference.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { keepTime } from './proposal.ts';
import { change, changeWithin } from './record-event.ts';

const TEXT = 'The hold on the time ran out before the host confirmed.';

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
  for (const booking of overdue) await expire(em, booking, now, change);
  await em.flush();
  return overdue;
}

/** The same from the booking's own workflow. */
export async function expireWithin(em: Em, booking: Booking, now: Date): Promise<void> {
  await expire(em, booking, now, changeWithin);
}

async function expire(em: Em, booking: Booking, now: Date, write: typeof change): Promise<void> {
  const next = transition(standingOf(booking), { type: 'hold_runs_out' });
  if (next.kind === 'keep') await keepTime(em, booking, { outcome: 'expired', actor: 'system', now }, write);
  if (next.kind !== 'change') return;
  booking.status = next.status;
  booking.endedAt = now;
  booking.endedBy = 'system';
  booking.linkWanted = false;
  await resetConferenceBackoff(em, booking.id);
  await enqueueMail(em, booking, { kind: 'expired', cause: 'end', to: ['guest', 'host'], now });
  write(em, booking, { at: now, actor: 'system', kind: 'expired', text: TEXT }, 'expired');
}
