import { useEffect } from 'react';
import { isIsoDate, isIsoMonth, type IsoDate, type IsoMonth, monthOf } from '../../shared/iso-days.ts';
import { isZone } from '../../shared/zones.ts';
import { changeQuery, useQuery } from '../data/address.ts';
import { dateIn, type Slot } from '../times/slots.ts';
import { type FreeTimes, type SlotSource, useFreeTimes } from '../times/use-free-times.ts';
import { type NextFree, useNextFree } from '../times/use-next-free.ts';
import { useToday } from '../times/use-now.ts';
import { useRefresh } from '../times/use-refresh.ts';
import { useWords, type Words } from '../times/words.ts';

/** Parameters of a page's address that belong to the picking of a time. */
export const PICKING = ['month', 'date', 'slot', 'tz'] as const;

export interface Picking {
  readonly month: IsoMonth;
  readonly date: IsoDate | null;
  /** Start of the chosen time; it may be gone meanwhile. */
  readonly slot: string | null;
  readonly words: Words;
  readonly free: FreeTimes;
  readonly next: NextFree | null;
  readonly skipped: IsoMonth | null;
  readonly onMonth: (month: IsoMonth) => void;
  readonly onDate: (date: IsoDate) => void;
  readonly onZone: (zone: string) => void;
  readonly onSlot: (slot: Slot) => void;
}

/** What applies until the guest chooses otherwise. */
interface Usual {
  readonly zone: string;
  /** The time whose day is opened first. */
  readonly startsAt?: string;
}

/** What the guest has chosen so far, kept in the address, and what is free. */
export function usePicking(source: SlotSource, usual: Usual): Picking {
  const query = useQuery();
  const wishedZone = query.get('tz');
  const zone = isZone(wishedZone) ? wishedZone : usual.zone;
  const words = useWords(zone);
  const slot = instantOf(query.get('slot'));
  const wishedMonth = query.get('month');
  const wishedDate = dateOf(query.get('date'), slot, zone);
  const isAsked = wishedMonth !== null || wishedDate !== null;
  const date = isAsked || usual.startsAt === undefined ? wishedDate : dateIn(zone, usual.startsAt);
  const thisMonth = monthOf(useToday(zone));
  const opened = monthToOpen(wishedMonth, date, slot !== null) ?? thisMonth;
  const month = opened < thisMonth ? thisMonth : opened;
  const free = useFreeTimes(source, zone, month);
  const next = useNextFree(free, month);
  const { skipped = null } = (history.state ?? {}) as { skipped?: IsoMonth | null };
  useRefresh(free.refresh);

  // Nobody asked for this month, so the first one that has something is shown instead.
  useEffect(() => {
    if (isAsked || next?.state !== 'found') return;
    changeQuery({ month: monthOf(next.date) }, 'replace', { skipped: month });
  }, [isAsked, next, month]);

  return {
    month,
    date,
    slot,
    words,
    free,
    next,
    skipped,
    onMonth(later) {
      changeQuery({ month: later, date: null }, 'replace', { skipped: null });
    },
    onDate: (chosen) =>
      changeQuery({ month: monthOf(chosen), date: chosen }, query.get('date') === null ? 'push' : 'replace'),
    onZone: (chosen) => changeQuery({ tz: chosen, date: null }, 'replace'),
    onSlot: ({ startsAt }) =>
      changeQuery({ slot: startsAt, date: dateIn(zone, startsAt), month: monthOf(dateIn(zone, startsAt)) }, 'push'),
  };
}

/** A chosen time decides its month; otherwise the month of the address counts, then that of its date. */
function monthToOpen(wished: string | null, date: IsoDate | null, hasSlot: boolean): IsoMonth | null {
  if (!hasSlot && isIsoMonth(wished)) return wished;
  return date === null ? null : monthOf(date);
}

const instantOf = (text: string | null) =>
  text !== null && /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

function dateOf(wished: string | null, slot: string | null, zone: string): IsoDate | null {
  if (slot !== null) return dateIn(zone, slot);
  return isIsoDate(wished) ? wished : null;
}
