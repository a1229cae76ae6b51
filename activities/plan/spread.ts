import { createHash } from 'node:crypto';

/** The mails of one moment are spread over so much time, milliseconds. */
export const CROWD_SPREAD_MS = 30_000;

/**
 * How long after a common moment one booking has its turn, in whole seconds up to `most` ms. Thousands of meetings begin
 * at nine; a hash of its id gives each the same turn at every plan.
 */
export function spreadMs(bookingId: string, most: number): number {
  const share = createHash('sha256').update(bookingId).digest().readUInt32BE() / 2 ** 32;
  return Math.floor((share * most) / 1_000) * 1_000;
}
