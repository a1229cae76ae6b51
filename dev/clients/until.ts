import { setTimeout as sleep } from 'node:timers/promises';

interface Patience {
  /** Milliseconds. */
  readonly within?: number;
  /** Milliseconds between two looks; left out, they grow with the wait, so that many who wait leave the processor to what they wait for. */
  readonly every?: number;
  /** Ends the wait at once, with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks again and again until `probe` answers something other than null, undefined or false; errors count as "not yet".
 * @throws Error naming what was waited for, with the last error, once `within` is over; the reason of `signal` if that
 *   comes first
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { within = 30_000, every, signal }: Patience = {},
): Promise<T> {
  const begin = performance.now();
  let last: unknown;
  for (;;) {
    signal?.throwIfAborted();
    try {
      const found = await probe();
      if (found !== null && found !== undefined && found !== false) return found;
    } catch (error) {
      last = error;
    }
    const waited = performance.now() - begin;
    if (waited > within) throw new Error(`Still waiting for ${what} after ${within} ms`, { cause: last });
    await sleep(every ?? Math.min(100 + waited / 20, 500), undefined, signal && { signal }).catch(() =>
      signal?.throwIfAborted(),
    );
  }
}
