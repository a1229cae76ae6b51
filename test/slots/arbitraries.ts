import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { plusDays } from '#domain/slots/iso-date.ts';
import type { BookingLimit, BusyBlock, Schedule, AvailabilityQuery, SlotRules, Trip } from '#domain/slots/types.ts';
import { DAY, MINUTE } from '#domain/slots/units.ts';

/** Twenty zones with the odd cases: changes at midnight, half-hour and two-hour changes, changes for Ramadan, quarter hours. */
export const ZONES = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/New_York',
  'America/Nuuk',
  'America/Santiago',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Kathmandu',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Easter',
] as const;

/** Every instant of 2026 to 2028 at which the zone changes its clocks; some ordinary day where it never does. */
export function clockChanges(timeZone: string): number[] {
  const found: number[] = [];
  let time = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${timeZone}]`);
  for (;;) {
    const next = time.getTimeZoneTransition('next');
    if (next === null || next.year > 2028) return found.length > 0 ? found : [Date.UTC(2027, 5, 15, 12)];
    found.push(next.epochMilliseconds);
    time = next;
  }
}

const step5 = fc.integer({ min: 0, max: 287 }).map((step) => step * 5);
const wallTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hours = fc.tuple(step5, step5).map(([a, b]) => [wallTime(Math.min(a, b)), wallTime(Math.max(a, b) + 5)] as const);
const anyHours = fc.oneof(
  { weight: 4, arbitrary: hours },
  { weight: 1, arbitrary: fc.constant(['00:00', '24:00'] as const) },
);

type SomeHours = fc.Arbitrary<readonly [string, string]>;

const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const weeklyOf = (anyHours: SomeHours) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(
        fc.tuple(weekdays, anyHours).map(([days, [from, to]]) => ({ days, from, to })),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { weight: 1, arbitrary: fc.constant([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]) },
  );

/** Random hours, often with overrides, holidays and trips on some of the days around an instant. */
export const schedules = (timeZone: string, around: number): fc.Arbitrary<Schedule> =>
  schedulesWith(timeZone, around, anyHours);

/** The same with hours that may end on the day after. */
export const overnightSchedules = (timeZone: string, around: number): fc.Arbitrary<Schedule> => {
  const overnight = hours.filter(([, to]) => to !== '24:00').map(([from, to]) => [to, from] as const);
  return schedulesWith(timeZone, around, fc.oneof(anyHours, overnight));
};

const schedulesWith = (timeZone: string, around: number, anyHours: SomeHours): fc.Arbitrary<Schedule> => {
  const date = new Date(around).toISOString().slice(0, 10);
  const override = fc.record({
    date: fc.integer({ min: -2, max: 2 }).map((days) => plusDays(date, days)),
    intervals: fc.array(anyHours, { maxLength: 2 }),
  });
  const overrides = fc.uniqueArray(override, { maxLength: 2, selector: (each) => each.date });
  const holidays = fc.uniqueArray(
    fc.integer({ min: -2, max: 2 }).map((days) => plusDays(date, days)),
    { maxLength: 2 },
  );
  return fc.record(
    { timeZone: fc.constant(timeZone), weekly: weeklyOf(anyHours), overrides, holidays, trips: tripsAround(date) },
    { requiredKeys: ['timeZone', 'weekly', 'overrides'] },
  );
};

/** Up to two trips of some days around a date, one after the other or with days at home between them, to anywhere. */
const tripsAround = (date: string): fc.Arbitrary<readonly Trip[]> =>
  fc
    .uniqueArray(
      fc.integer({ min: -3, max: 4 }).map((days) => plusDays(date, days)),
      { maxLength: 4 },
    )
    .chain((dates) => {
      const sorted = dates.toSorted();
      return fc.tuple(
        ...sorted.flatMap((from, index) =>
          index % 2 === 1
            ? []
            : [fc.constantFrom(...ZONES).map((timeZone) => ({ from, to: sorted[index + 1] ?? from, timeZone }))],
        ),
      );
    })
    .chain((trips) => fc.shuffledSubarray(trips, { minLength: trips.length }));

const minutes = (...choices: number[]) => fc.constantFrom(...choices);
const rules: fc.Arbitrary<SlotRules> = fc.record({
  durationMinutes: minutes(15, 30, 45, 50, 60, 90, 240),
  slotIntervalMinutes: fc.option(minutes(15, 20, 30, 50, 60)),
  bufferBeforeMinutes: minutes(0, 0, 5, 30),
  bufferAfterMinutes: minutes(0, 0, 10, 60),
  minimumNoticeMinutes: minutes(0, 0, 120, 1440),
  bookingWindow: fc.oneof(
    fc.integer({ min: 0, max: 6 }).map((days) => ({ kind: 'rolling' as const, days })),
    fc.constant({ kind: 'range' as const, from: '2026-01-01', to: '2029-01-31' }),
  ),
});

const blocks = (around: number): fc.Arbitrary<BusyBlock> =>
  fc
    .record({
      start: fc.integer({ min: -600, max: 600 }),
      length: fc.integer({ min: 1, max: 60 }),
      bufferBeforeMinutes: minutes(0, 0, 15, 120),
      bufferAfterMinutes: minutes(0, 0, 15, 120),
    })
    .map(({ start, length, ...block }) => {
      const startsAt = around + start * 5 * MINUTE;
      return { startsAt, endsAt: startsAt + length * 5 * MINUTE, ...block };
    });

const limits = (timeZone: string, around: number): fc.Arbitrary<BookingLimit> =>
  fc.record({
    per: fc.constantFrom('day', 'week', 'month'),
    timeZone: fc.constantFrom(timeZone, 'UTC'),
    weekStart: fc.integer({ min: 1, max: 7 }),
    most: fc.integer({ min: 1, max: 3 }),
    starts: fc.array(
      fc.integer({ min: -5_000, max: 5_000 }).map((step) => around + step * 5 * MINUTE),
      { maxLength: 6 },
    ),
    refusal: fc.constantFrom('limit', 'week_limit', 'host_month_limit'),
  });

/** A host's whole situation in the five days around an instant. */
export const questions = (timeZone: string, around: number): fc.Arbitrary<AvailabilityQuery> =>
  fc.record({
    schedule: schedules(timeZone, around),
    rules,
    busy: fc.array(blocks(around), { maxLength: 8 }),
    calendar: fc.array(
      blocks(around).map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
      { maxLength: 4 },
    ),
    limits: fc.array(limits(timeZone, around), { maxLength: 3 }),
    range: fc
      .tuple(fc.integer({ min: -300, max: 0 }), fc.integer({ min: 1, max: 300 }))
      .map(([from, to]) => ({ from: around + from * 7 * MINUTE, to: around + to * 7 * MINUTE })),
    now: fc.integer({ min: -4, max: 1 }).map((days) => around + days * DAY + 17 * MINUTE),
  });
