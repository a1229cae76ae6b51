import { timePatternsOf } from './time-patterns.ts';
import type { DateWords } from './time-texts.ts';

/** Any year with a weekday of each name in its first week. */
const SAMPLE_YEAR = 2024;
const sampleDay = (month: number, day: number) => new Date(Date.UTC(SAMPLE_YEAR, month, day, 9, 5));

const known = new Map<string, DateWords>();
const MOST_KNOWN = 500;

/**
 * The names and patterns by which a locale writes dates and times, from this runtime's `Intl`. The pages get them with
 * their data, so that browsers, whose `Intl` knows other words, write every letter as the server and the mails do.
 * @throws RangeError where the tag is no locale
 */
export function dateWordsOf(locale: string): DateWords {
  let words = known.get(locale);
  if (words === undefined) {
    words = readWords(`${locale}-u-nu-latn`.replace(/-u-.*-u-nu-latn$/, '-u-nu-latn'));
    if (known.size < MOST_KNOWN) known.set(locale, words);
  }
  return words;
}

const LONG = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const SHORT = { weekday: 'short', day: 'numeric', month: 'short' } as const;

function readWords(locale: string): DateWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const months = (options: Intl.DateTimeFormatOptions) => {
    const names = format(options);
    return Array.from({ length: 12 }, (_, month) => partOf(names, sampleDay(month, 3), 'month'));
  };
  /** With the sign for a month where that belongs to the name: "12月". */
  const monthsAlone = (options: Intl.DateTimeFormatOptions) =>
    Array.from({ length: 12 }, (_, month) => plain(format(options).format(sampleDay(month, 3))));
  /** 1 January 2024 was a Monday. */
  const weekdays = (options: Intl.DateTimeFormatOptions) => {
    const names = format(options);
    return Array.from({ length: 7 }, (_, day) => partOf(names, sampleDay(0, 1 + day), 'weekday'));
  };
  const clock = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h12' });
  return {
    date: patternOf(format({ ...LONG, year: 'numeric' })),
    dayOfYear: patternOf(format(LONG)),
    shortDay: patternOf(format(SHORT)),
    monthOfYear: patternOf(format({ month: 'long', year: 'numeric' })),
    months: months(LONG),
    shortMonths: months(SHORT),
    monthNames: months({ month: 'long', year: 'numeric' }),
    monthAlone: monthsAlone({ month: 'long' }),
    shortMonthAlone: monthsAlone({ month: 'short' }),
    weekdays: weekdays(LONG),
    shortWeekdays: weekdays(SHORT),
    halfDayTime: patternOf(clock),
    patterns: timePatternsOf(locale),
    halves: [9, 15].map((hour) => partOf(clock, new Date(Date.UTC(SAMPLE_YEAR, 0, 1, hour)), 'dayPeriod')),
  };
}

const partOf = (format: Intl.DateTimeFormat, date: Date, type: Intl.DateTimeFormatPartTypes): string =>
  plain(format.formatToParts(date).find((part) => part.type === type)?.value ?? '');

/** "{weekday}, {day} {month}": the literal parts of a format around the names of the others. */
const patternOf = (format: Intl.DateTimeFormat): string =>
  format
    .formatToParts(sampleDay(0, 3))
    .map(({ type, value }) => (type === 'literal' ? plain(value) : `{${type}}`))
    .join('');

/** Blanks of every kind become the one that people type. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
