import { createHmac } from 'node:crypto';
import { isSameSecret } from '../same-secret.ts';

/** Zoom repeats a notification after 5, 20 and 60 minutes, perhaps with its first timestamp; repeats are told apart later. */
const OLDEST_MS = 2 * 3_600_000;
const CLOCK_SKEW_MS = 5 * 60_000;

export interface Signed {
  readonly secret: string;
  /** Unix seconds, as in `x-zm-request-timestamp`. */
  readonly timestamp: string;
  readonly body: Buffer;
}

/** `v0=` and the HMAC over the raw body and its timestamp, as in `x-zm-signature`. */
export function signatureOf({ secret, timestamp, body }: Signed): string {
  return `v0=${hmac(secret, Buffer.concat([Buffer.from(`v0:${timestamp}:`), body])).toString('hex')}`;
}

/** Whether a notification is Zoom's and was sent in the last two hours. @param now epoch ms */
export function isSigned(signature: string, signed: Signed, now: number): boolean {
  const sentAt = /^\d{1,12}$/.test(signed.timestamp) ? Number(signed.timestamp) * 1_000 : Number.NaN;
  const timely = sentAt >= now - OLDEST_MS && sentAt <= now + CLOCK_SKEW_MS;
  return timely && isSameSecret(signature, signatureOf(signed));
}

/** The answer to Zoom's challenge: the plain token and its HMAC. */
export function answerChallenge(secret: string, plainToken: string): string {
  return JSON.stringify({ plainToken, encryptedToken: hmac(secret, plainToken).toString('hex') });
}

export function hmac(secret: string | Buffer, message: string | Buffer): Buffer {
  return createHmac('sha256', secret).update(message).digest();
}
