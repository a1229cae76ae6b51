import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { createBoundedWaits } from './bounded-waits.ts';

const LONG_MS = 60_000;

/** Waits that say by name when they are given up. */
function watched(bounds: { most: number; mostOfOne: number }) {
  const waits = createBoundedWaits(bounds);
  const givenUp: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (name: string, network: string, { size = 1, withinMs = LONG_MS } = {}) =>
    ends.set(name, waits.begin({ network, size, withinMs, giveUp: () => void givenUp.push(name) }));
  const end = (name: string) => ends.get(name)?.();
  return { begin, end, givenUp };
}

test('a network that keeps us waiting too often loses its own oldest wait', () => {
  const { begin, givenUp } = watched({ most: 100, mostOfOne: 2 });
  begin('other', 'b');
  for (const name of ['one', 'two', 'three', 'four']) begin(name, 'a');
  expect(givenUp).toEqual(['one', 'two']);
});

test('where all hold too much the oldest is ended', () => {
  const { begin, givenUp } = watched({ most: 10, mostOfOne: 10 });
  begin('small', 'a', { size: 1 });
  begin('large', 'b', { size: 8 });
  begin('late', 'c', { size: 5 });
  expect(givenUp).toEqual(['small', 'large']);
});

test('who is done makes place, once', () => {
  const { begin, end, givenUp } = watched({ most: 2, mostOfOne: 2 });
  begin('one', 'a');
  begin('two', 'a');
  end('one');
  end('one');
  begin('three', 'a');
  expect(givenUp).toEqual([]);
  begin('four', 'a');
  expect(givenUp).toEqual(['two']);
});

test('a wait that takes too long is given up, and holds nothing any more', async () => {
  const { begin, givenUp } = watched({ most: 1, mostOfOne: 1 });
  begin('slow', 'a', { withinMs: 5 });
  await until('it to be given up', () => givenUp.length > 0);
  begin('next', 'a');
  expect(givenUp).toEqual(['slow']);
});
