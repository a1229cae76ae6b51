import type { Reader } from '#api/pages/schema.ts';
import { firstDay, type IsoDate, type IsoMonth, weekdayOf } from '../../shared/iso-days.ts';

// Written by hand: server and browser must agree on every letter, and the words of `Intl` change with its version.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export type DateOrder = Reader['dates'];

function partsOf(date: IsoDate) {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return { year: date.slice(0, 4), month, day: Number(date.slice(8)), weekday: WEEKDAYS[weekdayOf(date) - 1] ?? '' };
}

/** "December 2026". */
export const monthText = (month: IsoMonth) => `${monthNameText(month)} ${month.slice(0, 4)}`;
/** "December". */
export const monthNameText = (month: IsoMonth) => partsOf(firstDay(month)).month;

/** "Tuesday, 1 December 2026" or "Tuesday, December 1, 2026". */
export function dateText(date: IsoDate, order: DateOrder): string {
  const { weekday, day, month, year } = partsOf(date);
  return order === 'month-first' ? `${weekday}, ${month} ${day}, ${year}` : `${weekday}, ${day} ${month} ${year}`;
}

/** "Tue, 1 Dec" or "Tue, Dec 1". */
export function shortDateText(date: IsoDate, order: DateOrder): string {
  const { weekday, day, month } = partsOf(date);
  const short = month.slice(0, 3);
  return `${weekday.slice(0, 3)}, ${order === 'month-first' ? `${short} ${day}` : `${day} ${short}`}`;
}

/** "Tue" and "Tuesday" of an ISO weekday. */
export const weekdayText = (weekday: number) => {
  const long = WEEKDAYS[weekday - 1] ?? '';
  return { long, short: long.slice(0, 3) };
};
