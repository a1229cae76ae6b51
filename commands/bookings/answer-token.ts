import type { Config } from '#config';
import { Booking } from '#db/entities/booking.ts';
import { awaitsAnswer } from '#domain/booking-transitions.ts';
import type { Em } from '#db/host-transaction.ts';
import { readToken, signToken } from './link-token.ts';

/** What asks the host: a booking that waits for confirmation, or one whose guest proposes another time. */
type Asking = Pick<Booking, 'id' | 'status' | 'startsAt' | 'proposedStartsAt' | 'holdEndsAt'>;

/**
 * The host's key to one request: who holds the mail can answer it, without a login. It is not stored. It is made
 * for one time that the guest asks for, so it ends with the answer, with the guest's next request, and with the hold. Null
 * where nothing is asked.
 */
export function answerToken(config: Config, booking: Asking): string | null {
  return awaitsAnswer(booking) ? signToken(config, booking.id, signedOf(booking)) : null;
}

/** The booking whose request a host's link answers, or null: forged, answered, withdrawn or over. The caller answers all alike. */
export async function findRequestByToken(em: Em, config: Config, token: string, now: Date): Promise<Booking | null> {
  const read = readToken(config, token);
  if (read === null) return null;
  const booking = await em.findOne(Booking, { id: read.id });
  if (booking === null || booking.eraseAskedAt || !awaitsAnswer(booking)) return null;
  if (!booking.holdEndsAt || booking.holdEndsAt <= now) return null;
  return read.isFor(signedOf(booking)) ? booking : null;
}

function signedOf({ id, startsAt, proposedStartsAt, holdEndsAt }: Asking): string {
  const asked = [proposedStartsAt ?? startsAt, holdEndsAt].map((time) => time?.getTime() ?? 0);
  return `host-answer.v1|${id}|${asked.join('|')}`;
}
