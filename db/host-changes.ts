/** When this process last changed something of a host, by `performance.now()`; the longest ago comes first. */
const changes = new Map<string, number>();
/** Longer than anything that was loaded before a change is used after it, milliseconds. */
const KEPT_MS = 60_000;

/** Says that a transaction of this process may have changed a host's bookings, hours, event types or calendars. */
export function noteHostChange(hostId: string): void {
  const now = performance.now();
  changes.delete(hostId);
  changes.set(hostId, now);
  for (const [id, changedAt] of changes) {
    if (now - changedAt < KEPT_MS) break;
    changes.delete(id);
  }
}

/**
 * Whether this process has changed something of a host since a moment (`performance.now()`) of the last minute. What
 * other processes change is not known here.
 */
export const hasHostChangedSince = (hostId: string, moment: number): boolean =>
  (changes.get(hostId) ?? -Infinity) >= moment;
