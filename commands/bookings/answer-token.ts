import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#config';
import { Booking } from '#db/entities/booking.ts';
import { awaitsAnswer } from '#domain/booking-transitions.ts';
import type { Em } from '#db/host-transaction.ts';

/** What asks the host: a booking that waits for confirmation, or one whose guest proposes another time. */
type Asking = Pick<Booking, 'id' | 'status' | 'startsAt' | 'proposedStartsAt' | 'holdEndsAt'>;

const SHAPE = /^([a-z0-9-]{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/**
 * The host's key to one request: who holds the mail can answer it, without a login. It is not stored. It is made
 * for one time that the guest asks for, so it ends with the answer, with the guest's next request, and with the hold. Null
 * where nothing is asked.
 */
export function answerToken({ LINK_KEYS }: Config, booking: Asking): string | null {
  if (!awaitsAnswer(booking)) return null;
  const [primary] = LINK_KEYS;
  if (primary === undefined) throw new RangeError('LINK_KEYS is empty');
  return `${primary.kid}.${booking.id}.${mac(primary.key, booking).toString('base64url')}`;
}

/** The booking whose request a host's link answers, or null: forged, answered, withdrawn or over. The caller answers all alike. */
export async function findRequestByToken(em: Em, config: Config, token: string, now: Date): Promise<Booking | null> {
  const [, kid, bookingId, given] = SHAPE.exec(token) ?? [];
  const known = config.LINK_KEYS.find((key) => key.kid === kid);
  if (known === undefined || bookingId === undefined || given === undefined) return null;
  const booking = await em.findOne(Booking, { id: bookingId });
  if (booking === null || booking.eraseAskedAt || !awaitsAnswer(booking)) return null;
  if (!booking.holdEndsAt || booking.holdEndsAt <= now) return null;
  return timingSafeEqual(mac(known.key, booking), Buffer.from(given, 'base64url')) ? booking : null;
}

function mac(key: Buffer, { id, startsAt, proposedStartsAt, holdEndsAt }: Asking): Buffer {
  const asked = [proposedStartsAt ?? startsAt, holdEndsAt].map((time) => time?.getTime() ?? 0);
  return createHmac('sha256', key)
    .update(`host-answer.v1|${id}|${asked.join('|')}`)
    .digest();
}
