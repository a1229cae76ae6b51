import { expect, test } from 'vitest';
import { createConcurrencyLimit } from './concurrency-limit.ts';

test('each network has its share, and all together have what there is', () => {
  const places = createConcurrencyLimit({ most: 3, mostOfOne: 2 });
  const leave = places.take('a');
  places.take('a');
  expect(() => places.take('a')).toThrow(expect.objectContaining({ code: 'rate_limited' }));
  places.take('b');
  expect(() => places.take('c')).toThrow(expect.objectContaining({ code: 'unavailable' }));
  leave();
  places.take('c');
});

test('a process whose every place stays taken says so, and for how long', () => {
  let now = 0;
  const places = createConcurrencyLimit({ most: 2, mostOfOne: 2 }, () => now);
  const leave = places.take('a');
  now = 1_000;
  expect(places.stuckForMs()).toBe(0);
  places.take('a');
  now = 31_000;
  expect(places.stuckForMs()).toBe(30_000);
  leave();
  places.take('b');
  expect(places.stuckForMs()).toBe(0);
});
