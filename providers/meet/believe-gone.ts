import { setTimeout as sleep } from 'node:timers/promises';
import { sharedLimits } from '../bounded-fetch.ts';
import { isGone } from '../when-gone.ts';
import type { Calendar } from './calendar.ts';

/** Parts of a call's time after which it is made again. */
const WAITS = [0.1, 0.3];

/**
 * Google's copies lag behind each other: for a moment after an insert some of them answer 404, and Google asks to try
 * again. Where it would end a booking, or leave an event behind, that is believed only when it is said once more; 410
 * and a cancelled event are believed at once.
 * @returns what the call comes to, or null where the event is gone
 */
export async function nullIfConfirmedGone<T>(
  calendar: Calendar,
  call: (calendar: Calendar) => Promise<T>,
): Promise<T | null> {
  const { timeoutMs } = calendar.api;
  const patient = { ...calendar, api: sharedLimits(calendar.api) };
  for (const wait of [...WAITS, null]) {
    try {
      return await call(patient);
    } catch (error) {
      if (!isGone(error)) throw error;
      if (wait === null || error.facts.status !== 404) return null;
      await sleep(wait * timeoutMs);
    }
  }
  return null;
}
