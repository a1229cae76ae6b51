import { DAY } from './units.ts';

/** Calendar dates are texts `YYYY-MM-DD`: they sort as texts, and their arithmetic knows no time zone. */

/** Whether a text is a date of the calendar between 1970 and 2999; anything beyond is a typing error, not a plan. */
export function isIsoDate(text: string): boolean {
  return /^(19[7-9]\d|2\d{3})-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;
}

/** The date so many calendar days later; earlier for a negative number. */
export const plusDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** How many days `to` comes after `from`; negative when it comes before. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** 1 = Monday … 7 = Sunday. */
export const isoWeekday = (date: string) => new Date(date).getUTCDay() || 7;

/** All dates from the first to the last, both included; none when the last comes before the first. */
export const datesBetween = (first: string, last: string) =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, days) => plusDays(first, days));
