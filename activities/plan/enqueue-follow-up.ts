import { isFollowUpTooLate } from '#domain/follow-up.ts';
import { enqueueMail } from '#commands/bookings/enqueue-mail.ts';
import type { BookingFacts } from '../booking-facts.ts';
import { followUpOf } from '../mails/follow-up.ts';
import type { Wake } from './next-wake.ts';
import { CROWD_SPREAD_MS, spreadMs } from './spread.ts';

/** Queues the mail to the guest after the meeting once it is due, one for ever; returns when that will be. */
export async function enqueueFollowUp(facts: BookingFacts): Promise<Wake[]> {
  const { em, booking, mails, now } = facts;
  const dueAt = followUpOf(facts);
  if (dueAt === null || mails.some(({ kind }) => kind === 'follow_up')) return [];
  if (dueAt > now.getTime())
    return [{ at: dueAt + spreadMs(booking.id, CROWD_SPREAD_MS), reason: 'follow-up', waitsFor: 'time' }];
  if (!isFollowUpTooLate(dueAt, now.getTime()))
    mails.push(...(await enqueueMail(em, booking, { kind: 'follow_up', cause: 'end', to: ['guest'], now })));
  return [];
}
