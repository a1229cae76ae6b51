import { setTimeout as sleep } from 'node:timers/promises';
import { sharedLimits } from '../bounded-fetch.ts';
import { ProviderError } from '../provider-error.ts';
import { isGone } from '../when-gone.ts';
import type { Calendar } from './calendar.ts';

/** Parts of a call's time after which it is made again. */
const WAITS = [0.1, 0.3];

/** For so long a 404 says only that Google does not show our event yet. */
const YOUNG_MS = 10 * 60_000;

/**
 * Google's copies lag behind each other: for a moment after an insert some of them answer 404, and Google asks to try
 * again. Where it would end a booking, or leave an event behind, that is believed only when it is said once more, and of
 * a new event not at all: what its host has deleted is answered 410 or shown as cancelled, which is believed at once.
 * @returns what the call comes to, or null where the event is gone
 * @throws ProviderError `unavailable` where it is not shown yet
 */
export async function nullIfConfirmedGone<T>(
  calendar: Calendar,
  eventId: string,
  call: (calendar: Calendar) => Promise<T>,
): Promise<T | null> {
  const { timeoutMs } = calendar.api;
  const patient = { ...calendar, api: sharedLimits(calendar.api) };
  for (const wait of [...WAITS, null]) {
    try {
      return await call(patient);
    } catch (error) {
      if (!isGone(error)) throw error;
      if (error.facts.status !== 404) return null;
      if (wait !== null) await sleep(wait * timeoutMs);
    }
  }
  if (Date.now() - meantAt(eventId) < YOUNG_MS) throw notYetReadable();
  return null;
}

/** When an event of ours was meant to be made, in epoch ms: its id begins with a UUID of version 7 (RFC 9562). */
function meantAt(eventId: string): number {
  return /^[0-9a-f]{12}7/.test(eventId) ? Number.parseInt(eventId.slice(0, 12), 16) : 0;
}

/** Google's copies lag a little behind each other: the event is there, but cannot be read yet. */
export function notYetReadable(): ProviderError {
  return new ProviderError('unavailable', {
    text: 'Google Calendar has the event, but does not show it yet.',
    code: 'not_yet_readable',
    definite: false,
  });
}
