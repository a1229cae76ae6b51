import type { IsoDate } from './iso-days.ts';

interface Part<Day> {
  readonly days: readonly Day[];
  /** First date that is left out; null where none is. */
  readonly nextDate: IsoDate | null;
}

/** Asks until every date from the first has been answered: one answer holds so many times and no more. */
export async function allDays<Day>(first: IsoDate, ask: (from: IsoDate) => Promise<Part<Day>>): Promise<Day[]> {
  const days: Day[] = [];
  for (let from: IsoDate | null = first; from !== null;) {
    const part: Part<Day> = await ask(from);
    days.push(...part.days);
    from = part.nextDate;
  }
  return days;
}
