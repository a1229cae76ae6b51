import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#config';

type Ring = Pick<Config, 'LINK_KEYS'>;

const SHAPE = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-([0-9a-f]{24})$/;

/**
 * What stands in an address in place of an event type's slug where it is booked by a link: the link's id and 96 bits that
 * only we can make, in the form of a slug. It is not stored.
 */
export function linkSlug({ LINK_KEYS }: Ring, id: string): string {
  const [primary] = LINK_KEYS;
  if (primary === undefined) throw new RangeError('LINK_KEYS is empty');
  return `${id.replaceAll('-', '')}-${mac(primary.key, id).toString('hex')}`;
}

/** The id of the link that a slug was made for; null for every other slug. */
export function readLinkSlug({ LINK_KEYS }: Ring, slug: string): string | null {
  const [, ...parts] = SHAPE.exec(slug) ?? [];
  const given = parts.pop();
  if (given === undefined) return null;
  const id = parts.join('-');
  return LINK_KEYS.some(({ key }) => timingSafeEqual(mac(key, id), Buffer.from(given, 'hex'))) ? id : null;
}

const mac = (key: Buffer, id: string): Buffer =>
  createHmac('sha256', key).update(`booking-link.v1|${id}`).digest().subarray(0, 12);
