import { expect, test } from 'vitest';
import { offeredSlots } from './slots.ts';
import type { SlotQuestion } from './types.ts';
import { DAY, MINUTE } from './units.ts';

const from = Date.UTC(2026, 9, 1);
const question: SlotQuestion = {
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
    bookingWindow: { kind: 'rolling', days: 60 },
    maxPerDay: 8,
  },
  busy: Array.from({ length: 300 }, (_, index) => {
    const startsAt = from + index * 288 * MINUTE;
    return { startsAt, endsAt: startsAt + 30 * MINUTE, bufferBeforeMinutes: 5, bufferAfterMinutes: 5 };
  }),
  countedStarts: [],
  range: { from, to: from + 60 * DAY },
  now: from,
};

test('sixty days with 300 meetings among them are answered in a few milliseconds', () => {
  const times = Array.from({ length: 21 }, () => {
    const began = performance.now();
    expect(offeredSlots(question).length).toBeGreaterThan(500);
    return performance.now() - began;
  });
  const median = times.toSorted((a, b) => a - b)[10];
  // Single digits on an idle machine, 67 on one that did ten other things: the bound is for another order of growth.
  expect(median).toBeLessThan(500);
});
