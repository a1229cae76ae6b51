import type { Interval, Schedule } from '#domain/slots/types.ts';
import { wholeWindows } from '#domain/slots/windows.ts';

/** When the host is available within the range: in order, touching hours made one window, cut at the range's edges. */
export function availabilityWindows(schedule: Schedule, range: Interval): Interval[] {
  if (range.from >= range.to) return [];
  return wholeWindows(schedule, range)
    .map(({ from, to }) => ({ from: Math.max(from, range.from), to: Math.min(to, range.to) }))
    .filter(({ from, to }) => from < to);
}
