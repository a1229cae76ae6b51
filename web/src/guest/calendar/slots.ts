import type { CompactSlots } from '#api/guest/schema.ts';
import { dateIn, offsetIn, timeIn } from '#domain/wall-clock.ts';
import type { IsoDate } from '../../shared/iso-days.ts';

/** A time that can be booked: its start, RFC 3339. */
export interface Slot {
  readonly startsAt: string;
}

/** A date and its free times, in order. */
export interface Day {
  readonly date: IsoDate;
  readonly slots: readonly Slot[];
}

const MINUTE = 60_000;

/** The time that is so many minutes after 1970 began, UTC. */
export const slotAt = (minutes: number): Slot => ({ startsAt: new Date(minutes * MINUTE).toISOString() });

/** The days of a compact answer: a day's first time is written as `slotAt` reads it, each other as minutes after the last. */
export function readDays({ days, nextDate }: Pick<CompactSlots, 'days' | 'nextDate'>) {
  return { days: days.map(({ date, starts }): Day => ({ date, slots: slotsOf(starts) })), nextDate };
}

function slotsOf(starts: readonly number[]): Slot[] {
  let minutes = 0;
  return starts.map((later) => slotAt((minutes += later)));
}

const byStart = (a: Slot, b: Slot) => Date.parse(a.startsAt) - Date.parse(b.startsAt);

/** Free times under the dates they have in that zone, in order. */
export function groupByDay(slots: readonly Slot[], zone: string): Day[] {
  const days = new Map<IsoDate, Slot[]>();
  for (const slot of [...slots].sort(byStart)) {
    const date = dateIn(zone, slot.startsAt);
    const day = days.get(date);
    if (day === undefined) days.set(date, [slot]);
    else day.push(slot);
  }
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay }));
}

/** Whether two spellings name the same instant: `…T09:00:00Z` and `…T09:00:00.000Z` do. */
export const sameInstant = (a: string, b: string) => Date.parse(a) === Date.parse(b);

/** The free times closest to `wanted`, without itself, in order of time. */
export function nearestSlots(days: readonly Day[], wanted: string, most: number): Slot[] {
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startsAt) - Date.parse(wanted));
  return days
    .flatMap((day) => day.slots)
    .filter((slot) => !sameInstant(slot.startsAt, wanted))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, most)
    .sort(byStart);
}

interface Clock {
  readonly zone: string;
  readonly time: (instant: string) => string;
}

/** How the starts of a day are written, by start: with the offset where the clocks go back and a wall time comes twice. */
export function timeTexts(slots: readonly Slot[], { zone, time }: Clock): ReadonlyMap<string, string> {
  const texts = new Map(slots.map(({ startsAt }) => [startsAt, time(startsAt)]));
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const text of texts.values()) (seen.has(text) ? twice : seen).add(text);
  for (const [startsAt, text] of texts) if (twice.has(text)) texts.set(startsAt, `${text} ${offsetIn(zone, startsAt)}`);
  return texts;
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** Long days read better in parts: until 12, until 17, later. */
export function partsOfDay(slots: readonly Slot[], zone: string): { part: PartOfDay; slots: Slot[] }[] {
  const partOf = (slot: Slot): PartOfDay => {
    const at = Number(timeIn(zone, slot.startsAt).slice(0, 2));
    if (at < 12) return 'morning';
    return at < 17 ? 'afternoon' : 'evening';
  };
  return (['morning', 'afternoon', 'evening'] as const)
    .map((part) => ({ part, slots: slots.filter((slot) => partOf(slot) === part) }))
    .filter((one) => one.slots.length > 0);
}
