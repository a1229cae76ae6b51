import { createHash } from 'node:crypto';
import { isFollowUpTooLate } from '#domain/follow-up.ts';
import { enqueueMail } from '#commands/bookings/enqueue-mail.ts';
import type { BookingFacts } from '../booking-facts.ts';
import { followUpOf } from '../mails/follow-up.ts';
import type { Wake } from './next-wake.ts';

/** Meetings end together, at full hours: the follow-ups of one moment are spread over so much time, milliseconds. */
const SPREAD_MS = 30_000;

/** Queues the mail to the guest after the meeting once it is due, one for ever; returns when that will be. */
export async function enqueueFollowUp(facts: BookingFacts): Promise<Wake[]> {
  const { em, booking, mails, now } = facts;
  const dueAt = followUpOf(facts);
  if (dueAt === null || mails.some(({ kind }) => kind === 'follow_up')) return [];
  if (dueAt > now.getTime()) return [{ at: dueAt + spreadMs(booking.id), reason: 'follow-up', waitsFor: 'time' }];
  if (!isFollowUpTooLate(dueAt, now.getTime()))
    mails.push(...(await enqueueMail(em, booking, { kind: 'follow_up', cause: 'end', to: ['guest'], now })));
  return [];
}

/** How long after the common moment a booking has its turn, in whole seconds; a hash of its id gives it the same at every plan. */
function spreadMs(bookingId: string): number {
  const share = createHash('sha256').update(bookingId).digest().readUInt32BE() / 2 ** 32;
  return Math.floor((share * SPREAD_MS) / 1_000) * 1_000;
}
