import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a caller gave the secret. Takes the same time for every answer and length. */
export function isSameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
