import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { GaveUp } from '#workflows/plan-types.ts';
import type { ActivityDeps } from '../deps.ts';
import { backOffMs } from '#domain/retry-policy.ts';

/**
 * A lane failed after its own attempts: its work is tried again after a growing wait, so that other bookings do not
 * wait for a sick provider. Work begun before the newest change of the booking is not counted.
 */
export async function backOff(
  em: Em,
  deps: ActivityDeps,
  booking: Booking,
  gaveUp: readonly GaveUp[],
  now: Date,
): Promise<void> {
  for (const { lane, subject, revision } of gaveUp) {
    if (revision !== booking.revision) continue;
    if (lane === 'mails') await postponeMails(em, deps, booking, now);
    else if (subject !== null) await postponeCalls(em, deps, subject, now);
  }
}

async function postponeCalls(em: Em, { config }: ActivityDeps, conferenceId: string, now: Date): Promise<void> {
  const conference = await em.findOne(Conference, { id: conferenceId });
  if (conference === null) return;
  conference.retryAt = new Date(now.getTime() + backOffMs(config, conference.failures));
  conference.failures += 1;
}

/** Mails that were claimed and came to nothing; their claims run out by themselves. */
async function postponeMails(em: Em, { config }: ActivityDeps, booking: Booking, now: Date): Promise<void> {
  for (const mail of await em.find(EmailDelivery, { booking: booking.id, state: 'claimed' }))
    mail.retryAt = new Date(now.getTime() + backOffMs(config, mail.attempts - 1));
}
