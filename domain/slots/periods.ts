import { dateOf, dayOf, weekdayOf } from './iso-date.ts';
import { localDay, startOfLocalDay } from './time-zone.ts';
import type { BookingLimit, Interval, Periods } from './types.ts';

/** The period that an instant (epoch milliseconds) falls in: from the start of its first local day to the end of its last. */
export function periodAround(instant: number, { per, timeZone, weekStart }: Periods): Interval {
  const day = localDay(instant, timeZone);
  const between = (first: number, next: number) => ({
    from: startOfLocalDay(first, timeZone),
    to: startOfLocalDay(next, timeZone),
  });
  if (per === 'day') return between(day, day + 1);
  if (per === 'week') {
    const first = day - ((weekdayOf(day) - weekStart + 7) % 7);
    return between(first, first + 7);
  }
  const first = firstOfMonth(day);
  return between(first, firstOfMonth(first + 31));
}

const firstOfMonth = (day: number): number => dayOf(`${dateOf(day).slice(0, 7)}-01`);

/** The periods that already have as many bookings as they may, in order. */
export function fullPeriods({ most, starts, ...periods }: BookingLimit): Interval[] {
  const full: Interval[] = [];
  let [current, count]: [Interval | null, number] = [null, 0];
  for (const start of starts.toSorted((one, other) => one - other)) {
    if (current === null || start >= current.to) [current, count] = [periodAround(start, periods), 0];
    count += 1;
    if (count === most) full.push(current);
  }
  return full;
}
