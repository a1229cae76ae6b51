import { merged } from '../slots/intervals.ts';
import type { Interval } from '../slots/types.ts';
import { linesOf } from './entries.ts';
import { type Entry, readEntry } from './entry.ts';
import { budgetOf, occurrencesOf, TooManyEntries } from './occurrences.ts';
import { ianaName, namedZone, zoneFinder } from './zones.ts';

/** Occurrences of one file in one window; a person with 60 a day for two years has fewer. */
const MOST_OCCURRENCES = 50_000;

export interface CalendarQuestion {
  /** Half-open, epoch milliseconds. */
  readonly window: Interval;
  /** The host's IANA zone, for floating times and dates of a calendar that names none. */
  readonly timeZone: string;
  /** UIDs and links of this host's own bookings: entries with one of them are our invitations and meetings. */
  readonly ours: readonly string[];
}

export interface BusyTimes {
  /** Ascending, those that touch made one, epoch milliseconds. */
  readonly busy: Interval[];
  /** Entries that could not be read. */
  readonly skipped: number;
}

/**
 * When the owner of a calendar file (RFC 5545) is busy. Entries marked as free (`TRANSP`, Outlook's busy status) or
 * cancelled block nothing, tentative ones do. Our own bookings block by themselves and are left out.
 * @throws NotACalendar, TooManyEntries
 */
export function readCalendar(text: string, { window, timeZone, ours }: CalendarQuestion): BusyTimes {
  const { zone, entries: blocks, zones, broken } = linesOf(text);
  const own = ianaName(zone ?? undefined) ?? timeZone;
  const within = { own: namedZone(own), find: zoneFinder(own, zones) };
  const budget = budgetOf(MOST_OCCURRENCES);
  const known = new Set(ours);
  let skipped = broken;
  const entries: Entry[] = [];
  for (const lines of blocks) {
    try {
      const entry = readEntry(lines, within);
      entries.push(isOurs(lines, entry, known) ? { ...entry, isFree: true } : entry);
    } catch {
      skipped += 1;
    }
  }
  const series = Map.groupBy(entries, ({ uid }) => uid);
  const busy: Interval[] = [];
  for (const entry of entries) {
    if (entry.isFree) continue;
    const others = entry.replaces === null ? (series.get(entry.uid) ?? []) : [];
    const replaced = others.flatMap(({ replaces }) => replaces ?? []);
    try {
      busy.push(...occurrencesOf(entry, replaced, window, budget));
    } catch (error) {
      if (error instanceof TooManyEntries) throw error;
      skipped += 1;
    }
  }
  return { busy: merged(busy), skipped };
}

/** Whether an entry is one of this host's bookings: by its UID, or by a link of ours in any of its lines. */
function isOurs(lines: readonly string[], { uid }: Entry, known: ReadonlySet<string>): boolean {
  if (known.size === 0) return false;
  if (known.has(uid)) return true;
  return lines.some((line) => (line.match(/https?:\/\/[^\s<>"\\]+/g) ?? []).some((link) => known.has(link)));
}
