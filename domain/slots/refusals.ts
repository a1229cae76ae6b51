import { holidayIntervals } from './holidays.ts';
import { ascendingOverlap } from './intervals.ts';
import { plusDays } from './iso-date.ts';
import { fullPeriods } from './periods.ts';
import { localDate, startOfDay } from './time-zone.ts';
import type { BusyBlock, Interval, Refusal, Schedule, AvailabilityQuery, SlotRules } from './types.ts';
import { MINUTE } from './units.ts';

/**
 * Judges the grid's starts, which must come in ascending order: null for one that is offered, else the first reason
 * against it. A slot that is booked is reported as booked even if a rule forbids it too.
 * @returns the judge; `fits` is false where the host's hours end before the meeting would
 */
export function judge(question: Omit<AvailabilityQuery, 'range'>): (startsAt: number, fits: boolean) => Refusal | null {
  const { rules, busy, calendar, now } = question;
  const duration = rules.durationMinutes * MINUTE;
  const earliest = now + rules.minimumNoticeMinutes * MINUTE;
  const open = bookableDates(question);
  const hitsMeeting = busyOverlap(busy, 0, 0, 0);
  const hitsHoliday = overlapOf(holidayIntervals(question.schedule));
  const hitsCalendar = overlapOf(calendar);
  const everything = calendar.length === 0 ? busy : [...busy, ...calendar.map(unbuffered)];
  const hitsBuffer = busyOverlap(everything, MINUTE, rules.bufferAfterMinutes, rules.bufferBeforeMinutes);
  const limits = question.limits.map((limit) => ({ refusal: limit.refusal, isFull: overlapOf(fullPeriods(limit)) }));

  return (startsAt, fits) => {
    const endsAt = startsAt + duration;
    if (!fits) return 'outside_hours';
    if (hitsMeeting(startsAt, endsAt)) return 'booked';
    if (hitsHoliday(startsAt, endsAt)) return 'holiday';
    if (hitsCalendar(startsAt, endsAt)) return 'busy';
    if (hitsBuffer(startsAt, endsAt)) return 'buffer';
    if (startsAt < earliest) return 'notice';
    if (startsAt < open.from || startsAt >= open.to) return 'window';
    for (const { isFull, refusal } of limits) if (isFull(startsAt, startsAt + 1)) return refusal;
    return null;
  };
}

/**
 * What overlaps a block with both sides' buffers: those it was booked with, each minute worth `buffer` milliseconds, and
 * those of the meeting that would stand before or after it.
 */
function busyOverlap(busy: readonly BusyBlock[], buffer: number, before: number, after: number) {
  const [froms, tos] = [new Float64Array(busy.length), new Float64Array(busy.length)];
  let index = 0;
  for (const block of busy) {
    froms[index] = block.startsAt - (block.bufferBeforeMinutes + before) * buffer;
    tos[index] = block.endsAt + (block.bufferAfterMinutes + after) * buffer;
    index += 1;
  }
  return ascendingOverlap(froms, tos);
}

function overlapOf(intervals: readonly Interval[]) {
  const [froms, tos] = [new Float64Array(intervals.length), new Float64Array(intervals.length)];
  for (const [index, { from, to }] of intervals.entries()) {
    froms[index] = from;
    tos[index] = to;
  }
  return ascendingOverlap(froms, tos);
}

const unbuffered = ({ from, to }: Interval): BusyBlock => ({
  startsAt: from,
  endsAt: to,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
});

interface WindowQuestion {
  readonly schedule: Pick<Schedule, 'timeZone'>;
  readonly rules: Pick<SlotRules, 'bookingWindow'>;
  readonly now: number;
}

/** From when until when meetings may begin at all, by the booking window alone; epoch milliseconds. Empty for one that is over. */
export function bookableDates({ schedule: { timeZone }, rules: { bookingWindow }, now }: WindowQuestion): Interval {
  const today = localDate(now, timeZone);
  const [first, last] =
    bookingWindow.kind === 'range'
      ? [bookingWindow.from, bookingWindow.to]
      : [today, plusDays(today, bookingWindow.days)];
  return { from: startOfDay(first, timeZone), to: startOfDay(plusDays(last, 1), timeZone) };
}
