import type { Opening, Times } from '#api/pages/schema.ts';
import type { TimeTexts } from '#domain/time-texts.ts';
import { dateIn } from '#domain/wall-clock.ts';
import { addMonths, isIsoDate, isIsoMonth, type IsoDate, type IsoMonth, monthOf } from '../../shared/iso-days.ts';
import { blanksAsPlus } from '../../shared/raw-plus.ts';
import { isZone } from '../../shared/zones.ts';
import { useTimeTexts } from '../date-text.ts';
import { useNow, useRefresh } from '../keep-fresh.ts';
import { type Change, useQuery } from '../url-state.tsx';
import type { Slot } from './slots.ts';
import { type FreeTimes, type NextFree, type SlotSource, useFreeTimes, useNextFree } from './use-free-times.ts';

/** Parameters of a page's address that belong to the picking of a time. */
export const PICKING = ['month', 'date', 'slot', 'tz', 'choose'] as const;

export interface Picking {
  readonly month: IsoMonth;
  readonly date: IsoDate | null;
  /** Start of the chosen time; it may be gone meanwhile. */
  readonly slot: string | null;
  readonly words: TimeTexts;
  /** The guest's zone is not known; the times are in another one, which the page has to say. */
  readonly isZoneGuessed: boolean;
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
  const { zone, isGuessed, slot, date, month: opened, isAsked } = openingOf(useQuery(), usual, useNow());
  const words = useTimeTexts(zone);
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
    isZoneGuessed: isGuessed,
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

/** What applies until the guest chooses otherwise. */
export interface Usual {
  readonly zone: string;
  /** The browser does not say where the guest is. */
  readonly isGuessed?: boolean;
  /** The time whose day is opened first. */
  readonly startsAt?: string;
}

interface Opened extends Opening {
  /** Whether the zone is the usual one because the guest's is not known. */
  readonly isGuessed: boolean;
  readonly date: IsoDate | null;
  /** Start of the chosen time; it may be gone meanwhile. */
  readonly slot: string | null;
  /** Whether the month was chosen: by the address or by the booking that is moved. */
  readonly isAsked: boolean;
}

/** Nothing can be booked further ahead. */
const FURTHEST_MONTHS = 25;

/**
 * What an address asks for. A chosen time decides its month; otherwise the month of the address counts, then that of its
 * date, then this one; never a month that is over or too far ahead. `now` is an instant.
 */
export function openingOf(query: URLSearchParams, usual: Usual, now: string): Opened {
  const askedZone = blanksAsPlus(query.get('tz') ?? '');
  const asksForZone = isZone(askedZone);
  const zone = asksForZone ? askedZone : usual.zone;
  // An address may name what is no zone, too.
  const isGuessed = !asksForZone && (usual.isGuessed === true || askedZone !== '');
  const slot = instantOf(blanksAsPlus(query.get('slot') ?? ''));
  const askedMonth = query.get('month');
  const askedDate = slot === null ? dateOf(query.get('date')) : dateIn(zone, slot);
  const isAsked = askedDate !== null || isIsoMonth(askedMonth);
  const date = isAsked || usual.startsAt === undefined ? askedDate : dateIn(zone, usual.startsAt);
  const thisMonth = monthOf(dateIn(zone, now));
  const opened = slot === null && isIsoMonth(askedMonth) ? askedMonth : date === null ? thisMonth : monthOf(date);
  return { zone, isGuessed, slot, date, month: within(thisMonth, opened), isAsked: isAsked || date !== null };
}

function within(thisMonth: IsoMonth, month: IsoMonth): IsoMonth {
  const last = addMonths(thisMonth, FURTHEST_MONTHS);
  if (month < thisMonth) return thisMonth;
  return month > last ? last : month;
}

/** An instant of our times: what lies thousands of years off has no date that can be written here. */
function instantOf(text: string): string | null {
  if (!/^[23]\d{3}-\d{2}-\d{2}T/.test(text) || Number.isNaN(Date.parse(text))) return null;
  return new Date(text).toISOString();
}

const dateOf = (text: string | null) => (isIsoDate(text) ? text : null);
