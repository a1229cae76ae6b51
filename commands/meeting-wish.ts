import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { findCurrentConnection, makesLinks } from './find-connection.ts';
import type { CommandDeps } from './deps.ts';

/**
 * Called when a booking becomes confirmed: decides whether a meeting is wanted by itself and until when the first
 * confirmation waits for a link that is on its way.
 */
export async function wishForMeeting(em: Em, { providers, config }: CommandDeps, booking: Booking, now: Date) {
  if (providers.get(booking.location.kind) === undefined) return;
  const connection = await findCurrentConnection(em, booking.host, booking.location.kind);
  booking.linkWanted = !booking.manualLink && makesLinks(connection);
  const isParked = Boolean(connection?.pausedUntil && connection.pausedUntil > now);
  const onItsWay = booking.linkWanted && connection?.state === 'connected' && !isParked;
  booking.linkWaitUntil = onItsWay ? new Date(now.getTime() + config.LINK_WAIT_MS) : null;
}
