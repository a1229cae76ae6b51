import { plusDays } from './iso-date.ts';
import { zoneOn } from './stays.ts';
import { startOfDay } from './time-zone.ts';
import type { Interval, Schedule } from './types.ts';

/** The dates that the host takes off as public holidays: an override of a date wins over its holiday. */
export function holidaysTaken({ holidays = [], overrides }: Schedule): readonly string[] {
  if (holidays.length === 0) return [];
  const overridden = new Set(overrides.map(({ date }) => date));
  return holidays.filter((date) => !overridden.has(date));
}

/** The same as intervals: whole local days of the zone in which the host is on that date. */
export const holidayIntervals = (schedule: Schedule): Interval[] =>
  holidaysTaken(schedule).map((date) => {
    const zone = zoneOn(schedule, date);
    return { from: startOfDay(date, zone), to: startOfDay(plusDays(date, 1), zone) };
  });
