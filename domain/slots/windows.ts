import { merged } from './intervals.ts';
import { datesBetween, isoWeekday, plusDays } from './iso-date.ts';
import { instantAt, localDate, startOfDay } from './time-zone.ts';
import type { Interval, Schedule } from './types.ts';
import { DAY, MINUTE } from './units.ts';
import { END_OF_DAY, minutesOf } from './wall-time.ts';

/**
 * How far windows are followed beyond the range that is asked for. A window that touches the range is seen whole if it
 * is a week long or shorter, and is seen to be longer than a week if it is; two days are left for zones that skip a
 * date or shift hours.
 */
const REACH_DAYS = 9;

/**
 * The windows around a range with their true edges, however small the range is; only of windows longer than a week the far
 * ends may be missing. Windows that do not touch the range are among them.
 */
export function wholeWindows(schedule: Schedule, range: Interval): Interval[] {
  const { timeZone } = schedule;
  const first = plusDays(localDate(range.from, timeZone), -REACH_DAYS);
  const last = plusDays(localDate(range.to, timeZone), REACH_DAYS);
  const overrides = new Map(schedule.overrides.map(({ date, intervals }) => [date, intervals]));
  const windows: Interval[] = [];
  let startsAt = startOfDay(first, timeZone);
  for (const date of datesBetween(first, last)) {
    const endsAt = startOfDay(plusDays(date, 1), timeZone);
    const hours = overrides.get(date) ?? weeklyHours(schedule, date);
    const instantOf = wallClock(date, { from: startsAt, to: endsAt }, timeZone);
    // A date the zone skipped altogether (Apia, 30 December 2011) has no hours.
    if (startsAt < endsAt) windows.push(...hours.map(([from, to]) => ({ from: instantOf(from), to: instantOf(to) })));
    startsAt = endsAt;
  }
  return merged(windows);
}

function weeklyHours({ weekly }: Schedule, date: string): (readonly [string, string])[] {
  const weekday = isoWeekday(date);
  return weekly.filter(({ days }) => days.includes(weekday)).map(({ from, to }) => [from, to]);
}

/** Wall times of one date as instants. On the many days of 24 hours the zone need not be asked again. */
function wallClock(date: string, day: Interval, timeZone: string): (time: string) => number {
  if (day.to - day.from === DAY) return (time) => day.from + minutesOf(time) * MINUTE;
  return (time) => {
    if (time === '00:00') return day.from;
    if (time === END_OF_DAY) return day.to;
    return instantAt(date, time, timeZone);
  };
}
