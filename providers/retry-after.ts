const LONGEST_MS = 24 * 3_600_000;
const SECONDS = /^\d+(\.\d+)?$/;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds from `now` (epoch ms), at most a day. It reads seconds
 * (Microsoft sends decimals), an HTTP date, and an ISO 8601 instant (Zoom). Undefined where there is nothing to read.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (text === '') return undefined;
  const wait = SECONDS.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(Math.ceil(wait), 0), LONGEST_MS);
}
