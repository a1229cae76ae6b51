import { expect, test } from 'vitest';
import { deadlineAfter, earliest, readClocks } from './deadline.ts';

test('what passed before a deadline was made counts', () => {
  const { monotonic, wall } = readClocks();
  const left = deadlineAfter(10_000, { monotonic: monotonic - 7_000, wall: wall - 7_000 }).remainingMs();
  expect(left).toBeGreaterThan(2_000);
  expect(left).toBeLessThanOrEqual(3_000);
});

test('the clock that went further counts: a machine that was suspended, a clock that was set back', () => {
  const { monotonic, wall } = readClocks();
  expect(deadlineAfter(10_000, { monotonic, wall: wall - 60_000 }).remainingMs()).toBeLessThan(0);
  expect(deadlineAfter(10_000, { monotonic: monotonic - 60_000, wall: wall + 60_000 }).remainingMs()).toBeLessThan(0);
});

test('of several the first to pass counts', () => {
  expect(earliest(undefined, deadlineAfter(60_000), deadlineAfter(1_000)).remainingMs()).toBeLessThanOrEqual(1_000);
  expect(earliest(undefined).remainingMs()).toBe(Infinity);
});
