import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CompactSlots } from '#api/guest/schema.ts';
import type { Times } from '#api/pages/schema.ts';
import { dateIn } from '#domain/wall-clock.ts';
import { allDays } from '../../shared/all-days.ts';
import { api, type ApiProblem } from '../../shared/api.ts';
import { addMonths, firstDay, type IsoDate, type IsoMonth, lastDay, monthOf } from '../../shared/iso-days.ts';
import { useToday } from '../keep-fresh.ts';
import { usePage } from '../page-context.tsx';
import { asProblem, LONGEST_WAIT } from '../problems.tsx';
import { type Day, groupByDay, readDays, slotAt } from './slots.ts';

export interface SlotSource {
  readonly handle: string;
  readonly slug: string;
  /** Token of a booking that is being moved: its own time counts as free. */
  readonly booking?: string;
  /** Chosen by the guest where the event type has several lengths. */
  readonly durationMinutes?: number | undefined;
}

export type Months = ReadonlyMap<IsoMonth, readonly Day[]>;

export interface FreeTimes {
  readonly today: IsoDate;
  readonly months: Months;
  /** Free days of the month that is asked for; undefined while they are on their way. */
  readonly days: readonly Day[] | undefined;
  /** The last month that can be booked, as far as we know. */
  readonly lastMonth: IsoMonth;
  readonly problem: ApiProblem | null;
  /** Asks for a month, also for one that is known. A failure is told by `problem`. */
  readonly load: (month: IsoMonth, signal?: AbortSignal) => Promise<void>;
}

interface Known {
  readonly zone: string;
  readonly months: Months;
}

/** Event types are open for at most 730 days. */
const FURTHEST_MONTHS = 24;

/** Free times by the viewer's day, a month at a time: those that came with the page, and what is asked for later. */
export function useFreeTimes(source: SlotSource, given: Times | null, zone: string, month: IsoMonth): FreeTimes {
  const { handle, slug, booking, durationMinutes } = source;
  const [known, setKnown] = useState<Known>(() => unpacked(given, zone));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const today = useToday(zone);
  const { now } = usePage();

  const load = useCallback(
    async (wanted: IsoMonth, signal?: AbortSignal) => {
      const begin = dateIn(zone, Math.max(Date.now(), Date.parse(now)));
      if (lastDay(wanted) < begin) return;
      const query = new URLSearchParams({ to: lastDay(wanted), timeZone: zone, form: 'compact' });
      if (booking !== undefined) query.set('booking', booking);
      if (durationMinutes !== undefined) query.set('durationMinutes', String(durationMinutes));
      try {
        const days = await allDays(begin > firstDay(wanted) ? begin : firstDay(wanted), async (next) => {
          query.set('from', next);
          const path = `/api/v1/public/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}/slots?${query}`;
          return readDays(await api.get<CompactSlots>(path, { withinMs: LONGEST_WAIT, ...(signal && { signal }) }));
        });
        setProblem(null);
        setKnown((before) => ({
          zone,
          months: new Map([...(before.zone === zone ? before.months : []), [wanted, days]]),
        }));
      } catch (error) {
        if (!signal?.aborted) setProblem(asProblem(error));
      }
    },
    [handle, slug, booking, durationMinutes, zone, now],
  );

  // The month in view, then the one after it, so that turning the page is quick.
  const isKnown = (one: IsoMonth) => known.zone === zone && known.months.has(one);
  const lastMonth = given?.lastMonth ?? addMonths(monthOf(today), FURTHEST_MONTHS);
  const next = addMonths(month, 1);
  const missing = isKnown(month) ? (isKnown(next) || next > lastMonth ? null : next) : month;
  useEffect(() => {
    if (missing === null) return;
    const gone = new AbortController();
    const begin = async () => load(missing, gone.signal);
    void begin();
    return () => gone.abort();
  }, [load, missing]);

  // Until the server has answered for the new zone, what is known already is shown under the new days.
  const months = useMemo(() => (known.zone === zone ? known.months : regrouped(known.months, zone)), [known, zone]);
  return { today, months, days: months.get(month), lastMonth, problem, load };
}

function unpacked(given: Times | null, zone: string): Known {
  if (given === null) return { zone, months: new Map() };
  const months = Object.entries(given.months).map(
    ([month, starts]) => [month, groupByDay(starts.map(slotAt), given.zone)] as const,
  );
  return { zone: given.zone, months: new Map(months) };
}

function regrouped(months: Months, zone: string): Months {
  const days = groupByDay(
    [...months.values()].flat().flatMap(({ slots }) => slots),
    zone,
  );
  return new Map([...months.keys()].map((month) => [month, days.filter(({ date }) => monthOf(date) === month)]));
}

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
