import { expect, test } from 'vitest';
import { createBatcher } from './create-batcher.ts';

/** Work that waits until it is let go, round by round. */
function gate() {
  const rounds: { readonly items: readonly number[]; readonly end: (error?: Error) => void }[] = [];
  const work = (items: readonly number[]) =>
    new Promise<void>((resolve, reject) => {
      rounds.push({ items, end: (error) => (error === undefined ? resolve() : reject(error)) });
    });
  const next = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return rounds.shift();
  };
  return { work, next };
}

test('what comes in while a round is under way goes into the next together', async () => {
  const { work, next } = gate();
  const add = createBatcher(work, 10);
  const first = add([1]);
  const others = [add([2]), add([3, 4])];
  const one = await next();
  expect(one?.items).toEqual([1]);
  one?.end();
  await first;
  const two = await next();
  expect(two?.items).toEqual([2, 3, 4]);
  two?.end();
  await Promise.all(others);
});

test('a round takes so many callers and no more', async () => {
  const { work, next } = gate();
  const add = createBatcher(work, 2);
  const all = [add([1]), add([2]), add([3]), add([4])];
  const sizes: (readonly number[] | undefined)[] = [];
  for (let round = 0; round < 3; round += 1) {
    const now = await next();
    sizes.push(now?.items);
    now?.end();
  }
  await Promise.all(all);
  expect(sizes).toEqual([[1], [2, 3], [4]]);
});

test('no caller fails because of another', async () => {
  const add = createBatcher<number>(async (items) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (items.includes(3)) throw new Error('three');
  }, 10);
  const outcomes = await Promise.allSettled([add([1]), add([2]), add([3]), add([4])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});
