import { setTimeout as sleep } from 'node:timers/promises';

interface Patience {
  /** What is waited for, for the error: "Temporal to answer". */
  readonly what: string;
  /** Milliseconds. */
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  /** Ends the wait at once, with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Asks `probe` again and again until it gives something other than undefined, false or null. What the probe throws
 * counts as "not yet" and is told when the time is up.
 */
export async function until<Found>(
  probe: () => Promise<Found | undefined | false | null> | Found | undefined | false | null,
  { what, timeoutMs = 30_000, everyMs = 50, signal }: Patience,
): Promise<Found> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    signal?.throwIfAborted();
    try {
      const found = await probe();
      if (found !== undefined && found !== false && found !== null) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`Waited ${Math.round(timeoutMs / 1000)} s in vain for ${what}.`, { cause: last });
    await sleep(everyMs, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }
}
