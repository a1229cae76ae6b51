import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Slots } from '#api/guest/schema.ts';
import { api, type ApiProblem } from '../../shared/api.ts';
import { allDays } from '../../shared/all-days.ts';
import { addMonths, firstDay, type IsoDate, type IsoMonth, lastDay, monthOf } from '../../shared/iso-days.ts';
import { asProblem, LONGEST_WAIT } from '../data/problems.ts';
import { useToday } from './use-now.ts';
import { dateIn, type Day, groupByDay } from './slots.ts';

export interface SlotSource {
  readonly handle: string;
  readonly slug: string;
  /** Token of a booking that is being moved: its own time counts as free. */
  readonly booking?: string;
}

export type Months = ReadonlyMap<IsoMonth, readonly Day[]>;

export interface FreeTimes {
  readonly today: IsoDate;
  readonly months: Months;
  /** Free days of the month in view; undefined while they are on their way. */
  readonly days: readonly Day[] | undefined;
  readonly problem: ApiProblem | null;
  /** Asks for a month and the one after it. */
  readonly load: (month: IsoMonth, signal?: AbortSignal) => Promise<Months>;
  /** Asks again for the month in view. */
  readonly refresh: () => Promise<void>;
}

interface Known {
  readonly zone: string;
  readonly months: Months;
}

/** Free times by the viewer's day, two months at a time (the API gives at most 62 days). */
export function useFreeTimes(source: SlotSource, zone: string, month: IsoMonth): FreeTimes {
  const { handle, slug, booking } = source;
  const [known, setKnown] = useState<Known>({ zone, months: new Map() });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const today = useToday(zone);

  const load = useCallback(
    async (from: IsoMonth, signal?: AbortSignal) => {
      const begin = dateIn(zone, Date.now());
      const to = lastDay(addMonths(from, 1));
      const query = new URLSearchParams({ to, timeZone: zone });
      if (booking !== undefined) query.set('booking', booking);
      const limit = AbortSignal.timeout(LONGEST_WAIT);
      const days = await allDays(begin > firstDay(from) ? begin : firstDay(from), (next) => {
        query.set('from', next);
        const path = `/api/v1/public/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}/slots?${query}`;
        return api.get<Slots>(path, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
      });
      const loaded = new Map([from, addMonths(from, 1)].map((one) => [one, daysOf(days, one)] as const));
      setProblem(null);
      setKnown((before) => ({ zone, months: new Map([...(before.zone === zone ? before.months : []), ...loaded]) }));
      return loaded;
    },
    [handle, slug, booking, zone],
  );

  const show = useCallback(
    async (signal?: AbortSignal) => {
      try {
        await load(month, signal);
      } catch (error) {
        if (!signal?.aborted) setProblem(asProblem(error));
      }
    },
    [load, month],
  );

  const isKnown = known.zone === zone && known.months.has(month);
  useEffect(() => {
    if (isKnown) return;
    const gone = new AbortController();
    const begin = async () => show(gone.signal);
    void begin();
    return () => gone.abort();
  }, [show, isKnown]);

  // Until the server has answered for the new zone, what is known already is shown under the new days.
  const months = useMemo(() => (known.zone === zone ? known.months : regrouped(known.months, zone)), [known, zone]);
  return { today, months, days: months.get(month), problem, load, refresh: show };
}

const daysOf = (days: readonly Day[], month: IsoMonth) => days.filter(({ date }) => monthOf(date) === month);

function regrouped(months: Months, zone: string): Months {
  const days = groupByDay(
    [...months.values()].flat().flatMap(({ slots }) => slots),
    zone,
  );
  return new Map([...months.keys()].map((month) => [month, daysOf(days, month)]));
}
