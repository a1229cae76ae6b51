import { useEffect, useRef, useState } from 'react';
import { addMonths, type IsoDate, type IsoMonth, monthOf } from '../../shared/iso-days.ts';
import type { FreeTimes } from './use-free-times.ts';

/** Event types are open for at most 730 days. */
const FURTHEST_MONTHS = 24;

export type NextFree =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly date: IsoDate }
  | { readonly state: 'none' }
  /** The look ahead failed: the guest can still turn the pages. */
  | { readonly state: 'unknown' };

/** Where the month in view has no free time: looks ahead for the first day that has one. Null while the month has some. */
export function useNextFree({ days, months, today, load }: FreeTimes, month: IsoMonth): NextFree | null {
  const [found, setFound] = useState<{ readonly month: IsoMonth; readonly next: NextFree } | null>(null);
  const known = useRef(months);
  known.current = months;
  const isEmpty = days?.length === 0;

  useEffect(() => {
    if (!isEmpty) return;
    const gone = new AbortController();
    const look = async (): Promise<NextFree> => {
      const furthest = addMonths(monthOf(today), FURTHEST_MONTHS);
      const ahead = new Map(known.current);
      for (let later = addMonths(month, 1); later <= furthest; later = addMonths(later, 1)) {
        if (!ahead.has(later)) for (const [loaded, free] of await load(later, gone.signal)) ahead.set(loaded, free);
        const first = ahead.get(later)?.[0];
        if (first !== undefined) return { state: 'found', date: first.date };
      }
      return { state: 'none' };
    };
    setFound(null);
    void look()
      .catch((): NextFree => ({ state: 'unknown' }))
      .then((next) => {
        if (!gone.signal.aborted) setFound({ month, next });
      });
    return () => gone.abort();
  }, [isEmpty, month, today, load]);

  if (!isEmpty) return null;
  return found?.month === month ? found.next : { state: 'looking' };
}
