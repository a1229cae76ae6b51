import { describe, expect, test } from 'vitest';
import { groupByDate } from './group-by-date.ts';
import { dateOf, dayOf, daysBetween, instantWriter, isIsoDate, plusDays, weekdayOf } from './iso-date.ts';
import { explainSlots, judgeSlot, offeredSlots } from './slots.ts';
import { instantAt, isTimeZone, localDate, startOfDay } from './time-zone.ts';
import type { Schedule, AvailabilityQuery } from './types.ts';
import { DAY, MINUTE } from './units.ts';
import { perDay } from '#test/slots/limits.ts';
import { availabilityWindows } from '#test/slots/availability-windows.ts';

const aroundTheClock = (timeZone: string): Schedule => ({
  timeZone,
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  overrides: [],
});
const asking = (change: Partial<AvailabilityQuery> = {}): AvailabilityQuery => ({
  schedule: aroundTheClock('UTC'),
  rules: {
    durationMinutes: 50,
    slotIntervalMinutes: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    bookingWindow: { kind: 'rolling', days: 730 },
  },
  busy: [],
  calendar: [],
  limits: [],
  range: { from: Date.UTC(2026, 10, 30), to: Date.UTC(2026, 11, 14) },
  now: Date.UTC(2026, 10, 24, 12),
  ...change,
});
const utc = (time: number) => new Date(time).toISOString().slice(0, 16);

describe('around-the-clock hours', () => {
  test('count again from every Monday 00:00 of the host, across which a meeting still fits', () => {
    const offered = offeredSlots(asking()).map(utc);
    // 50 minutes do not divide a week: the last one of the week starts at 23:30 and the grid begins again at 00:00.
    expect(offered).toContain('2026-11-30T00:00');
    expect(offered).toContain('2026-12-06T23:30');
    expect(offered).toContain('2026-12-07T00:00');
    expect(offered).not.toContain('2026-12-07T00:20');
  });

  test('have the same grid for a month, a day and a minute', () => {
    const month = offeredSlots(asking());
    const days = Array.from({ length: 14 }, (_, day) => asking().range.from + day * DAY);
    expect(days.flatMap((from) => offeredSlots(asking({ range: { from, to: from + DAY } })))).toEqual(month);
    expect(month.filter((start) => judgeSlot(asking(), start) !== 'offered')).toEqual([]);
    expect(month.filter((start) => judgeSlot(asking(), start + MINUTE) !== 'outside_hours')).toEqual([]);
  });

  test('a week of whole days is still one window with one grid', () => {
    const sundayOff = { date: '2026-12-13', intervals: [] };
    const lastSundayOff = { date: '2026-12-05', intervals: [] };
    const schedule = { ...aroundTheClock('UTC'), overrides: [lastSundayOff, sundayOff] };
    const offered = offeredSlots(asking({ schedule })).map(utc);
    // The window runs from Sunday 6 to Saturday 12 December: seven days, so Monday does not restart the count.
    expect(offered).toContain('2026-12-06T23:20');
    expect(offered).toContain('2026-12-07T00:10');
    expect(offered).not.toContain('2026-12-07T00:00');
  });
});

const at = (time: string) => Date.parse(`2026-12-01T${time}Z`);

