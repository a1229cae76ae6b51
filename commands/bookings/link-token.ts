import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#config';

type Ring = Pick<Config, 'LINK_KEYS'>;

const SHAPE = /^([a-z0-9-]{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/** The token of a link: `kid.id.mac`, of a booking or a further guest. It is not stored: `signed` says what it stands for. */
export function signToken({ LINK_KEYS }: Ring, id: string, signed: string): string {
  const [primary] = LINK_KEYS;
  if (primary === undefined) throw new RangeError('LINK_KEYS is empty');
  return `${primary.kid}.${id}.${mac(primary.key, signed).toString('base64url')}`;
}

/** The id that a token names, and whether it was made for what is said to be `signed`; null for what is no token. */
export function readToken({ LINK_KEYS }: Ring, token: string) {
  const [, kid, id, given] = SHAPE.exec(token) ?? [];
  const known = LINK_KEYS.find((key) => key.kid === kid);
  if (known === undefined || id === undefined || given === undefined) return null;
  const isFor = (signed: string) => timingSafeEqual(mac(known.key, signed), Buffer.from(given, 'base64url'));
  return { id, isFor };
}

const mac = (key: Buffer, signed: string): Buffer => createHmac('sha256', key).update(signed).digest();
