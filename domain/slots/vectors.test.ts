import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { groupByDate } from './group-by-date.ts';
import { explainSlots, judgeSlot, offeredSlots } from './slots.ts';
import { localDate } from './time-zone.ts';
import type { BookingWindow, Schedule, AvailabilityQuery } from './types.ts';
import { perDay } from '#test/slots/limits.ts';
import { availabilityWindows } from '#test/slots/availability-windows.ts';

interface VectorInput {
  hostTimeZone: string;
  weekly: { days: number[]; from: string; to: string }[];
  overrides?: { date: string; intervals: [string, string][] }[];
  range: { from: string; to: string };
  now?: string;
  durationMin?: number;
  slotIntervalMin?: number;
  minNoticeMin?: number;
  bufferBeforeMin?: number;
  bufferAfterMin?: number;
  maxPerDay?: number;
  countedBookings?: string[];
  busy?: { from: string; to: string; bufferBeforeMin?: number; bufferAfterMin?: number }[];
  bookingWindow?: { type: 'rolling'; days: number } | { type: 'range'; fromDate: string; toDate: string };
  viewerTimeZone?: string;
}

interface Vector {
  id: string;
  kind: 'windows' | 'slots';
  title: string;
  input: VectorInput;
  expect: { windowsUtc?: [string, string][]; slotStartsUtc?: string[]; count?: number };
}

// SLOT_VECTORS=path runs other vectors of the same form against the same code.
const file = process.env['SLOT_VECTORS'] ?? new URL('vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

const DEFAULT_WINDOW: BookingWindow = { kind: 'range', from: '1970-01-01', to: '2999-12-31' };
const instant = (text: string) => Date.parse(text);
const utc = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');

const scheduleOf = ({ hostTimeZone, weekly, overrides = [] }: VectorInput): Schedule => ({
  timeZone: hostTimeZone,
  weekly,
  overrides,
});
const rangeOf = ({ range }: VectorInput) => ({ from: instant(range.from), to: instant(range.to) });

function bookingWindowOf({ bookingWindow }: VectorInput): BookingWindow {
  if (bookingWindow === undefined) return DEFAULT_WINDOW;
  if (bookingWindow.type === 'rolling') return { kind: 'rolling', days: bookingWindow.days };
  return { kind: 'range', from: bookingWindow.fromDate, to: bookingWindow.toDate };
}

const questionOf = (input: VectorInput): AvailabilityQuery => ({
  schedule: scheduleOf(input),
  rules: {
    durationMinutes: input.durationMin ?? 30,
    slotIntervalMinutes: input.slotIntervalMin ?? null,
    bufferBeforeMinutes: input.bufferBeforeMin ?? 0,
    bufferAfterMinutes: input.bufferAfterMin ?? 0,
    minimumNoticeMinutes: input.minNoticeMin ?? 0,
    bookingWindow: bookingWindowOf(input),
  },
  busy: (input.busy ?? []).map((block) => ({
    startsAt: instant(block.from),
    endsAt: instant(block.to),
    bufferBeforeMinutes: block.bufferBeforeMin ?? 0,
    bufferAfterMinutes: block.bufferAfterMin ?? 0,
  })),
  calendar: [],
  limits: perDay(input.hostTimeZone, input.maxPerDay, (input.countedBookings ?? []).map(instant)),
  range: rangeOf(input),
  now: instant(input.now ?? input.range.from),
});

const ofKind = (kind: Vector['kind']) => vectors.filter((vector) => vector.kind === kind);
if (vectors.length === 0 || ofKind('windows').length + ofKind('slots').length !== vectors.length)
  throw new Error('the file holds no vectors, or some of an unknown kind');

describe('availability windows', () => {
  test.each(ofKind('windows'))('$id $title', ({ input, expect: expected }) => {
    const windows = availabilityWindows(scheduleOf(input), rangeOf(input));
    expect(windows.map(({ from, to }) => [utc(from), utc(to)])).toEqual(expected.windowsUtc);
  });
});

describe('slots are offered, accepted alike and grouped by date', () => {
  test.each(ofKind('slots'))('$id $title', ({ input, expect: expected }) => {
    const question = questionOf(input);
    const offered = offeredSlots(question);
    expect(offered.map(utc)).toEqual(expected.slotStartsUtc);
    expect(offered).toHaveLength(expected.count ?? offered.length);
    for (const { startsAt, refusal } of explainSlots(question))
      expect(judgeSlot(question, startsAt)).toBe(refusal ?? 'offered');

    const viewer = input.viewerTimeZone ?? input.hostTimeZone;
    const days = groupByDate(offered, viewer);
    expect(days.flatMap(({ starts }) => starts)).toEqual(offered);
    for (const { date, starts } of days) for (const start of starts) expect(localDate(start, viewer)).toBe(date);
  });
});
