import type { StackFile } from '#dev/stack/stack-file.ts';
import { type BookingCost, costOf, meanOf } from './booking-cost.ts';
import { freeTimes, offerBookings, type Served } from './bookings.ts';
import { type Load, offer } from './load.ts';
import { type Noops, startNoops } from './noop/player.ts';

type Places = Pick<StackFile, 'app' | 'database' | 'pids' | 'temporal'>;

/** Guests of many hosts at a steady rate: what is done for those before them must not keep the next ones waiting. */
export interface Crowds {
  /** As many as a small machine serves. */
  readonly calm: Served & { readonly cost: BookingCost };
  /** More than it serves. */
  readonly tooMany: Served;
  /** Answers for a page that many look at, while others book. */
  readonly beside: Load;
  /** In turns with the calm ones, and around those who are too many: a machine changes its pace within a minute. */
  readonly noops: Noops;
}

/** Bookings a second, and how many in all; the first until V8 has compiled what is used often. */
export const RATES = {
  warmUp: { perSecond: 5, guests: 50 },
  calm: { perSecond: 5, guests: 50 },
  tooMany: { perSecond: 20, guests: 240 },
  beside: { perSecond: 2, guests: 20 },
} as const;
const CALM_TURNS = 4;
const LOOKERS = 100;

/** Lets them all come, one crowd after another; `slots` is the page's address that those look at who do not book. */
export async function playCrowds(places: Places, slots: string): Promise<Crowds> {
  const guests = Object.values(RATES).reduce((sum, rate) => sum + rate.guests, (CALM_TURNS - 1) * RATES.calm.guests);
  const free = await freeTimes(places.app, guests);
  const bookAt = ({ perSecond, guests }: { perSecond: number; guests: number }) =>
    offerBookings({ ...places, times: free.splice(0, guests), perSecond });
  await bookAt(RATES.warmUp);
  const noops = await startNoops(places);
  try {
    const served: Served[] = [];
    const costs: BookingCost[] = [];
    for (let turn = 0; turn < CALM_TURNS; turn += 1) {
      await noops.calm();
      costs.push(await costOf(places, RATES.calm.guests, async () => served.push(await bookAt(RATES.calm))));
    }
    const calm = { ...together(served), cost: meanOf(costs) };
    await noops.tooMany();
    const tooMany = await bookAt(RATES.tooMany);
    await noops.tooMany();
    const [beside] = await Promise.all([offer(slots, LOOKERS), bookAt(RATES.beside)]);
    return { calm, tooMany, beside, noops: noops.played() };
  } finally {
    noops.stop();
  }
}

const together = (crowds: readonly Served[]): Served => ({
  answers: crowds.flatMap(({ answers }) => answers),
  refused: crowds.reduce((sum, { refused }) => sum + refused, 0),
  mailed: crowds.flatMap(({ mailed }) => mailed),
  rate: crowds.reduce((sum, { rate }) => sum + rate, 0) / crowds.length,
});
