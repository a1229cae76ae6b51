import { expect, test } from 'vitest';
import { createFairQueue, QueueFull } from './fair-queue.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A queue whose jobs end when told to, and what was started and refused so far. */
function stage(limits: Partial<Parameters<typeof createFairQueue>[0]> = {}) {
  const queue = createFairQueue({ atOnce: 1, waitingPerKey: 3, waiting: 6, patienceMs: 60_000, ...limits });
  const started: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const add = (key: string, name: string) =>
    queue(key, () => {
      started.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    }).catch((error: unknown) => {
      if (!(error instanceof QueueFull)) throw error;
      refused.push(`${name} ${error.own ? 'own' : 'others'}`);
    });
  const endNext = async () => {
    ends.shift()?.();
    await settle();
  };
  return { started, refused, add, endNext };
}

test('so many jobs run at once, and each end starts the next', async () => {
  const { started, add, endNext } = stage({ atOnce: 2 });
  for (const name of ['a1', 'a2', 'a3']) void add('a', name);
  await settle();
  expect(started).toEqual(['a1', 'a2']);
  await endNext();
  expect(started).toEqual(['a1', 'a2', 'a3']);
});

test('who asked least comes first', async () => {
  const { started, add, endNext } = stage();
  for (const name of ['a1', 'a2', 'a3']) void add('a', name);
  void add('b', 'b1');
  void add('c', 'c1');
  await settle();
  for (let turn = 0; turn < 4; turn += 1) await endNext();
  expect(started).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});

test('a key with too many waiting is refused, others are not', async () => {
  const { refused, add } = stage();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) void add('a', name);
  void add('b', 'b1');
  await settle();
  expect(refused).toEqual(['a5 own']);
});

test('when it is full, who asked most makes room for who asked less', async () => {
  const { refused, add } = stage({ waiting: 4 });
  for (const name of ['a0', 'a1', 'a2', 'a3', 'b1']) void add(name.slice(0, 1), name);
  await settle();
  expect(refused).toEqual([]);
  void add('c', 'c1');
  void add('d', 'd1');
  void add('e', 'e1');
  await settle();
  expect(refused).toEqual(['a3 own', 'a2 own', 'a1 own']);
  void add('f', 'f1');
  void add('b', 'b2');
  await settle();
  expect(refused.slice(3)).toEqual(['f1 others', 'b2 own']);
});

test('a job that fails gives its place back', async () => {
  const queue = createFairQueue({ atOnce: 1, waitingPerKey: 1, waiting: 1, patienceMs: 60_000 });
  await expect(queue('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(queue('a', () => Promise.resolve('yes'))).resolves.toBe('yes');
});

test('a key that asked more than once waits only so long; one that asked once waits for its turn', async () => {
  const { started, refused, add, endNext } = stage({ patienceMs: -1 });
  for (const name of ['x0', 'a1', 'b1', 'b2']) void add(name.slice(0, 1), name);
  await settle();
  await endNext();
  expect([started, refused]).toEqual([
    ['x0', 'a1'],
    ['b1 own', 'b2 own'],
  ]);
});
