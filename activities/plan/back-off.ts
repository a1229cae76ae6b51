import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Em } from '#db/host-transaction.ts';
import type { GaveUp } from '#workflows/messages.ts';
import type { ActivityDeps } from '../deps.ts';

/**
 * Work on a meeting gave up after its own attempts: it is tried again after a growing wait, so that nobody waits for a
 * sick provider. Work begun before the newest change of what is wanted counts for nothing.
 */
export async function backOff(
  em: Em,
  { config }: ActivityDeps,
  booking: Booking,
  gaveUp: readonly GaveUp[],
  now: Date,
) {
  for (const { lane, subject, revision } of gaveUp) {
    if (lane !== 'conference' || subject === null || revision !== booking.revision) continue;
    const conference = await em.findOne(Conference, { id: subject });
    if (conference === null) continue;
    const wait = Math.min(config.RETRY_AFTER_MS * 2 ** conference.failures, config.RETRY_CAP_MS);
    conference.failures += 1;
    conference.retryAt = new Date(now.getTime() + wait);
  }
}
