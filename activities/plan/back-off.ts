import type { GaveUp } from '#workflows/plan-types.ts';
import { backOffMs } from '#domain/retry-policy.ts';
import type { BookingFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';

/**
 * A lane failed after its own attempts: its work is tried again after a growing wait, so that other bookings do not
 * wait for a sick provider. Work begun before the newest change of the booking is not counted.
 */
export function backOff({ config }: ActivityDeps, facts: BookingFacts, gaveUp: readonly GaveUp[]): void {
  for (const { lane, subject, revision } of gaveUp) {
    if (revision !== facts.booking.revision) continue;
    if (lane === 'mails') postponeMails(config, facts);
    else if (subject !== null) postponeCalls(config, facts, subject);
  }
}

type Waits = ActivityDeps['config'];

function postponeCalls(config: Waits, { meetings, now }: BookingFacts, conferenceId: string): void {
  const conference = meetings.find(({ id }) => id === conferenceId);
  if (conference === undefined) return;
  conference.retryAt = new Date(now.getTime() + backOffMs(config, conference.failures));
  conference.failures += 1;
}

/** Mails that were claimed and came to nothing; their claims run out by themselves. */
function postponeMails(config: Waits, { mails, now }: BookingFacts): void {
  for (const mail of mails.filter(({ state }) => state === 'claimed'))
    mail.retryAt = new Date(now.getTime() + backOffMs(config, mail.attempts - 1));
}
