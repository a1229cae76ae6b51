import { addDays } from '../../shared/iso-days.ts';
import { knownZone } from '../../shared/zones.ts';
import { t } from '../text.ts';
import { HOUR_CYCLE, LOCALE } from '../writing.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { timeZone: knownZone(timeZone), ...options });
  formats.set(key, made);
  return made;
}

const at = (instant: string | Date) => (typeof instant === 'string' ? new Date(instant) : instant);

/** "09:30" or "9:30 AM", as the browser's language has it. */
export const timeOf = (instant: string | Date, timeZone: string) =>
  format(timeZone, 'time', {
    hour: HOUR_CYCLE === 'h12' ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: HOUR_CYCLE,
  }).format(at(instant));

/** "14:30 – 15:00". */
export const timesOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, timeZone: string) =>
  `${timeOf(startsAt, timeZone)} – ${timeOf(endsAt, timeZone)}`;

/** "Tuesday, 1 December 2026". */
export const dayOf = (instant: string | Date, timeZone: string) =>
  format(timeZone, 'day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at(instant));

/** The same, with "Today" or "Tomorrow" before it where that is so. */
export function dayInWords(instant: string, timeZone: string): string {
  const date = isoDateOf(instant, timeZone);
  const today = todayIn(timeZone);
  const day = dayOf(instant, timeZone);
  if (date === today) return t('time.today', { day });
  return date === addDays(today, 1) ? t('time.tomorrow', { day }) : day;
}

/** "1 Dec 2026, 14:30". */
export const momentOf = (instant: string | Date, timeZone: string) =>
  format(timeZone, 'moment', { dateStyle: 'medium', timeStyle: 'short', hourCycle: HOUR_CYCLE }).format(at(instant));

/** "1 Dec 2026". */
export const dateOf = (instant: string | Date, timeZone: string) =>
  format(timeZone, 'date', { dateStyle: 'medium' }).format(at(instant));

/** The calendar date there, `2026-12-01`. */
export const isoDateOf = (instant: string | Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: knownZone(timeZone), dateStyle: 'short' }).format(at(instant));

/** "Tuesday, 1 December 2026" of a calendar date `2026-12-01`. */
export const longDate = (isoDate: string) => dayOf(`${isoDate}T12:00:00Z`, 'UTC');

/** "Tuesday" or "Tue" of an ISO weekday, Monday is 1. */
export const weekdayName = (weekday: number, width: 'long' | 'short' = 'long') =>
  // 1 January 2024 was a Monday.
  format('UTC', `weekday ${width}`, { weekday: width }).format(new Date(Date.UTC(2024, 0, weekday)));

/** Today's calendar date there. */
export const todayIn = (timeZone: string) => isoDateOf(new Date(), timeZone);

/** "3 hours ago", "in 2 days". */
export function fromNow(instant: string, now = Date.now()): string {
  const seconds = (Date.parse(instant) - now) / 1_000;
  const words = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
  for (const [unit, size] of UNITS)
    if (Math.abs(seconds) >= size) return words.format(Math.round(seconds / size), unit);
  return t('time.justNow');
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const DAY = 1_440;
const HOUR = 60;

/** "2 days", "1 hour 30 minutes", "45 minutes". */
export function inWords(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / DAY), Math.floor((minutes % DAY) / HOUR), minutes % HOUR];
  const parts = [
    days > 0 && t('time.days', { count: days }),
    hours > 0 && t('time.hours', { count: hours }),
    (rest > 0 || minutes === 0) && t('time.minutes', { count: rest }),
  ];
  return parts.filter((part) => part !== false).join(' ');
}

/** Minutes since midnight on that zone's clocks. */
export function minuteOf(instant: string | Date, timeZone: string): number {
  const parts = format(timeZone, 'minute', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(
    at(instant),
  );
  const numberOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return numberOf('hour') * 60 + numberOf('minute');
}
