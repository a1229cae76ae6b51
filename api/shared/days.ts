import { groupByDate } from '#domain/slots/group-by-date.ts';
import { daysBetween, plusDays } from '#domain/slots/iso-date.ts';
import { startOfDay } from '#domain/slots/time-zone.ts';
import { says } from '#messages/says.ts';
import { invalid } from '../problem.ts';

/** Longest range one question may cover, in days. */
const MOST_DAYS = 62;
/** Times that one answer may hold, about 70 bytes each. */
const MOST_TIMES = 6_000;
const MINUTES_A_DAY = 1_440;

interface Dates {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

interface Part {
  readonly from: Date;
  readonly to: Date;
  /** The first date left out; null where none is. */
  readonly nextDate: string | null;
}

/**
 * The instants that inclusive dates of a zone cover: as many of the dates as could at most have the times that one answer
 * may hold, at one every `intervalMinutes`. @throws Problem `validation_failed` for none or too many days
 */
export function partOf({ from, to, timeZone }: Dates, intervalMinutes: number): Part {
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw invalid('/to', says('said.bad_order'));
  if (days > MOST_DAYS) throw invalid('/to', says('said.most_days_at_once', { most: MOST_DAYS }));
  const answered = Math.min(days, Math.floor((MOST_TIMES * intervalMinutes) / MINUTES_A_DAY));
  const end = plusDays(from, answered);
  return {
    from: new Date(startOfDay(from, timeZone)),
    to: new Date(startOfDay(end, timeZone)),
    nextDate: answered < days ? end : null,
  };
}

/** What an answer of so many times costs of the budget of reads, beside the point that every request costs. */
export const readPoints = (times: number) => Math.floor(times / 500);

/** Starts under the dates they have in a zone. */
export function daysOf<T>(starts: readonly number[], timeZone: string, slotOf: (start: number) => T) {
  return groupByDate(starts, timeZone).map(({ date, starts }) => ({ date, slots: starts.map(slotOf) }));
}

/** An instant (epoch milliseconds, or a date) as RFC 3339 in UTC. */
export const iso = (instant: number | Date) => new Date(instant).toISOString();
