import { Temporal } from 'temporal-polyfill';

/** Whether the runtime knows this time zone by name, aliases such as `Asia/Calcutta` and any letter case included. */
export function isTimeZone(id: string): boolean {
  // An offset (`+01:00`) or a whole date with a zone would pass for a zone too; names begin with a letter.
  if (!/^[a-z]/i.test(id)) return false;
  try {
    zoned(0, id);
    return true;
  } catch {
    return false;
  }
}

/** The date `YYYY-MM-DD` which people in the zone have at an instant (epoch milliseconds). */
export const localDate = (instant: number, timeZone: string) => zoned(instant, timeZone).toPlainDate().toString();

/** The first instant of a local date: where the clocks change at midnight (Cairo, Beirut, Santiago) it may read 01:00. */
export const startOfDay = (date: string, timeZone: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).epochMilliseconds;

/**
 * The instant of a wall time `HH:MM` on a local date: one that the clocks skip moves forward by the gap, one that they
 * repeat is its first occurrence.
 */
export const instantAt = (date: string, time: string, timeZone: string) =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .epochMilliseconds;

const zoned = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
