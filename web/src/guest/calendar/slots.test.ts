import { describe, expect, test } from 'vitest';
import { dateIn } from '#domain/wall-clock.ts';
import { groupByDay, nearestSlots, partsOfDay, readDays, sameInstant, type Slot, timeTexts } from './slots.ts';

const slot = (startsAt: string): Slot => ({ startsAt });
const starts = (slots: readonly Slot[]) => slots.map(({ startsAt }) => startsAt);

const berlin = {
  zone: 'Europe/Berlin',
  time: (instant: string) =>
    new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' }),
};

const datesOf = (slots: readonly Slot[], zone: string) =>
  groupByDay(slots, zone).map((day) => [day.date, day.slots.length]);

describe('free times by day', () => {
  const slots = ['2026-12-02T03:30:00Z', '2026-12-01T23:30:00Z', '2026-12-01T09:00:00Z'].map(slot);

  test('stand under the dates they have where the guest is', () => {
    expect(datesOf(slots, 'UTC')).toEqual([
      ['2026-12-01', 2],
      ['2026-12-02', 1],
    ]);
    expect(datesOf(slots, 'Asia/Tokyo')).toEqual([
      ['2026-12-01', 1],
      ['2026-12-02', 2],
    ]);
    expect(datesOf(slots, 'America/New_York')).toEqual([['2026-12-01', 3]]);
    expect(datesOf(slots, 'Pacific/Kiritimati')).toEqual([
      ['2026-12-01', 1],
      ['2026-12-02', 2],
    ]);
  });

  test('are in order, in any order they came', () => {
    expect(starts(groupByDay(slots, 'UTC')[0]!.slots)).toEqual(['2026-12-01T09:00:00Z', '2026-12-01T23:30:00Z']);
  });

  test('tell both passes of an hour that happens twice apart', () => {
    const twice = groupByDay(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(slot), 'Europe/Berlin');
    expect(twice).toHaveLength(1);
    expect(twice[0]!.slots).toHaveLength(2);
    const slots = [...twice[0]!.slots, slot('2026-10-25T02:30:00Z')];
    expect([...timeTexts(slots, berlin).values()]).toEqual(['02:30 GMT+2', '02:30 GMT+1', '03:30']);
  });

  test('know midnight as the day that begins', () => {
    expect(dateIn('Europe/Berlin', '2026-11-30T23:00:00Z')).toBe('2026-12-01');
  });
});

test('a compact answer says each time as minutes after the one before', () => {
  const first = Date.parse('2026-12-01T09:00:00Z') / 60_000;
  const days = [
    { date: '2026-12-01', starts: [first, 30, 90] },
    { date: '2026-12-02', starts: [first + 1_440] },
  ];
  const read = readDays({ days, nextDate: '2026-12-03' });
  expect(read.nextDate).toBe('2026-12-03');
  expect(read.days.map(({ date, slots }) => [date, starts(slots)])).toEqual([
    ['2026-12-01', ['2026-12-01T09:00:00.000Z', '2026-12-01T09:30:00.000Z', '2026-12-01T11:00:00.000Z']],
    ['2026-12-02', ['2026-12-02T09:00:00.000Z']],
  ]);
});

describe('times offered instead', () => {
  const days = groupByDay(
    ['08:00', '09:00', '09:30', '10:00', '10:30', '15:00'].map((time) => slot(`2026-12-01T${time}:00Z`)),
    'UTC',
  );

  test('are those closest to the lost one, in order, without itself', () => {
    expect(starts(nearestSlots(days, '2026-12-01T09:30:00.000Z', 3))).toEqual([
      '2026-12-01T09:00:00Z',
      '2026-12-01T10:00:00Z',
      '2026-12-01T10:30:00Z',
    ]);
  });

  test('are as many as there are', () => {
    expect(nearestSlots([], '2026-12-01T09:30:00Z', 3)).toEqual([]);
  });

  test('compare instants, not spellings', () => {
    expect(sameInstant('2026-12-01T09:00:00Z', '2026-12-01T10:00:00.000+01:00')).toBe(true);
  });
});

describe('the parts of a day', () => {
  test('follow the guest’s clock and leave empty parts out', () => {
    const slots = ['2026-12-01T10:30:00Z', '2026-12-01T11:00:00Z', '2026-12-01T16:00:00Z'].map(slot);
    const parts = (zone: string) => partsOfDay(slots, zone).map((one) => [one.part, one.slots.length]);
    expect(parts('UTC')).toEqual([
      ['morning', 2],
      ['afternoon', 1],
    ]);
    expect(parts('Europe/Berlin')).toEqual([
      ['morning', 1],
      ['afternoon', 1],
      ['evening', 1],
    ]);
    expect(parts('Asia/Tokyo')).toEqual([
      ['morning', 1],
      ['evening', 2],
    ]);
  });
});
