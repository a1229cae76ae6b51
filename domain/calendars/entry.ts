import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Zone } from './zones.ts';

/** A date, or a wall time in a zone. Of a date `wall` is its midnight. */
export interface Moment {
  readonly wall: Temporal.PlainDateTime;
  readonly isDate: boolean;
  readonly zone: Zone;
}

/** An entry of a calendar file: once, or again and again. */
export interface Entry {
  readonly uid: string;
  readonly start: Moment;
  readonly length: Length;
  /** As ical.js reads `RRULE`. */
  readonly rules: readonly Rule[];
  readonly alsoOn: readonly Moment[];
  readonly notOn: readonly Moment[];
  /** Which repetition of its series this entry replaces. */
  readonly replaces: Moment | null;
  readonly isFree: boolean;
}

export type Rule = Readonly<Record<string, unknown>> & { readonly until?: string };

/** Elapsed milliseconds, or what is added to the wall time, as calendars show a series over a change of the clocks. */
export type Length = { readonly ms: number } | { readonly wall: Temporal.Duration };

/** The instant of a moment in epoch milliseconds. */
export const instantOf = ({ wall, isDate, zone }: Moment): number =>
  isDate ? zone.startOfDay(wall.toPlainDate()) : zone.instantOf(wall);

interface Zones {
  /** Of floating times and dates. */
  readonly own: Zone;
  readonly find: (id: string) => Zone;
}

/** `[name, parameters, type, ...values]`, as ical.js writes a property (jCal, RFC 7265). */
type Property = [string, Record<string, string | string[]>, string, ...unknown[]];

const READ =
  /^(UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|TRANSP|STATUS|X-MICROSOFT-CDO-BUSYSTATUS)[;:]/i;

/** Reads an entry from its lines. @throws Error where its times cannot be read */
export function readEntry(lines: readonly string[], zones: Zones): Entry {
  const properties = Map.groupBy(
    lines.filter((line) => READ.test(line)).map((line) => ICAL.parse.property(line) as Property),
    ([name]) => name,
  );
  const all = (name: string) => properties.get(name) ?? [];
  const text = (name: string) => textOf(all(name)[0]?.[3]).trim();
  const moments = (name: string) => all(name).flatMap((property) => momentsOf(property, zones));
  const [start] = moments('dtstart');
  if (start === undefined) throw new RangeError('An entry without a start');
  const [end] = moments('dtend');
  return {
    uid: text('uid'),
    start,
    length: end === undefined ? givenLength(text('duration'), start) : lengthBetween(start, end),
    rules: all('rrule').map((property) => property[3] as Rule),
    alsoOn: moments('rdate'),
    notOn: moments('exdate'),
    replaces: moments('recurrence-id')[0] ?? null,
    isFree:
      text('transp').toUpperCase() === 'TRANSPARENT' ||
      text('status').toUpperCase() === 'CANCELLED' ||
      text('x-microsoft-cdo-busystatus').toUpperCase() === 'FREE',
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @throws RangeError where a value is no time */
function momentsOf([, parameters, type, ...values]: Property, { own, find }: Zones): Moment[] {
  const id = [parameters['tzid'] ?? []].flat()[0];
  return values.map((value) => {
    // Of a period only its start is read: the series' length is as good, and no program writes another.
    const text = textOf(Array.isArray(value) ? value[0] : value);
    const isUtc = text.endsWith('Z');
    const isDate = type === 'date' || text.endsWith('T::');
    const wall = Temporal.PlainDateTime.from(text.replace(/T::$|Z$/, ''), { overflow: 'reject' });
    return { wall, isDate, zone: isUtc ? find('UTC') : isDate || id === undefined ? own : find(id) };
  });
}

/** @throws RangeError for an end before the start */
function lengthBetween(start: Moment, end: Moment): Length {
  const ms = instantOf(end) - instantOf(start);
  if (ms < 0) throw new RangeError('An entry that ends before it starts');
  return start.zone === end.zone ? { wall: start.wall.until(end.wall, { largestUnit: 'day' }) } : { ms };
}

/** Without an end, a date lasts the day and a time no time (RFC 5545 §3.6.1). @throws RangeError for a negative one */
function givenLength(duration: string, { isDate }: Moment): Length {
  if (duration === '') return { wall: Temporal.Duration.from({ days: isDate ? 1 : 0 }) };
  const wall = Temporal.Duration.from(duration);
  if (wall.sign < 0) throw new RangeError('An entry of negative length');
  return { wall };
}
