import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#config';
import { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';

const SHAPE = /^([a-z0-9-]{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;
const DAY_MS = 86_400_000;

/** The guest's key to one booking: `kid.bookingId.mac`. It is not stored, and a raised `linkVersion` ends it. */
export function guestToken(
  { LINK_KEYS }: Config,
  booking: { readonly id: string; readonly linkVersion: number },
): string {
  const [primary] = LINK_KEYS;
  if (primary === undefined) throw new RangeError('LINK_KEYS is empty');
  return `${primary.kid}.${booking.id}.${mac(primary.key, booking).toString('base64url')}`;
}

/**
 * The booking a guest's link opens, or null: unknown, forged, ended by a newer version, erased, or older than a day
 * after the meeting. The caller answers all of these alike.
 */
export async function findBookingByToken(em: Em, config: Config, token: string, now: Date): Promise<Booking | null> {
  const [, kid, bookingId, given] = SHAPE.exec(token) ?? [];
  const known = config.LINK_KEYS.find((key) => key.kid === kid);
  if (known === undefined || bookingId === undefined || given === undefined) return null;
  const booking = await em.findOne(Booking, { id: bookingId });
  if (booking === null || booking.eraseAskedAt) return null;
  if (!timingSafeEqual(mac(known.key, booking), Buffer.from(given, 'base64url'))) return null;
  return now.getTime() > booking.endsAt.getTime() + DAY_MS ? null : booking;
}

function mac(key: Buffer, { id, linkVersion }: { readonly id: string; readonly linkVersion: number }): Buffer {
  return createHmac('sha256', key).update(`guest-link.v1|${id}|${linkVersion}`).digest();
}
