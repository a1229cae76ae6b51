import { dayOf } from './iso-date.ts';
import type { Schedule } from './types.ts';

/** Days in a row, both included, whose hours are on the clocks of one zone. */
export interface Stay {
  readonly timeZone: string;
  readonly first: number;
  readonly last: number;
}

/** In which zone a host is on which of these days: on the days of a trip in its zone, else in the schedule's. */
export function staysBetween({ timeZone, trips = [] }: Schedule, first: number, last: number): Stay[] {
  const stays: Stay[] = [];
  let day = first;
  for (const trip of trips.toSorted((one, other) => dayOf(one.from) - dayOf(other.from))) {
    const [from, to] = [Math.max(day, dayOf(trip.from)), Math.min(last, dayOf(trip.to))];
    if (from > to) continue;
    if (day < from) stays.push({ timeZone, first: day, last: from - 1 });
    stays.push({ timeZone: trip.timeZone, first: from, last: to });
    day = to + 1;
  }
  if (day <= last) stays.push({ timeZone, first: day, last });
  return stays;
}

/** The zone of one date. */
export const zoneOn = ({ timeZone, trips = [] }: Schedule, date: string): string =>
  trips.find(({ from, to }) => from <= date && date <= to)?.timeZone ?? timeZone;
