import { useEffect } from 'react';
import { addMonths, type IsoDate, type IsoMonth } from '../../shared/iso-days.ts';
import type { FreeTimes } from './use-free-times.ts';

export type NextFree =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly date: IsoDate }
  | { readonly state: 'none' }
  /** The look ahead failed: the guest can still turn the pages. */
  | { readonly state: 'unknown' };

/** Where a month has no free time: looks ahead for the first day that has one. Null while the month has some. */
export function useNextFree({ days, months, lastMonth, problem, load }: FreeTimes, month: IsoMonth): NextFree | null {
  const isEmpty = days?.length === 0;
  const { next, missing } = isEmpty ? lookAhead(months, addMonths(month, 1), lastMonth) : { next: null, missing: null };

  useEffect(() => {
    if (missing === null) return;
    const gone = new AbortController();
    const look = async () => load(missing, gone.signal);
    void look();
    return () => gone.abort();
  }, [missing, load]);

  return next?.state === 'looking' && problem !== null ? { state: 'unknown' } : next;
}

/** What is known of the months ahead: where they are not known yet, `missing` is the first to ask for. */
function lookAhead(
  months: FreeTimes['months'],
  from: IsoMonth,
  to: IsoMonth,
): { next: NextFree; missing: IsoMonth | null } {
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    const days = months.get(month);
    if (days === undefined) return { next: { state: 'looking' }, missing: month };
    const [first] = days;
    if (first !== undefined) return { next: { state: 'found', date: first.date }, missing: null };
  }
  return { next: { state: 'none' }, missing: null };
}
