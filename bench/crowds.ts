import type { StackFile } from '#dev/stack/stack-file.ts';
import { type BookingCost, costOf } from './booking-cost.ts';
import { freeTimes, offerBookings, type Served } from './bookings.ts';
import { type Load, offer } from './load.ts';

type Places = Pick<StackFile, 'app' | 'database' | 'pids'>;

/** Guests of many hosts at a steady rate: what is done for those before them must not keep the next ones waiting. */
export interface Crowds {
  /** As many as a small machine serves. */
  readonly calm: Served & { readonly cost: BookingCost };
  /** More than it serves. */
  readonly tooMany: Served;
  /** Answers for a page that many look at, while others book. */
  readonly beside: Load;
}

/** Bookings a second, and how many in all; the first until V8 has compiled what is used often. */
export const RATES = {
  warmUp: { perSecond: 5, guests: 50 },
  calm: { perSecond: 5, guests: 100 },
  tooMany: { perSecond: 20, guests: 240 },
  beside: { perSecond: 2, guests: 20 },
} as const;
const LOOKERS = 100;

/** Lets them all come, one crowd after another; `slots` is the page's address that those look at who do not book. */
export async function playCrowds(places: Places, slots: string): Promise<Crowds> {
  const free = await freeTimes(
    places.app,
    Object.values(RATES).reduce((sum, { guests }) => sum + guests, 0),
  );
  const bookAt = ({ perSecond, guests }: { perSecond: number; guests: number }) =>
    offerBookings({ ...places, times: free.splice(0, guests), perSecond });
  await bookAt(RATES.warmUp);
  const served: Served[] = [];
  const cost = await costOf(places, RATES.calm.guests, async () => served.push(await bookAt(RATES.calm)));
  const [calm] = served;
  if (calm === undefined) throw new Error('No guest was served');
  const tooMany = await bookAt(RATES.tooMany);
  const [beside] = await Promise.all([offer(slots, LOOKERS), bookAt(RATES.beside)]);
  return { calm: { ...calm, cost }, tooMany, beside };
}
