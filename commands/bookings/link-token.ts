import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#config';

type Ring = Pick<Config, 'LINK_KEYS'>;

const SHAPE = /^([a-z0-9-]{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/** The token of a link to one booking: `kid.bookingId.mac`. It is not stored: `signed` says what it stands for. */
export function signToken({ LINK_KEYS }: Ring, bookingId: string, signed: string): string {
  const [primary] = LINK_KEYS;
  if (primary === undefined) throw new RangeError('LINK_KEYS is empty');
  return `${primary.kid}.${bookingId}.${mac(primary.key, signed).toString('base64url')}`;
}

/** The booking that a token names, and whether it was made for what is said to be `signed`; null for what is no token. */
export function readToken({ LINK_KEYS }: Ring, token: string) {
  const [, kid, bookingId, given] = SHAPE.exec(token) ?? [];
  const known = LINK_KEYS.find((key) => key.kid === kid);
  if (known === undefined || bookingId === undefined || given === undefined) return null;
  const isFor = (signed: string) => timingSafeEqual(mac(known.key, signed), Buffer.from(given, 'base64url'));
  return { bookingId, isFor };
}

const mac = (key: Buffer, signed: string): Buffer => createHmac('sha256', key).update(signed).digest();
