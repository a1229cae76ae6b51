import type { Booking } from '#db/entities/booking.ts';
import type { Conference } from '#db/entities/conference.ts';
import type { Em } from '#db/host-transaction.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { enqueueMail, EVERYONE } from './enqueue-mail.ts';

/**
 * The provider shows another link than we know, as after a new passcode. People who have the former one are mailed the
 * new one.
 */
export async function followLink(em: Em, booking: Booking, row: Conference, joinUrl: string, now: Date): Promise<void> {
  const isAnother = Boolean(row.joinUrl) && !booking.manualLink;
  row.joinUrl = joinUrl;
  row.problem = null;
  const cause = `link-${row.id}-${now.getTime()}`;
  if (isAnother) await enqueueMail(em, booking, { kind: 'link_ready', cause, to: EVERYONE, now });
  if (!booking.manualLink) await queueBookingEvent(em, booking, 'conference.ready', now);
}
