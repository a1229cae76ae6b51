import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';
import { isTimeZone } from '../slots/time-zone.ts';
import { DAY } from '../slots/units.ts';

/** How a calendar's wall times become instants (epoch milliseconds), and back. */
export interface Zone {
  instantOf(wall: Temporal.PlainDateTime): number;
  startOfDay(date: Temporal.PlainDate): number;
  wallAt(instant: number): Temporal.PlainDateTime;
}

/**
 * Finds the zones a calendar file names: by an IANA name, by Windows' name, by a path that ends in an IANA name, and last
 * by the file's own definition, since those of most programs leave out past and future rules. A zone that is unknown and
 * not defined is taken for the calendar's own.
 * @param own IANA zone of the calendar
 */
export function zoneFinder(own: string, definitions: ReadonlyMap<string, readonly string[]>): (id: string) => Zone {
  const found = new Map<string, Zone>();
  return (id) => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const definition = definitions.get(id);
    const name = ianaName(id) ?? ianaName(locationOf(definition));
    const zone = name === null ? (definedZone(definition) ?? namedZone(own)) : namedZone(name);
    found.set(id, zone);
    return zone;
  };
}

/** The IANA name meant by a calendar program's name of a zone; null where it is none. */
export function ianaName(id: string | undefined): string | null {
  if (id === undefined) return null;
  if (isTimeZone(id)) return id;
  const [windows] = findIana(id);
  if (windows !== undefined) return windows;
  // `/freeassociation.sourceforge.net/Europe/Berlin`, `/mozilla.org/20070129_1/America/Argentina/Buenos_Aires`
  const parts = id.split('/');
  const tails = [parts.slice(-3), parts.slice(-2)].map((tail) => tail.join('/'));
  return tails.find((tail) => tail !== id && isTimeZone(tail)) ?? null;
}

export function namedZone(name: string): Zone {
  const days = new Map<number, number | null>();
  /** The start of a date in this zone; null where its clocks change on it. */
  const startOf = (wall: Temporal.PlainDateTime) => {
    const key = (wall.year * 100 + wall.month) * 100 + wall.day;
    const known = days.get(key);
    if (known !== undefined) return known;
    const date = wall.toPlainDate();
    const [from, to] = [date, date.add({ days: 1 })].map((day) => day.toZonedDateTime(name).epochMilliseconds);
    const start = from !== undefined && to === from + DAY ? from : null;
    days.set(key, start);
    return start;
  };
  return {
    instantOf(wall) {
      const start = startOf(wall);
      if (start !== null) return start + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1_000;
      // A wall time that the clocks skip moves forward by the gap, one they repeat is its first (RFC 5545 §3.3.5).
      return wall.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds;
    },
    startOfDay: (date) => date.toZonedDateTime({ timeZone: name }).epochMilliseconds,
    wallAt: (instant) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name).toPlainDateTime(),
  };
}

/** `X-LIC-LOCATION` tells the IANA name of a zone that is called otherwise. */
function locationOf(definition: readonly string[] | undefined): string | undefined {
  return definition
    ?.find((line) => /^X-LIC-LOCATION:/i.test(line))
    ?.split(':')[1]
    ?.trim();
}

const asUtc = (wall: Temporal.PlainDateTime): number => wall.toZonedDateTime('UTC').epochMilliseconds;

/** A zone by the rules the file gives for it; undefined where they cannot be read. */
function definedZone(definition: readonly string[] | undefined): Zone | undefined {
  if (definition === undefined) return undefined;
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(definition.join('\r\n'))));
    const offsetMs = (wall: Temporal.PlainDateTime) => zone.utcOffset(icalTime(wall)) * 1_000;
    const instantOf = (wall: Temporal.PlainDateTime) => asUtc(wall) - offsetMs(wall);
    instantOf(Temporal.PlainDateTime.from('2026-01-01T00:00'));
    return {
      instantOf,
      startOfDay: (date) => instantOf(date.toPlainDateTime()),
      wallAt(instant) {
        const utc = namedZone('UTC').wallAt(instant);
        return utc.add({ milliseconds: offsetMs(utc) });
      },
    };
  } catch {
    return undefined;
  }
}

/** A wall time as ical.js counts with it. */
export function icalTime(wall: Temporal.PlainDateTime, isDate = false): ICAL.Time {
  const { year, month, day, hour, minute, second } = wall;
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate });
}
