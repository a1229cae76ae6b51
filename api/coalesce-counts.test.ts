import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { expect, test } from 'vitest';
import { coalesceCounts } from './coalesce-counts.ts';

const LIMIT = 5;

/** A limiter that tells how many points each round trip asked for. */
function watched(fails?: Error) {
  const trips: number[] = [];
  const limiter = new RateLimiterMemory({ points: LIMIT, duration: 60 });
  const consume = limiter.consume.bind(limiter);
  limiter.consume = async (key, points = 1) => {
    trips.push(points);
    if (fails) throw fails;
    return consume(key, points);
  };
  return { trips, count: coalesceCounts(limiter) };
}

const outcomes = async (asked: readonly Promise<void>[]) =>
  (await Promise.allSettled(asked)).map(({ status }) => status);

test('who comes while one is counted is counted after it, together; the first to come are let in', async () => {
  const { trips, count } = watched();
  const asked = Array.from({ length: 8 }, () => count('a'));
  expect(await outcomes(asked)).toEqual([...Array(5).fill('fulfilled'), ...Array(3).fill('rejected')]);
  expect(trips).toEqual([1, 7]);
  await expect(asked[7]).rejects.toBeInstanceOf(RateLimiterRes);
});

test('one after another is counted one by one; other keys have their own', async () => {
  const { trips, count } = watched();
  for (let turn = 0; turn < LIMIT; turn += 1) await count('a');
  await expect(count('a')).rejects.toBeInstanceOf(RateLimiterRes);
  await count('b');
  expect(trips).toEqual(Array(7).fill(1));
});

test('a counter that cannot be reached refuses all who waited for it, and is asked again by the next', async () => {
  const { trips, count } = watched(new Error('away'));
  const asked = [count('a'), count('a'), count('a')];
  for (const one of asked) await expect(one).rejects.toThrow('away');
  await expect(count('a')).rejects.toThrow('away');
  expect(trips).toEqual([1, 2, 1]);
});
