/**
 * `npx node bench/slots.ts`: how long the slot rules take for 60 days with 300 meetings among them, and how many times as
 * long as for half of both. About 2 where the work grows with its size, 4 where it grows with the square.
 */
import { offeredSlots } from '#domain/slots/slots.ts';
import type { AvailabilityQuery } from '#domain/slots/types.ts';
import { DAY, MINUTE } from '#domain/slots/units.ts';
import { percentile, timed } from './measure.ts';

const FROM = Date.UTC(2026, 9, 1);
const MEETINGS_A_DAY = 5;
const WARM_UP = 300;
const RUNS = 300;

/** A working week's hours, and meetings spread evenly over so many days. */
function questionOver(days: number): AvailabilityQuery {
  return {
    schedule: {
      timeZone: 'America/New_York',
      weekly: [
        { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '12:00' },
        { days: [1, 2, 3, 4, 5, 6, 7], from: '13:00', to: '17:00' },
      ],
      overrides: [],
    },
    rules: {
      durationMinutes: 30,
      slotIntervalMinutes: 15,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 5,
      minimumNoticeMinutes: 60,
      bookingWindow: { kind: 'rolling', days },
      maxPerDay: 8,
    },
    busy: Array.from({ length: days * MEETINGS_A_DAY }, (_, index) => {
      const startsAt = FROM + (index * DAY) / MEETINGS_A_DAY;
      const buffers = { bufferBeforeMinutes: 5, bufferAfterMinutes: 5 };
      return { startsAt, endsAt: startsAt + 30 * MINUTE, ...buffers, counts: true };
    }),
    countedStarts: [],
    range: { from: FROM, to: FROM + days * DAY },
    now: FROM,
  };
}

async function answer(question: AvailabilityQuery, atLeast: number): Promise<void> {
  if (offeredSlots(question).length < atLeast) throw new Error('Too few slots to measure');
}

const [half, whole] = [questionOver(30), questionOver(60)];
const times: { readonly half: number; readonly whole: number }[] = [];
// By turns, so that a machine with other things to do slows both.
for (let run = 0; run < WARM_UP + RUNS; run += 1)
  times.push({ half: await timed(() => answer(half, 240)), whole: await timed(() => answer(whole, 480)) });
const measured = times.slice(WARM_UP);
const ofHalf = percentile(
  measured.map((one) => one.half),
  0.5,
);
const ofWhole = percentile(
  measured.map((one) => one.whole),
  0.5,
);
console.log(
  `60 days with 300 meetings: ${ofWhole.toFixed(2)} ms, ${(ofWhole / ofHalf).toFixed(1)} times as long as half`,
);
