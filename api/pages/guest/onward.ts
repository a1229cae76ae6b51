import type { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import type { PageCall } from '../page.ts';
import type { Onward } from '../schema.ts';

/** Enough to see that it is booked, and to stay. */
const SECONDS = 10;

/**
 * Where the host leads a guest who has just booked; null for nowhere, as after a request that the host answers later. The
 * address is the host's own, and nothing about the guest is added to it.
 */
export async function onwardOf({ em, ctx, query }: PageCall, booking: Booking): Promise<Onward | null> {
  if (query.get('news') !== 'booked' || booking.status !== 'confirmed' || booking.requiresConfirmation) return null;
  const { redirectUrl, redirectPassesDetails, slug } = await em.findOneOrFail(EventType, { id: booking.eventType });
  if (redirectUrl == null) return null;
  const address = new URL(redirectUrl);
  if (redirectPassesDetails) {
    address.searchParams.set('event_type', slug);
    address.searchParams.set('starts_at', booking.startsAt.toISOString());
    address.searchParams.set('booking', booking.id);
  }
  return {
    href: address.href,
    site: address.hostname,
    afterSeconds: ctx.get('Sec-Fetch-Dest') === 'iframe' ? null : SECONDS,
  };
}
