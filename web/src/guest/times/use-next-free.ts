import { useEffect, useRef, useState } from 'react';
import { addMonths, type IsoDate, type IsoMonth, monthOf } from '../../shared/iso-days.ts';
import type { FreeTimes } from './use-free-times.ts';

/** Event types are open for at most 730 days. */
const FURTHEST_MONTHS = 24;

export type NextFree =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly date: IsoDate }
  | { readonly state: 'none' };

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
      for (let later = addMonths(month, 1); later <= furthest; later = addMonths(later, 1)) {
        const ahead = known.current.get(later) ?? (await load(later, gone.signal)).get(later);
        const first = ahead?.[0];
        if (first !== undefined) return { state: 'found', date: first.date };
      }
      return { state: 'none' };
    };
    setFound(null);
    look().then(
      (next) => {
        if (!gone.signal.aborted) setFound({ month, next });
      },
      // Looking ahead is a courtesy: if it fails, the guest can still turn the pages.
      () => undefined,
    );
    return () => gone.abort();
  }, [isEmpty, month, today, load]);

  if (!isEmpty) return null;
  return found?.month === month ? found.next : { state: 'looking' };
}
