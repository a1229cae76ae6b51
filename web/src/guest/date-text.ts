import type { Reader } from '#api/pages/schema.ts';
import { firstDay, type IsoDate, type IsoMonth, weekdayOf } from '../shared/iso-days.ts';
import { zoneName } from '../shared/zones.ts';
import { dateIn } from './calendar/slots.ts';
import { useReader } from './clock.tsx';

/** How times are written for one reader: zone, clock and order of dates. Every sentence with a time names its zone. */
export interface TimeTexts {
  readonly zone: string;
  /** "14:30", "2:30 pm", or "2:30 PM" where the month comes first. */
  time(instant: string): string;
  /** "14:30 – 15:00". */
  span(booking: { startsAt: string; endsAt: string }): string;
  /** "Tuesday, 1 December 2026". */
  day(instant: string): string;
  /** "Tue, 1 Dec, 14:30". */
  short(instant: string): string;
  /** "Tuesday, 1 December 2026 at 14:30, Berlin (GMT+1)". */
  full(instant: string): string;
  /** "Berlin (GMT+1)", with the offset of that instant. */
  zoneAt(instant: string): string;
}

/** The words for times in a zone. */
export function timeTextsFor(zone: string, { clock, dates }: Reader): TimeTexts {
  const time = (instant: string) => timeText(timeIn(zone, instant), clock, dates);
  const day = (instant: string) => dateText(dateIn(zone, instant), dates);
  const shortDay = (instant: string) => shortDateText(dateIn(zone, instant), dates);
  const zoneAt = (instant: string) => zoneName(zone, new Date(instant));
  return {
    zone,
    time,
    day,
    zoneAt,
    span: ({ startsAt, endsAt }) =>
      day(startsAt) === day(endsAt)
        ? `${time(startsAt)} – ${time(endsAt)}`
        : `${time(startsAt)} – ${time(endsAt)} (${shortDay(endsAt)})`,
    short: (instant) => `${shortDay(instant)}, ${time(instant)}`,
    full: (instant) => `${day(instant)} at ${time(instant)}, ${zoneAt(instant)}`,
  };
}

export const useTimeTexts = (zone: string): TimeTexts => timeTextsFor(zone, useReader());

const clocks = new Map<string, Intl.DateTimeFormat>();

/** "14:30" of an instant in a zone. Formats cost time to make, so each is made once. */
function timeIn(zone: string, instant: string): string {
  let format = clocks.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    clocks.set(zone, format);
  }
  return format.format(new Date(instant));
}

function timeText(time: string, clock: Reader['clock'], dates: Reader['dates']): string {
  if (clock === '24h') return time;
  const hour = Number(time.slice(0, 2));
  const half = hour < 12 ? 'am' : 'pm';
  return `${hour % 12 || 12}:${time.slice(3)} ${dates === 'month-first' ? half.toUpperCase() : half}`;
}

/** "30 min", "1 h", "1 h 30 min". */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}

const DAY_MINUTES = 1_440;

/** How long before something, in whole days where it is: `2 days`, else as `durationText`. */
export function noticeText(minutes: number): string {
  const days = minutes / DAY_MINUTES;
  if (!Number.isInteger(days)) return durationText(minutes);
  return days === 1 ? '1 day' : `${days} days`;
}

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

/** "Dec". */
export const shortMonthText = (date: IsoDate) => partsOf(date).month.slice(0, 3);

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
