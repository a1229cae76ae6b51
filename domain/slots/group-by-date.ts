import { dateOf } from './iso-date.ts';
import { localDay, startOfLocalDay } from './time-zone.ts';

export interface DayOfStarts {
  readonly date: string;
  readonly starts: readonly number[];
}

/**
 * Starts (epoch milliseconds) under the local dates they have in a viewer's zone, in order; dates without starts are left
 * out. The zone is asked once a date, not once a start.
 */
export function groupByDate(starts: readonly number[], timeZone: string): DayOfStarts[] {
  const days: { date: string; starts: number[] }[] = [];
  let dayEnds = -Infinity;
  for (const start of starts.toSorted((a, b) => a - b)) {
    if (start >= dayEnds) {
      const day = localDay(start, timeZone);
      dayEnds = startOfLocalDay(day + 1, timeZone);
      days.push({ date: dateOf(day), starts: [] });
    }
    days.at(-1)?.starts.push(start);
  }
  return days;
}
