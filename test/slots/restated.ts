import { Temporal } from 'temporal-polyfill';
import { localDate } from '#domain/slots/time-zone.ts';
import type {
  AvailabilityQuery,
  BookingLimit,
  BusyBlock,
  Interval,
  Periods,
  Refusal,
  Schedule,
} from '#domain/slots/types.ts';
import { MINUTE, WEEK } from '#domain/slots/units.ts';

// The rules of vectors.json's `meta` said again, slowly and by TC39 Temporal alone, to judge the quick code by.

/**
 * Whether the host's hours cover an instant. Hours that do not end after their start are two: until midnight and from
 * midnight, both in the zone of the day they begin on. Those of a holiday end at midnight.
 */
export function isOpen(schedule: Schedule, instant: number): boolean {
  const { timeZone, weekly, overrides } = schedule;
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const overrideOf = (date: Temporal.PlainDate) => overrides.find((each) => each.date === date.toString())?.intervals;
  return [-3, -2, -1, 0, 1, 2].some((days) => {
    const date = today.add({ days });
    const next = date.add({ days: 1 });
    const zone = zoneOfDate(schedule, date.toString());
    const at = (day: Temporal.PlainDate, time: string) =>
      (time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(time)).toZonedDateTime(zone)
        .epochMilliseconds;
    const covers = (day: Temporal.PlainDate, from: string, to: string) =>
      at(day, from) <= instant && instant < at(day, to);
    const isAwayAfterwards = overrideOf(next)?.length === 0 || isHoliday(schedule, date.toString());
    const hours =
      overrideOf(date) ??
      weekly.filter(({ days }) => days.includes(date.dayOfWeek)).map(({ from, to }) => [from, to] as const);
    return hours.some(([from, to]) =>
      to > from
        ? covers(date, from, to)
        : covers(date, from, '24:00') || (!isAwayAfterwards && covers(next, '00:00', to)),
    );
  });
}

/** The zone in which a host is on a date. */
const zoneOfDate = ({ timeZone, trips = [] }: Schedule, date: string) =>
  trips.find(({ from, to }) => from <= date && date <= to)?.timeZone ?? timeZone;

/** Whether a date is a public holiday for which the host has no hours of its own. */
const isHoliday = ({ holidays = [], overrides }: Schedule, date: string) =>
  holidays.includes(date) && !overrides.some((each) => each.date === date);

/** Whether a meeting would be on a public holiday, by the clocks of where the host is then. */
function isOnHoliday({ schedule, rules }: AvailabilityQuery, startsAt: number): boolean {
  const endsAt = startsAt + rules.durationMinutes * MINUTE;
  return (schedule.holidays ?? []).some((date) => {
    const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zoneOfDate(schedule, date)).startOfDay();
    const [from, to] = [midnight, midnight.add({ days: 1 }).startOfDay()].map((each) => each.epochMilliseconds);
    return isHoliday(schedule, date) && startsAt < (to ?? 0) && (from ?? 0) < endsAt;
  });
}

/** Whether a meeting at this start would overlap a block, or with both sides' buffers come too near. */
export function hits(block: BusyBlock, startsAt: number, { rules }: AvailabilityQuery, withBuffers: boolean): boolean {
  const [before, after] = withBuffers
    ? [block.bufferBeforeMinutes + rules.bufferAfterMinutes, block.bufferAfterMinutes + rules.bufferBeforeMinutes]
    : [0, 0];
  const endsAt = startsAt + rules.durationMinutes * MINUTE;
  return startsAt < block.endsAt + after * MINUTE && block.startsAt - before * MINUTE < endsAt;
}

/** Why a start of the window's grid is not offered, each rule looked at by itself. */
export function expectedRefusal(question: AvailabilityQuery, startsAt: number, window: Interval): Refusal | null {
  const { rules, schedule, busy, calendar, now, limits } = question;
  const entries = calendar.map(({ from, to }) => ({
    startsAt: from,
    endsAt: to,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
  }));
  const dateOf = (instant: number) => localDate(instant, schedule.timeZone);
  if (startsAt + rules.durationMinutes * MINUTE > window.to) return 'outside_hours';
  if (busy.some((block) => hits(block, startsAt, question, false))) return 'booked';
  if (isOnHoliday(question, startsAt)) return 'holiday';
  if (entries.some((block) => hits(block, startsAt, question, false))) return 'busy';
  if ([...busy, ...entries].some((block) => hits(block, startsAt, question, true))) return 'buffer';
  if (startsAt < now + rules.minimumNoticeMinutes * MINUTE) return 'notice';
  const { bookingWindow } = rules;
  const [first, last] =
    bookingWindow.kind === 'range'
      ? [bookingWindow.from, bookingWindow.to]
      : [dateOf(now), Temporal.PlainDate.from(dateOf(now)).add({ days: bookingWindow.days }).toString()];
  const date = dateOf(startsAt);
  if (date < first || date > last) return 'window';
  return limits.find((limit) => isFull(limit, startsAt))?.refusal ?? null;
}

/** Whether the period that a start falls in has as many bookings as it may. */
export function isFull(limit: BookingLimit, startsAt: number): boolean {
  const period = periodName(limit, startsAt);
  return limit.starts.filter((start) => periodName(limit, start) === period).length >= limit.most;
}

/** The day, week or month of an instant by a name of its own: the date of its first day. */
export function periodName({ per, timeZone, weekStart }: Periods, instant: number): string {
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  if (per === 'day') return date.toString();
  if (per === 'month') return date.with({ day: 1 }).toString();
  const lastDays = [0, 1, 2, 3, 4, 5, 6].map((days) => date.subtract({ days }));
  return String(lastDays.find(({ dayOfWeek }) => dayOfWeek === weekStart));
}

/** The grid of one window seen far beyond the range: counted from its start or, in windows without end, from Mondays. */
export function gridOf(window: Interval, interval: number, timeZone: string): number[] {
  const edges = [window.from];
  if (window.to - window.from > WEEK) {
    let midnight = Temporal.Instant.fromEpochMilliseconds(window.from).toZonedDateTimeISO(timeZone).startOfDay();
    for (; midnight.epochMilliseconds < window.to; midnight = midnight.add({ days: 1 }).startOfDay())
      if (midnight.dayOfWeek === 1 && midnight.epochMilliseconds > window.from) edges.push(midnight.epochMilliseconds);
  }
  return edges.flatMap((edge, index) => {
    const starts: number[] = [];
    for (let start = edge; start < (edges[index + 1] ?? window.to); start += interval) starts.push(start);
    return starts;
  });
}
