import { addDays, type IsoDate } from '../../shared/iso-days.ts';
import type { Schedule } from '../data/schedules.ts';

type Override = Schedule['overrides'][number];

/** Days in a row that are alike. */
export interface OverrideRun {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly intervals: Override['intervals'];
}

/** Overrides in their order, days in a row that are alike as one. */
export function runsOf(overrides: readonly Override[]): OverrideRun[] {
  const runs: OverrideRun[] = [];
  for (const { date, intervals } of overrides.toSorted(byDate)) {
    const last = runs.at(-1);
    const continues = last !== undefined && addDays(last.to, 1) === date && isAlike(last.intervals, intervals);
    if (continues) runs[runs.length - 1] = { ...last, to: date };
    else runs.push({ from: date, to: date, intervals });
  }
  return runs;
}

/** Every date from one to the other, both included. */
export function datesBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

export const byDate = (one: { date: IsoDate }, other: { date: IsoDate }) => one.date.localeCompare(other.date);

const isAlike = (one: Override['intervals'], other: Override['intervals']) =>
  JSON.stringify(one) === JSON.stringify(other);
