import { offeredSlots } from '#domain/slots/slots.ts';
import type { AvailabilityQuery } from '#domain/slots/types.ts';
import { DAY, MINUTE } from '#domain/slots/units.ts';
import { percentile } from './measure.ts';

const FROM = Date.UTC(2026, 11, 1);
const RUNS = 2_000;

/** A working week's hours, and meetings spread evenly over so many days. */
function questionOver(days: number, meetings: number): AvailabilityQuery {
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
    },
    busy: Array.from({ length: meetings }, (_, index) => {
      const startsAt = FROM + Math.floor(((index * DAY) / meetings) * days);
      return { startsAt, endsAt: startsAt + 20 * MINUTE, bufferBeforeMinutes: 5, bufferAfterMinutes: 5 };
    }),
    calendar: [],
    limits: [],
    range: { from: FROM, to: FROM + days * DAY },
    now: FROM,
  };
}

/** The least: starts every 15 minutes of the hours, in UTC, against meetings in order; nothing but numbers. */
function sweep({ busy, range }: AvailabilityQuery): number {
  let [offered, next] = [0, 0];
  for (let day = range.from; day < range.to; day += DAY)
    for (let minute = 9 * 60; minute + 30 <= 17 * 60; minute += 15) {
      const startsAt = day + minute * MINUTE;
      while ((busy[next]?.endsAt ?? Infinity) <= startsAt) next += 1;
      if ((busy[next]?.startsAt ?? Infinity) >= startsAt + 30 * MINUTE) offered += 1;
    }
  return offered;
}

export interface SlotRules {
  /** Microseconds: 31 days with 500 meetings, and the same by the least that could do. */
  readonly month: number;
  readonly least: number;
  /** How many times as long twice the days and meetings take. */
  readonly growth: number;
}

/** How long the slot rules take, in the middle of many runs, beside one pass over two lists of numbers. */
export function measureSlotRules(): SlotRules {
  const [month, two] = [questionOver(31, 500), questionOver(62, 1_000)];
  const works = [() => sweep(month), () => offeredSlots(month).length, () => offeredSlots(two).length];
  // By turns, so that a machine with other things to do slows all of them.
  const times = works.map((): number[] => []);
  for (let run = 0; run < RUNS; run += 1)
    for (const [index, work] of works.entries()) {
      const began = process.hrtime.bigint();
      if (work() === 0) throw new Error('No slots to measure');
      times[index]?.push(Number(process.hrtime.bigint() - began) / 1_000);
    }
  const [least = 0, ofMonth = 0, ofTwo = 0] = times.map((all) => percentile(all.slice(RUNS / 2), 0.5));
  return { month: ofMonth, least, growth: ofTwo / ofMonth };
}
