import type { Config } from '#config';
import { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { readToken, signToken } from './link-token.ts';

const DAY_MS = 86_400_000;

interface Linked {
  readonly id: string;
  readonly linkVersion: number;
}

/** The guest's key to one booking. It is not stored, and a raised `linkVersion` ends it. */
export function guestToken(config: Config, booking: Linked): string {
  return signToken(config, booking.id, signedOf(booking));
}

/**
 * The booking a guest's link opens, or null: unknown, forged, ended by a newer version, erased, or older than a day
 * after the meeting. The caller answers all of these alike.
 */
export async function findBookingByToken(em: Em, config: Config, token: string, now: Date): Promise<Booking | null> {
  const read = readToken(config, token);
  if (read === null) return null;
  const booking = await em.findOne(Booking, { id: read.id });
  if (booking === null || booking.eraseAskedAt) return null;
  if (!read.isFor(signedOf(booking))) return null;
  return now.getTime() > booking.endsAt.getTime() + DAY_MS ? null : booking;
}

const signedOf = ({ id, linkVersion }: Linked) => `guest-link.v1|${id}|${linkVersion}`;
