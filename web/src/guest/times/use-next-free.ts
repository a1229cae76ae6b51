import { useEffect, useEffectEvent, useState } from 'react';
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

interface Found {
  readonly month: IsoMonth;
  readonly load: FreeTimes['load'];
  readonly next: NextFree;
}

/** Where the month in view has no free time: looks ahead for the first day that has one. Null while the month has some. */
export function useNextFree({ days, months, today, load }: FreeTimes, month: IsoMonth): NextFree | null {
  const [found, setFound] = useState<Found | null>(null);
  const isEmpty = days?.length === 0;

  const look = useEffectEvent((signal: AbortSignal) => firstFreeDay({ month, today, load, months }, signal));
  useEffect(() => {
    if (!isEmpty) return;
    const gone = new AbortController();
    const search = async () => {
      const next = await look(gone.signal).catch((): NextFree => ({ state: 'unknown' }));
      if (!gone.signal.aborted) setFound({ month, load, next });
    };
    void search();
    return () => gone.abort();
  }, [isEmpty, month, load]);

  if (!isEmpty) return null;
  return found?.month === month && found.load === load ? found.next : { state: 'looking' };
}

type Ahead = Pick<FreeTimes, 'today' | 'load' | 'months'> & { readonly month: IsoMonth };

async function firstFreeDay({ month, today, load, months }: Ahead, signal: AbortSignal): Promise<NextFree> {
  const furthest = addMonths(monthOf(today), FURTHEST_MONTHS);
  const known = new Map(months);
  for (let later = addMonths(month, 1); later <= furthest; later = addMonths(later, 1)) {
    if (!known.has(later)) for (const [loaded, free] of await load(later, signal)) known.set(loaded, free);
    const first = known.get(later)?.[0];
    if (first !== undefined) return { state: 'found', date: first.date };
  }
  return { state: 'none' };
}
