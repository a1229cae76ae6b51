import { datesBetween, isoWeekday, plusDays } from './iso-date.ts';
import { localDate, startOfDay } from './time-zone.ts';
import type { Interval, AvailabilityQuery } from './types.ts';
import { MINUTE, WEEK } from './units.ts';
import { wholeWindows } from './windows.ts';

/** A time at which the host's hours would let a meeting begin. */
export interface Candidate {
  readonly startsAt: number;
  /** False when the host's hours end before the meeting would. */
  readonly fits: boolean;
}

/**
 * The grid's starts within the range, ascending: the window's start and every slot interval after it, in elapsed time.
 * Neither bookings nor the range move the grid, so that a month, a day and a single start agree.
 */
export function candidates({ schedule, rules, range }: Pick<AvailabilityQuery, 'schedule' | 'rules' | 'range'>) {
  const interval = (rules.slotIntervalMinutes ?? rules.durationMinutes) * MINUTE;
  const duration = rules.durationMinutes * MINUTE;
  const found: Candidate[] = [];
  if (!(range.from < range.to)) return found;
  for (const window of wholeWindows(schedule, range)) {
    if (window.to <= range.from || window.from >= range.to) continue;
    for (const { from, to } of stretches(window, range, schedule.timeZone)) {
      const stepsBefore = Math.max(0, Math.ceil((range.from - from) / interval));
      for (let startsAt = from + stepsBefore * interval; startsAt < Math.min(to, range.to); startsAt += interval)
        found.push({ startsAt, fits: startsAt + duration <= window.to });
    }
  }
  return found;
}

/**
 * The parts of a window that carry a grid of their own. Windows without end, such as around-the-clock hours, have no
 * start to count from; anything longer than a week restarts its count every Monday 00:00 of the host.
 */
function stretches(window: Interval, range: Interval, timeZone: string): Interval[] {
  if (window.to - window.from <= WEEK) return [window];
  const mondays = mondaysAround(range, timeZone).filter((monday) => monday > window.from && monday < window.to);
  const starts = [window.from, ...mondays];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? window.to }));
}

/** The Monday at or before the range's start and all that follow until its end. */
function mondaysAround(range: Interval, timeZone: string): number[] {
  const firstDate = localDate(range.from, timeZone);
  const monday = plusDays(firstDate, 1 - isoWeekday(firstDate));
  return datesBetween(monday, localDate(range.to, timeZone))
    .filter((date) => isoWeekday(date) === 1)
    .map((date) => startOfDay(date, timeZone));
}