describe('a time that is not offered says why', () => {
  const schedule: Schedule = {
    timeZone: 'UTC',
    weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:30' }],
    overrides: [],
  };
  const hourly = { ...asking().rules, durationMinutes: 60, bufferAfterMinutes: 10 };
  const range = { from: at('00:00'), to: at('23:59') };
  const meeting = { startsAt: at('10:05'), endsAt: at('10:30'), bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  const reasons = (change: Partial<AvailabilityQuery>) =>
    explainSlots(asking({ schedule, rules: hourly, range, ...change })).map(({ refusal }) => refusal);

  test('when the hours end before the meeting would', () => {
    expect(reasons({})).toEqual([null, null, null, 'outside_hours']);
  });
  test('when another booking has it, or only its buffer', () => {
    expect(reasons({ busy: [meeting] })).toEqual(['buffer', 'booked', null, 'outside_hours']);
  });
  test('when it is past or too soon', () => {
    expect(reasons({ now: at('09:00') })).toEqual([null, null, null, 'outside_hours']);
    expect(reasons({ now: at('09:01') })).toEqual(['notice', null, null, 'outside_hours']);
    const rules = { ...hourly, minimumNoticeMinutes: 60 };
    expect(reasons({ rules, now: at('09:01') })).toEqual(['notice', 'notice', null, 'outside_hours']);
  });
  test('when it is too far ahead', () => {
    const rules = { ...hourly, bookingWindow: { kind: 'rolling' as const, days: 6 } };
    expect(reasons({ rules })).toEqual(['window', 'window', 'window', 'outside_hours']);
  });
  test('when the day is full', () => {
    const [one, two] = [1, 2].map((most) => perDay('UTC', most, [meeting.startsAt]));
    const counted = { busy: [meeting] };
    expect(reasons({ ...counted, limits: one ?? [] })).toEqual(['buffer', 'booked', 'limit', 'outside_hours']);
    expect(reasons({ ...counted, limits: two ?? [] })).toEqual(['buffer', 'booked', null, 'outside_hours']);
  });
  test('when its week or month is full, by the host’s zone and first day of the week', () => {
    // The Sunday and the last of the month before; in Honolulu 1 December begins at 10:00 UTC.
    const starts = [at('00:00') - 2 * DAY, at('00:00') - DAY];
    const limit = { per: 'week', most: 1, weekStart: 1, timeZone: 'UTC', refusal: 'week_limit', starts } as const;
    expect(reasons({ limits: [{ ...limit, starts: starts.slice(0, 1) }] })[0]).toBe(null);
    expect(reasons({ limits: [{ ...limit, starts: starts.slice(0, 1), weekStart: 7 }] })[0]).toBe('week_limit');
    expect(reasons({ limits: [limit] })[0]).toBe('week_limit');
    const monthly = { ...limit, per: 'month', most: 2, refusal: 'host_month_limit' } as const;
    expect(reasons({ limits: [monthly] }).slice(0, 3)).toEqual([null, null, null]);
    const honolulu = reasons({ limits: [{ ...monthly, timeZone: 'Pacific/Honolulu' }, limit] });
    expect(honolulu.slice(0, 3)).toEqual(['host_month_limit', 'week_limit', 'week_limit']);
  });
  test('and an empty range has nothing to say', () => {
    expect(explainSlots(asking({ range: { from: range.to, to: range.from } }))).toEqual([]);
    expect(availabilityWindows(schedule, { from: range.to, to: range.to })).toEqual([]);
  });
});

describe('time zones', () => {
  test.each(['UTC', 'Europe/Kiev', 'Europe/Kyiv', 'Asia/Calcutta', 'europe/paris', 'EST5EDT', 'Etc/GMT+5'])(
    '%s is one',
    (id) => expect(isTimeZone(id)).toBe(true),
  );
  test.each(['', 'Z', '+01:00', '-0500', 'Mars/Base', 'Etc/Unknown', '2026-01-01T00:00Z[Europe/Paris]', 'Europe'])(
    '%j is none',
    (id) => expect(isTimeZone(id)).toBe(false),
  );
  test('begin a day at its first instant, even where midnight does not exist', () => {
    expect(new Date(startOfDay('2026-04-24', 'Africa/Cairo')).toISOString()).toBe('2026-04-23T22:00:00.000Z');
    expect(localDate(startOfDay('2026-04-24', 'Africa/Cairo') - 1, 'Africa/Cairo')).toBe('2026-04-23');
  });
  test('move a skipped wall time forward and take the first of a repeated one', () => {
    expect(utc(instantAt(dayOf('2026-03-08'), 150, 'America/New_York'))).toBe('2026-03-08T07:30');
    expect(utc(instantAt(dayOf('2026-11-01'), 90, 'America/New_York'))).toBe('2026-11-01T05:30');
  });
  test('group the same starts under each viewer’s own dates', () => {
    const starts = ['2026-12-01T03:00Z', '2026-12-01T02:00Z', '2026-12-01T15:30Z'].map((text) => Date.parse(text));
    expect(groupByDate(starts, 'UTC').map(({ date, starts }) => [date, starts.length])).toEqual([['2026-12-01', 3]]);
    expect(groupByDate(starts, 'America/New_York').map(({ date, starts }) => [date, starts.map(utc)])).toEqual([
      ['2026-11-30', ['2026-12-01T02:00', '2026-12-01T03:00']],
      ['2026-12-01', ['2026-12-01T15:30']],
    ]);
    expect(groupByDate([], 'UTC')).toEqual([]);
  });
  test('a date the zone skipped has no hours', () => {
    const range = { from: Date.UTC(2011, 11, 29), to: Date.UTC(2012, 0, 2) };
    const fridays = { timeZone: 'Pacific/Apia', weekly: [{ days: [5], from: '09:00', to: '17:00' }], overrides: [] };
    expect(availabilityWindows(fridays, range)).toEqual([]);
  });
});

describe('texts of dates', () => {
  test.each(['2026-02-28', '2028-02-29', '1970-01-01', '2999-12-31'])('%s is a date', (text) =>
    expect(isIsoDate(text)).toBe(true),
  );
  test.each([
    '2026-02-29',
    '2026-2-1',
    '2026-13-01',
    '2026-00-10',
    '9999-12-31',
    '1969-12-31',
    '2026-01-01T00:00Z',
    '',
  ])('%j is no date', (text) => expect(isIsoDate(text)).toBe(false));
  test('instants are written as the language does, whole minutes or not', () => {
    const write = instantWriter();
    const instants = [0, MINUTE, DAY - 1, DAY, DAY + 90 * MINUTE + 1, -MINUTE, Date.UTC(2028, 1, 29, 23, 59)];
    expect(instants.map(write)).toEqual(instants.map((instant) => new Date(instant).toISOString()));
  });
  test('dates are counted on the calendar', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect([dayOf('1970-01-02'), dateOf(dayOf('2028-02-29'))]).toEqual([1, '2028-02-29']);
    expect(['2026-11-30', '2026-12-05', '2026-12-06', '1969-12-31'].map((date) => weekdayOf(dayOf(date)))).toEqual([
      1, 6, 7, 3,
    ]);
  });
});
