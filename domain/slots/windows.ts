import { holidaysTaken } from './holidays.ts';
import { merged } from './intervals.ts';
import { dayOf, weekdayOf } from './iso-date.ts';
import { type Stay, staysBetween } from './stays.ts';
import { instantAt, localDay, startOfLocalDay } from './time-zone.ts';
import type { Interval, Schedule } from './types.ts';
import { DAY, MINUTE } from './units.ts';
import { DAY_MINUTES, minutesOf } from './wall-time.ts';
import { steadyOffset } from './zone-table.ts';

/**
 * How far windows are followed beyond the range that is asked for. A window that touches the range is seen whole if it
 * is a week long or shorter, and is seen to be longer than a week if it is; two days are left for zones that skip a
 * date or shift hours.
 */
const REACH_DAYS = 9;
/** The same date begins up to 26 hours earlier or later elsewhere. */
const REACH_OF_TRIPS = 2;

/** Wall times in minutes since 00:00. */
type Hours = readonly (readonly [number, number])[];

/**
 * The windows around a range with their true edges, however small the range is; only of windows longer than a week the far
 * ends may be missing. Windows that do not touch the range are among them.
 */
export function wholeWindows(schedule: Schedule, range: Interval): Interval[] {
  const { timeZone, trips = [] } = schedule;
  const reach = trips.length === 0 ? REACH_DAYS : REACH_DAYS + REACH_OF_TRIPS;
  const first = localDay(range.from, timeZone) - reach;
  const last = localDay(range.to, timeZone) + reach;
  const days = daysOf(schedule);
  return merged(staysBetween(schedule, first, last).flatMap((stay) => windowsOf(stay, days)));
}

/** The windows whose hours begin on the days of a stay. */
function windowsOf({ timeZone, first, last }: Stay, { hoursOf, passMidnight }: Days): Interval[] {
  const startOf = startsOfDays(first, last, timeZone);
  const windows: Interval[] = [];
  let startsAt = startOf(first);
  for (let day = first; day <= last; day += 1) {
    const endsAt = startOf(day + 1);
    // A date the zone skipped altogether (Apia, 30 December 2011) has no hours.
    if (startsAt < endsAt)
      for (const [from, to] of hoursOf(day)) {
        const end = Math.min(to, DAY_MINUTES);
        windows.push({
          from: wallClock(day, startsAt, endsAt, from, timeZone),
          to: wallClock(day, startsAt, endsAt, end, timeZone),
        });
        const nextEndsAt = to > DAY_MINUTES && passMidnight(day) ? startOf(day + 2) : endsAt;
        if (endsAt < nextEndsAt)
          windows.push({ from: endsAt, to: wallClock(day + 1, endsAt, nextEndsAt, to - DAY_MINUTES, timeZone) });
      }
    startsAt = endsAt;
  }
  return windows;
}

interface Days {
  /** The hours that begin on a day. */
  readonly hoursOf: (day: number) => Hours;
  /** Whether the hours of a day that pass midnight do: those of a holiday do not, nor those before a day of absence. */
  readonly passMidnight: (day: number) => boolean;
}

function daysOf(schedule: Schedule): Days {
  const { weekly, overrides } = schedule;
  const ofWeekday = Array.from({ length: 8 }, (_, weekday): Hours =>
    weekly.filter(({ days }) => days.includes(weekday)).map(({ from, to }) => [minutesOf(from), minutesOf(to)]),
  );
  const ofDay = new Map<number, Hours>(
    overrides.map(({ date, intervals }) => [
      dayOf(date),
      intervals.map(([from, to]) => [minutesOf(from), minutesOf(to)]),
    ]),
  );
  const holidays = new Set(holidaysTaken(schedule).map(dayOf));
  return {
    hoursOf: (day) => ofDay.get(day) ?? ofWeekday[weekdayOf(day)] ?? [],
    passMidnight: (day) => !holidays.has(day) && ofDay.get(day + 1)?.length !== 0,
  };
}

/** Where no clock is changed all the time, every day has 24 hours, and the zone need not be asked again. */
function startsOfDays(first: number, last: number, timeZone: string): (day: number) => number {
  const offset = steadyOffset((first - 2) * DAY, (last + 3) * DAY, timeZone);
  return offset === null ? (day) => startOfLocalDay(day, timeZone) : (day) => day * DAY - offset;
}

/** A wall time of a day as an instant. On the many days of 24 hours the zone need not be asked. */
function wallClock(day: number, startsAt: number, endsAt: number, minutes: number, timeZone: string): number {
  if (endsAt - startsAt === DAY) return startsAt + minutes * MINUTE;
  if (minutes === 0) return startsAt;
  return minutes === DAY_MINUTES ? endsAt : instantAt(day, minutes, timeZone);
}
