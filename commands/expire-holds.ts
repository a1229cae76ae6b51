import { Booking } from '#db/entities/booking.ts';
import { LockMode } from '@mikro-orm/postgresql';
import type { Em } from '#db/host-transaction.ts';
import { letConferenceActAnew } from './conference-wish.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { change, changeWithin } from './record.ts';

const TEXT = 'The hold on the time ran out before the host confirmed.';

/**
 * Ends the holds of a host that have run out, so that offer and acceptance agree even while Temporal is down.
 * Returns the bookings whose workflows are to be told `expired` after the commit.
 */
export async function expireOverdueHolds(em: Em, hostId: string, now: Date): Promise<Booking[]> {
  const overdue = await em.find(
    Booking,
    { host: hostId, status: 'pending', holdEndsAt: { $lte: now } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const booking of overdue) {
    await expire(em, booking, now);
    change(em, booking, { at: now, actor: 'system', kind: 'expired', text: TEXT }, 'expired');
  }
  await em.flush();
  return overdue;
}

/** The same from the booking's own workflow. */
export async function expireWithin(em: Em, booking: Booking, now: Date): Promise<void> {
  await expire(em, booking, now);
  changeWithin(em, booking, { at: now, actor: 'system', kind: 'expired', text: TEXT });
}

async function expire(em: Em, booking: Booking, now: Date): Promise<void> {
  booking.status = 'expired';
  booking.endedAt = now;
  booking.endedBy = 'system';
  booking.linkWanted = false;
  await letConferenceActAnew(em, booking.id);
  await enqueueMail(em, booking, { kind: 'expired', cause: 'end', to: ['guest', 'host'], now });
}
