import { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { Problem } from '../problem.ts';
import { mailboxOf } from '../rate-limits.ts';

const MOST_HOLDS = 5;

/**
 * Nobody holds a host's whole week by asking for it: unconfirmed bookings of one address are few. To be called in the
 * transaction that books: one at a time for each mailbox, whoever its hosts are, so that many at once are counted too.
 * @throws Problem `rate_limited`
 */
export async function checkHoldCap(em: Em, email: string, now: Date, scale: number): Promise<void> {
  const mailbox = mailboxOf(email);
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`holds of ${mailbox}`]);
  const [local = '', domain = ''] = mailbox.split('@');
  const held = await em.count(Booking, {
    status: 'pending',
    holdEndsAt: { $gt: now },
    $or: [
      { guestEmail: { $ilike: `${pattern(local)}@${pattern(domain)}` } },
      { guestEmail: { $ilike: `${pattern(local)}+%@${pattern(domain)}` } },
    ],
  });
  if (held >= MOST_HOLDS * Math.max(1, scale))
    throw new Problem('rate_limited', {
      detail: 'You have several requests that wait for their hosts. Wait for an answer, or cancel one.',
      retryAfterSeconds: 600,
    });
}

const pattern = (text: string) => text.replace(/[\\%_]/g, String.raw`\$&`);
