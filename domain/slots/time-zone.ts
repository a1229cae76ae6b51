import { Temporal } from 'temporal-polyfill';
import { dateOf, dayOf } from './iso-date.ts';
import { DAY, MINUTE } from './units.ts';
import { offsetAt, steadyOffset } from './zone-table.ts';

/** Whether the runtime knows this time zone by name, aliases such as `Asia/Calcutta` and any letter case included. */
export function isTimeZone(id: string): boolean {
  // An offset (`+01:00`) or a whole date with a zone would pass for a zone too; names begin with a letter.
  if (!/^[a-z]/i.test(id)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
    return true;
  } catch {
    return false;
  }
}

/** The day which people in the zone have at an instant (epoch milliseconds). */
export const localDay = (instant: number, timeZone: string): number =>
  Math.floor((instant + offsetAt(instant, timeZone)) / DAY);

/** The same as a date, `YYYY-MM-DD`. */
export const localDate = (instant: number, timeZone: string): string => dateOf(localDay(instant, timeZone));

/** Where the offset stays the same so long before and after, no clock is changed on the day. Offsets are 14 hours at most. */
const AROUND = 1.5 * DAY;

/** The first instant of a local day: where the clocks change at midnight (Cairo, Beirut, Santiago) it may read 01:00. */
export function startOfLocalDay(day: number, timeZone: string): number {
  const wall = day * DAY;
  const offset = steadyOffset(wall - AROUND, wall + AROUND, timeZone);
  if (offset !== null) return wall - offset;
  return Temporal.PlainDate.from(dateOf(day)).toZonedDateTime({ timeZone }).epochMilliseconds;
}

/** The same of a local date. */
export const startOfDay = (date: string, timeZone: string): number => startOfLocalDay(dayOf(date), timeZone);

/**
 * The instant of a wall time, in minutes since 00:00, on a local day: one that the clocks skip moves forward by the gap,
 * one that they repeat is its first occurrence.
 */
export function instantAt(day: number, minutes: number, timeZone: string): number {
  const wall = day * DAY + minutes * MINUTE;
  const offset = steadyOffset(wall - AROUND, wall + AROUND, timeZone);
  if (offset !== null) return wall - offset;
  return Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 16)).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  }).epochMilliseconds;
}
