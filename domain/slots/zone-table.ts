import { Temporal } from 'temporal-polyfill';
import { DAY } from './units.ts';

/**
 * Offsets of time zones, asked for once a zone and year. A table holds pairs: an instant, and the offset that begins then;
 * both in milliseconds, the first instant that of the year in UTC.
 */
type YearTable = readonly number[];

const zones = new Map<string, Map<number, YearTable>>();
/** About 600 zones with a few years each; names in other letters count as others. */
const MOST_TABLES = 10_000;
let tables = 0;

/** How far the clocks of a zone are ahead of UTC at an instant, milliseconds. @throws RangeError for an unknown zone */
export function offsetAt(instant: number, timeZone: string): number {
  const table = tableOf(timeZone, new Date(instant).getUTCFullYear());
  let at = table.length - 2;
  while (at > 0 && (table[at] ?? 0) > instant) at -= 2;
  return table[at + 1] ?? 0;
}

/** The zone's offset if it is one and the same all the time from one instant to another, both included; else null. */
export function steadyOffset(from: number, to: number, timeZone: string): number | null {
  const offset = offsetAt(from, timeZone);
  const last = new Date(to).getUTCFullYear();
  for (let year = new Date(from).getUTCFullYear(); year <= last; year += 1) {
    const table = tableOf(timeZone, year);
    for (let at = 0; at < table.length; at += 2) {
      const begins = table[at] ?? 0;
      if (begins > from && begins <= to && table[at + 1] !== offset) return null;
    }
  }
  return offset;
}

function tableOf(timeZone: string, year: number): YearTable {
  const known = zones.get(timeZone)?.get(year);
  if (known !== undefined) return known;
  const table = readYear(timeZone, year);
  tables += 1;
  if (tables > MOST_TABLES) {
    zones.clear();
    tables = 1;
  }
  const years = zones.get(timeZone) ?? new Map<number, YearTable>();
  zones.set(timeZone, years.set(year, table));
  return table;
}

function readYear(timeZone: string, year: number): YearTable {
  const ends = Date.UTC(year + 1, 0, 1);
  const begins = Date.UTC(year, 0, 1);
  const table = [begins, ask(begins, timeZone)];
  for (let day = begins; day < ends; day += DAY) {
    const [before, after] = [table.at(-1) ?? 0, ask(day + DAY - 1, timeZone)];
    if (before !== after) table.push(changeBetween(day, day + DAY - 1, before, timeZone), after);
  }
  return table;
}

/** The first instant after `from` at which the offset is another than before; at `to` it is. */
function changeBetween(from: number, to: number, before: number, timeZone: string): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return ask(low, timeZone) === before ? high : low;
}

const ask = (instant: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
