import type { Times } from '#api/pages/schema.ts';
import { type IsoDate, type IsoMonth, monthOf } from '../../shared/iso-days.ts';
import { type Change, useQuery } from '../data/address.ts';
import { dateIn, type Slot } from '../times/slots.ts';
import { type FreeTimes, type SlotSource, useFreeTimes } from '../times/use-free-times.ts';
import { type NextFree, useNextFree } from '../times/use-next-free.ts';
import { useNow } from '../times/use-now.ts';
import { useRefresh } from '../times/use-refresh.ts';
import { useWords, type Words } from '../times/words.ts';
import { openingOf, type Usual } from './opening.ts';

/** Parameters of a page's address that belong to the picking of a time. */
export const PICKING = ['month', 'date', 'slot', 'tz', 'choose'] as const;

export interface Picking {
  readonly month: IsoMonth;
  readonly date: IsoDate | null;
  /** Start of the chosen time; it may be gone meanwhile. */
  readonly slot: string | null;
  readonly words: Words;
  readonly free: FreeTimes;
  readonly next: NextFree | null;
  /** The month that would be opened first but has nothing, so that a later one is shown. */
  readonly skipped: IsoMonth | null;
  /** Steps from here. */
  readonly steps: Steps;
  /** Asks again for the month in view. */
  readonly refresh: () => Promise<void>;
}

interface Steps {
  toMonth(month: IsoMonth): Change;
  toDate(date: IsoDate): Change;
  toSlot(slot: Slot): Change;
}

/** What the guest has chosen so far, kept in the address, and what is free. */
export function usePicking(source: SlotSource, given: Times | null, usual: Usual): Picking {
  const { zone, slot, date, month: opened, isAsked } = openingOf(useQuery(), usual, useNow());
  const words = useWords(zone);
  const free = useFreeTimes(source, given, zone, opened);
  const next = useNextFree(free, opened);
  // The guest did not choose this month, so the first one with times is shown instead.
  const later = !isAsked && next?.state === 'found' ? monthOf(next.date) : null;
  const month = later ?? opened;
  const refresh = async () => free.load(month);
  useRefresh(refresh);
  return {
    month,
    date,
    slot,
    words,
    free: later === null ? free : { ...free, days: free.months.get(later) },
    next: later === null ? next : null,
    skipped: later === null ? null : opened,
    refresh,
    steps: {
      toMonth: (wanted) => ({ month: wanted, date: null }),
      toDate: (wanted) => ({ month: monthOf(wanted), date: wanted }),
      toSlot({ startsAt }) {
        const day = dateIn(zone, startsAt);
        return { slot: startsAt, date: day, month: monthOf(day) };
      },
    },
  };
}
