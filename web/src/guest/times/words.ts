import { useSyncExternalStore } from 'react';
import { firstDay, type IsoDate, type IsoMonth } from '../../shared/iso-days.ts';
import { zoneName } from '../../shared/zones.ts';
import { LOCALE, readsTwelveHours } from './locale.ts';

export type Clock = '12h' | '24h';

const KEPT = 'insytical:clock';
const listeners = new Set<() => void>();
let clock: Clock = keptClock() ?? (readsTwelveHours ? '12h' : '24h');

function keptClock(): Clock | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === '12h' || kept === '24h' ? kept : null;
  } catch {
    // Storage may be closed to us; then the choice lasts as long as the page.
    return null;
  }
}

export function chooseClock(chosen: Clock): void {
  clock = chosen;
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useClock = (): Clock => useSyncExternalStore(subscribe, () => clock);

/** How times are written for one reader: zone and clock. Every sentence with a time names its zone. */
export interface Words {
  readonly zone: string;
  /** "14:30" or "2:30 PM". */
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
  zoneAt(instant?: string): string;
}

const known = new Map<string, Words>();

/**
 * The words of a zone and a clock. Formats cost time to make and the list of zones shows hundreds: each is made once,
 * when asked for.
 */
export function wordsFor(zone: string, clock: Clock): Words {
  const name = `${zone} ${clock}`;
  const words = known.get(name) ?? makeWords(zone, clock);
  known.set(name, words);
  return words;
}

function makeWords(zone: string, clock: Clock): Words {
  const hour12 = clock === '12h';
  const format = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (instant: string) => {
      made ??= new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options });
      return made.format(new Date(instant));
    };
  };
  const time = format(
    hour12 ? { hour: 'numeric', minute: '2-digit', hour12 } : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  );
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const zoneAt = (instant?: string) => zoneName(zone, instant === undefined ? undefined : new Date(instant));
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

export const useWords = (zone: string): Words => wordsFor(zone, useClock());

const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options });
const monthFormat = utc({ month: 'long', year: 'numeric' });
const monthOnly = utc({ month: 'long' });
const dateFormat = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const headingFormat = utc({ weekday: 'short', day: 'numeric', month: 'short' });
const weekdayShort = utc({ weekday: 'short' });
const weekdayLong = utc({ weekday: 'long' });
const noon = (date: IsoDate) => new Date(`${date}T12:00:00Z`);

/** "December 2026". */
export const monthText = (month: IsoMonth) => monthFormat.format(noon(firstDay(month)));
/** "December". */
export const monthNameText = (month: IsoMonth) => monthOnly.format(noon(firstDay(month)));
/** "Tuesday, 1 December 2026". */
export const dateText = (date: IsoDate) => dateFormat.format(noon(date));
/** "Tue 1 Dec". */
export const headingText = (date: IsoDate) => headingFormat.format(noon(date));
/** "Tue" and "Tuesday"; 2024-01-01 was a Monday. */
export const weekdayText = (weekday: number) => ({
  short: weekdayShort.format(noon(`2024-01-0${weekday}`)),
  long: weekdayLong.format(noon(`2024-01-0${weekday}`)),
});

/** "30 min", "1 h", "1 h 30 min". */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}
