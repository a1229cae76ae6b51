import type { Config } from '#config';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { BookingFacts } from '../booking-facts.ts';
import { countPoints, DAY_MS } from './mailbox-budget.ts';

/** So many mails a day carry a host's own line; further ones go without it. Multiplied by RATE_LIMIT_SCALE. */
const MOST_A_DAY = 200;

/**
 * The line of the host's own that a mail carries; empty for none. A stranger may have typed the guest's address, so that
 * it goes only to the one guest, from hosts whose own address is proven, and never to an address that the host typed.
 */
export async function hostLineFor(
  { em, booking, host, eventType, now }: BookingFacts,
  { RATE_LIMIT_SCALE }: Pick<Config, 'RATE_LIMIT_SCALE'>,
  { kind, recipient }: Pick<EmailDelivery, 'kind' | 'recipient'>,
): Promise<string> {
  const line = kind === 'confirmed' ? eventType.confirmationLine : kind === 'follow_up' ? eventType.followUpLine : '';
  if (line === '' || recipient !== 'guest' || !host.emailVerified || booking.bookedBy !== 'guest') return '';
  const points = await countPoints(em, `host-line:${host.id}`, now.getTime(), DAY_MS);
  return points <= Math.max(1, MOST_A_DAY * RATE_LIMIT_SCALE) ? line : '';
}
