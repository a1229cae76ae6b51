import type { HourCycle } from './locale.ts';
import type { TimePatterns } from './time-patterns.ts';
import { dateIn, timeIn } from './wall-clock.ts';
import { zoneLetters } from './zone-abbreviations.ts';
import { cityOf, isUtc } from './zone-names.ts';

/** The names and patterns of one locale; the fields of a pattern stand in braces. `domain/date-words.ts` reads them. */
export interface DateWords {
  readonly patterns: TimePatterns;
  /** "{weekday}, {day} {month} {year}" */
  readonly date: string;
  readonly dayOfYear: string;
  readonly shortDay: string;
  readonly monthOfYear: string;
  /** As they stand within a date, January first. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** As they stand beside a year, and alone. */
  readonly monthNames: readonly string[];
  readonly monthAlone: readonly string[];
  readonly shortMonthAlone: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  /** "{hour}:{minute} {dayPeriod}" */
  readonly halfDayTime: string;
  /** "AM" and "PM". */
  readonly halves: readonly string[];
}

/** How one reader's dates and times are written. */
export interface Writing {
  readonly hourCycle: HourCycle;
  readonly words: DateWords;
}

/** An instant: RFC 3339 or epoch milliseconds. */
type Instant = string | number;

/** How times are written for one reader in a zone, on pages and in mails alike. */
export interface TimeTexts {
  readonly zone: string;
  /** "14:30" or "2:30 PM". */
  time(instant: Instant): string;
  /** "14:30 – 15:00", and the day of the end where that is another. */
  span(meeting: { startsAt: Instant; endsAt: Instant }): string;
  /** "Thursday, December 3, 2026". */
  day(instant: Instant): string;
  /** "Thu, Dec 3, 14:30". */
  short(instant: Instant): string;
  /** "Thursday, December 3"; with the year where it is not that of `now`. */
  nearDay(instant: Instant): string;
  /** "10:30 AM, Thursday, December 3 (New York time, EST)", its day as `nearDay`. */
  full(instant: Instant): string;
  /** "New York time, EST", with the letters of that instant. */
  zoneAt(instant: Instant): string;
}

/** Writes times in a zone that the runtime knows. Sentences leave out the year of `now`. */
export function timeTextsFor(zone: string, { hourCycle, words }: Writing, now: Instant): TimeTexts {
  const time = (instant: Instant) => timeText(timeIn(zone, instant), hourCycle, words);
  const day = (instant: Instant) => dateText(dateIn(zone, instant), words);
  const shortDay = (instant: Instant) => shortDateText(dateIn(zone, instant), words);
  const thisYear = dateIn(zone, now).slice(0, 4);
  const nearDay = (instant: Instant) =>
    dateIn(zone, instant).startsWith(thisYear)
      ? filled(words.dayOfYear, partsOf(dateIn(zone, instant), words))
      : day(instant);
  const zoneAt = (instant: Instant) => zoneText(zone, instant, words);
  const { patterns } = words;
  return {
    zone,
    time,
    day,
    nearDay,
    zoneAt,
    span: ({ startsAt, endsAt }) =>
      filled(day(startsAt) === day(endsAt) ? patterns.span : patterns.spanToDay, {
        start: time(startsAt),
        end: time(endsAt),
        endDay: shortDay(endsAt),
      }),
    short: (instant) => filled(patterns.shortMoment, { day: shortDay(instant), time: time(instant) }),
    full: (instant) => filled(patterns.moment, { time: time(instant), day: nearDay(instant), zone: zoneAt(instant) }),
  };
}

/** "New York time, EST": the city whose clocks they are, and the letters of that instant. */
export function zoneText(zone: string, instant: Instant, { patterns }: DateWords): string {
  if (isUtc(zone)) return 'UTC';
  const letters = zoneLetters(zone, instant);
  return zone.startsWith('Etc/') ? letters : filled(patterns.zone, { city: cityOf(zone), letters });
}

function timeText(time: string, hourCycle: HourCycle, { halfDayTime, halves }: DateWords): string {
  if (hourCycle === 'h23') return time;
  const hour = Number(time.slice(0, 2));
  const dayPeriod = halves[hour < 12 ? 0 : 1] ?? '';
  return filled(halfDayTime, { hour: String(hour % 12 || 12), minute: time.slice(3), dayPeriod });
}

/** A pattern with its fields' values. */
export const filled = (pattern: string, parts: Readonly<Record<string, string>>) =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, field: string) => parts[field] ?? '');

function partsOf(date: string, { months, weekdays }: Pick<DateWords, 'months' | 'weekdays'>) {
  const weekday = weekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? '';
  return {
    year: date.slice(0, 4),
    month: months[Number(date.slice(5, 7)) - 1] ?? '',
    day: String(Number(date.slice(8))),
    weekday,
  };
}

/** "Tuesday, 1 December 2026" of a calendar date `2026-12-01`. */
export const dateText = (date: string, words: DateWords) => filled(words.date, partsOf(date, words));

/** "Tue, 1 Dec". */
export const shortDateText = (date: string, { shortDay, shortMonths: months, shortWeekdays: weekdays }: DateWords) =>
  filled(shortDay, partsOf(date, { months, weekdays }));

/** "December 2026" of a month `2026-12`. */
export const monthText = (month: string, { monthOfYear, monthNames: months, weekdays }: DateWords) =>
  filled(monthOfYear, partsOf(`${month.slice(0, 7)}-01`, { months, weekdays }));

/** "December". */
export const monthNameText = (month: string, { monthAlone }: DateWords) =>
  monthAlone[Number(month.slice(5, 7)) - 1] ?? '';

/** "Dec". */
export const shortMonthText = (date: string, { shortMonthAlone }: DateWords) =>
  shortMonthAlone[Number(date.slice(5, 7)) - 1] ?? '';

/** "Tue" and "Tuesday" of an ISO weekday, Monday 1 … Sunday 7. */
export const weekdayText = (weekday: number, { weekdays, shortWeekdays }: DateWords) => ({
  long: weekdays[weekday - 1] ?? '',
  short: shortWeekdays[weekday - 1] ?? '',
});
