/** A calendar date such as `2026-12-01`, without a time zone. */
export type IsoDate = string;
/** A month such as `2026-12`. */
export type IsoMonth = string;

/** ISO weekday: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY = 86_400_000;
const noon = (date: IsoDate) => Date.parse(`${date}T12:00:00Z`);
const isoDate = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7);
export const firstDay = (month: IsoMonth): IsoDate => `${month}-01`;
/** The last day of a month. */
export const lastDay = (month: IsoMonth): IsoDate => addDays(firstDay(addMonths(month, 1)), -1);
export const addDays = (date: IsoDate, days: number): IsoDate => isoDate(noon(date) + days * DAY);
/** ISO weekday: 1 is Monday. */
export const weekdayOf = (date: IsoDate): Weekday => (new Date(noon(date)).getUTCDay() || 7) as Weekday;

/** The month so many months later; earlier for a negative number. */
export function addMonths(month: IsoMonth, months: number): IsoMonth {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The same day of another month, or that month's last: 31 January + 1 month = 28 February. */
export function sameDayOf(month: IsoMonth, date: IsoDate): IsoDate {
  const last = lastDay(month);
  const sameDay = `${month}-${date.slice(8)}`;
  return sameDay > last ? last : sameDay;
}

/** How many days `date` lies after the beginning of its week. */
const intoWeek = (date: IsoDate, weekStart: Weekday) => (weekdayOf(date) - weekStart + 7) % 7;

/** So near its end a month shows what comes next. */
const NEARLY_OVER_DAYS = 14;

/**
 * Six weeks of seven places, so that every month takes the same room; places outside the month are null. Where `today`
 * is one of the month's last days, weeks that are over give way to the first ones of the month after it.
 */
export function weeksOf(month: IsoMonth, weekStart: Weekday, today?: IsoDate): (IsoDate | null)[][] {
  const isEnding = today !== undefined && monthOf(today) === month && addDays(today, NEARLY_OVER_DAYS) > lastDay(month);
  const first = isEnding ? today : firstDay(month);
  const begin = addDays(first, -intoWeek(first, weekStart));
  const shown = isEnding ? [month, addMonths(month, 1)] : [month];
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = addDays(begin, week * 7 + day);
      return shown.includes(monthOf(date)) ? date : null;
    }),
  );
}

/** The earliest day among those weeks. */
export const firstShown = (month: IsoMonth, weekStart: Weekday, today: IsoDate): IsoDate =>
  weeksOf(month, weekStart, today)
    .flat()
    .find((date) => date !== null) ?? firstDay(month);

/** The seven weekdays in the order of a week that begins so. */
export const weekdaysFrom = (weekStart: Weekday): Weekday[] =>
  Array.from({ length: 7 }, (_, day) => (((weekStart - 1 + day) % 7) + 1) as Weekday);

/** Where a key of the ARIA date grid leads from `date`; null for keys that do not move. */
export function dateAfterKey(date: IsoDate, key: string, weekStart: Weekday, withShift = false): IsoDate | null {
  const months = (count: number) => sameDayOf(addMonths(monthOf(date), withShift ? count * 12 : count), date);
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return addDays(date, -intoWeek(date, weekStart));
    case 'End':
      return addDays(date, 6 - intoWeek(date, weekStart));
    case 'PageUp':
      return months(-1);
    case 'PageDown':
      return months(1);
    default:
      return null;
  }
}

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const isIsoDate = (text: string | null): text is IsoDate =>
  text !== null && ISO_DATE.test(text) && text <= lastDay(monthOf(text));
export const isIsoMonth = (text: string | null): text is IsoMonth =>
  text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
