import type { ApiDeps } from '../deps.ts';

/**
 * Counts what a host does to a booking where both sides are mailed about it. The booking counts for this host only, since
 * its id may be somebody else's.
 * @throws Problem `rate_limited`
 */
export async function spendChange(
  { limits }: Pick<ApiDeps, 'limits'>,
  hostId: string,
  bookingId: string,
): Promise<void> {
  await limits.spend('changeOfBooking', `${hostId} ${bookingId}`);
  await limits.spend('changeByHost', hostId);
}
