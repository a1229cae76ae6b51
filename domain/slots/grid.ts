import { weekdayOf } from './iso-date.ts';
import { localDay, startOfLocalDay } from './time-zone.ts';
import type { Interval, AvailabilityQuery } from './types.ts';
import { MINUTE, WEEK } from './units.ts';
import { wholeWindows } from './windows.ts';

/**
 * Called for a time at which the host's hours would let a meeting begin; `fits` is false when they end before the meeting
 * would.
 */
type Visit = (startsAt: number, fits: boolean) => void;

/**
 * Visits the grid's starts within the range, ascending: the window's start and every slot interval after it, in elapsed
 * time. Neither bookings nor the range move the grid, so that a month, a day and a single start agree.
 */
export function visitGrid(
  { schedule, rules, range }: Pick<AvailabilityQuery, 'schedule' | 'rules' | 'range'>,
  visit: Visit,
): void {
  const interval = (rules.slotIntervalMinutes ?? rules.durationMinutes) * MINUTE;
  const duration = rules.durationMinutes * MINUTE;
  if (!(range.from < range.to)) return;
  for (const window of wholeWindows(schedule, range)) {
    if (window.to <= range.from || window.from >= range.to) continue;
    for (const { from, to } of stretches(window, range, schedule.timeZone)) {
      const stepsBefore = Math.max(0, Math.ceil((range.from - from) / interval));
      const end = Math.min(to, range.to);
      for (let startsAt = from + stepsBefore * interval; startsAt < end; startsAt += interval)
        visit(startsAt, startsAt + duration <= window.to);
    }
  }
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
  const first = localDay(range.from, timeZone);
  const last = localDay(range.to, timeZone);
  const mondays: number[] = [];
  for (let day = first + 1 - weekdayOf(first); day <= last; day += 7) mondays.push(startOfLocalDay(day, timeZone));
  return mondays;
}
