import { DAY, MINUTE } from './units.ts';

/**
 * Calendar dates are texts `YYYY-MM-DD`, which sort as texts, or days: how many whole ones lie between 1 January 1970 and
 * the date. The arithmetic of neither knows a time zone.
 */

/** Whether a text is a date of the calendar between 1970 and 2999; anything beyond is a typing error, not a plan. */
export function isIsoDate(text: string): boolean {
  return /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;
}

/** The day of a date; NaN for a text that is none. */
export const dayOf = (date: string): number => Date.parse(date) / DAY;

/** The date of a day. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The date so many calendar days later; earlier for a negative number. */
export const plusDays = (date: string, days: number) => dateOf(dayOf(date) + days);

/** How many days `to` comes after `from`; negative when it comes before. */
export const daysBetween = (from: string, to: string) => Math.round(dayOf(to) - dayOf(from));

/** Of a day: 1 = Monday … 7 = Sunday. 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** What follows the date of each whole minute of a UTC day. */
const CLOCK = Array.from({ length: DAY / MINUTE }, (_, minute) =>
  new Date(minute * MINUTE).toISOString().slice('1970-01-01'.length),
);

/** A writer of instants (epoch milliseconds) as `toISOString` writes them, quick for many of one day after another. */
export function instantWriter(): (instant: number) => string {
  let [day, date] = [NaN, ''];
  return (instant) => {
    const its = Math.floor(instant / DAY);
    if (its !== day) [day, date] = [its, dateOf(its)];
    const clock = CLOCK[(instant - its * DAY) / MINUTE];
    return clock === undefined ? new Date(instant).toISOString() : date + clock;
  };
}
