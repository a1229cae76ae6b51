import type { Reader } from '#api/pages/schema.ts';
import { zoneName } from '../../shared/zones.ts';
import { useReader } from './clock.ts';
import { dateText, shortDateText } from './dates.ts';
import { dateIn } from './slots.ts';

/** How times are written for one reader: zone, clock and order of dates. Every sentence with a time names its zone. */
export interface Words {
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
export function wordsFor(zone: string, { clock, dates }: Reader): Words {
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

export const useWords = (zone: string): Words => wordsFor(zone, useReader());

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
