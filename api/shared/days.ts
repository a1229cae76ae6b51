import { groupByDate } from '#domain/slots/group-by-date.ts';
import { daysBetween, plusDays } from '#domain/slots/iso-date.ts';
import { startOfDay } from '#domain/slots/time-zone.ts';
import { invalid } from '../problem.ts';

/** Longest range one question may cover, in days. */
const MOST_DAYS = 62;

interface Dates {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** The instants that inclusive dates of a zone cover. @throws Problem `validation_failed` for none or too many days */
export function rangeOf({ from, to, timeZone }: Dates): { from: Date; to: Date } {
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw invalid('/to', 'The end must not come before the start.');
  if (days > MOST_DAYS) throw invalid('/to', `At most ${MOST_DAYS} days at a time.`);
  return { from: new Date(startOfDay(from, timeZone)), to: new Date(startOfDay(plusDays(to, 1), timeZone)) };
}

/** Starts under the dates they have in a zone. */
export function daysOf<T>(starts: readonly number[], timeZone: string, slotOf: (start: number) => T) {
  return groupByDate(starts, timeZone).map(({ date, starts }) => ({ date, slots: starts.map(slotOf) }));
}

/** An instant (epoch milliseconds, or a date) as RFC 3339 in UTC. */
export const iso = (instant: number | Date) => new Date(instant).toISOString();
