import type { Clock } from '#domain/booking.ts';
import { zoneToday } from '#domain/zone-names.ts';

/** How one reader's times are written. */
export interface ReaderTime {
  /** IANA zone; an unknown one is read as UTC. */
  readonly readerTimeZone: string;
  readonly readerClock: Clock;
}

/** A time of a meeting as one reader's clock shows it. */
export interface When {
  /** "Tuesday, 1 December 2026" */
  readonly date: string;
  /** "10:00–10:30", "10:00 am–10:30 am", or "23:30–00:30 on Wednesday, 2 December" */
  readonly hours: string;
  /** "Europe/Berlin, GMT+1" */
  readonly zone: string;
  /** "Tuesday, 1 December 2026, 10:00–10:30 (Europe/Berlin, GMT+1)" */
  readonly full: string;
  /** "Tue 1 Dec 10:00 (CET)" */
  readonly short: string;
  /** "Dec" and "1", for the leaf of a calendar. */
  readonly month: string;
  readonly day: string;
}

/** Says when a meeting is, by the reader's zone and clock. Times are epoch milliseconds. */
export function whenOf(startsAt: number, endsAt: number, { readerTimeZone, readerClock }: ReaderTime): When {
  const zone = knownZone(readerTimeZone);
  const start = partsAt(startsAt, zone);
  const end = partsAt(endsAt, zone);
  const date = dateOf(start);
  const lastDay = `${end.weekday}, ${end.day} ${end.month}`;
  const hours = `${timeOf(start, readerClock)}–${timeOf(end, readerClock)}${dateOf(end) === date ? '' : ` on ${lastDay}`}`;
  const zoneName = zoneNameOf(zone, start.offset, end.offset);
  return {
    date,
    hours,
    zone: zoneName,
    full: `${date}, ${hours} (${zoneName})`,
    short: `${start.weekday.slice(0, 3)} ${start.day} ${start.month.slice(0, 3)} ${timeOf(start, readerClock)} (${abbreviation(startsAt, zone)})`,
    month: start.month.slice(0, 3),
    day: start.day,
  };
}

/** One instant: "Tuesday, 1 December 2026, 10:00 (Europe/Berlin, GMT+1)". */
export function momentOf(time: number, { readerTimeZone, readerClock }: ReaderTime): string {
  const zone = knownZone(readerTimeZone);
  const parts = partsAt(time, zone);
  return `${dateOf(parts)}, ${timeOf(parts, readerClock)} (${zoneNameOf(zone, parts.offset, parts.offset)})`;
}

/** How long until something starts: "in 1 hour", "in 2 days", "now". */
export function untilStart(startsAt: number, now: number): string {
  const minutes = Math.round((startsAt - now) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 55) return counted(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.round(hours / 24), 'day');
}

const counted = (count: number, unit: string) => `in ${count} ${unit}${count === 1 ? '' : 's'}`;

type Parts = ReturnType<typeof partsAt>;

function timeOf({ hour, minute }: Parts, clock: Clock): string {
  if (clock === '24h') return `${hour}:${minute}`;
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'am' : 'pm'}`;
}

const dateOf = ({ weekday, day, month, year }: Parts) => `${weekday}, ${day} ${month} ${year}`;

function partsAt(time: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  const values = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => values.get(type) ?? '';
  return {
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    hour: part('hour'),
    minute: part('minute'),
    offset: part('timeZoneName'),
  };
}

function zoneNameOf(zone: string, before: string, after: string): string {
  if (isUtc(zone)) return 'UTC';
  return `${zoneToday(zone).replaceAll('_', ' ')}, ${before === after ? before : `${before}, then ${after}`}`;
}

/** "CET", "EST", "AEDT": the letters people of the zone know, where English has any; else "GMT+5:30". */
function abbreviation(time: number, timeZone: string): string {
  if (isUtc(timeZone)) return 'UTC';
  const names = ['en-GB', 'en-US', 'en-AU'].map((locale) => {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(time);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
  });
  return names.find((name) => !/\d/.test(name)) ?? names[0] ?? 'UTC';
}

const isUtc = (zone: string) => /^(Etc\/)?(UTC|UCT|Zulu|Universal)$/.test(zone);

function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone }).format(0);
    return zone;
  } catch {
    return 'UTC';
  }
}
