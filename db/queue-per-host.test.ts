import { expect, test, vi } from 'vitest';
import { HostBusy, queuePerHost } from './queue-per-host.ts';

const gate = () => Promise.withResolvers<void>();

test('work for one host runs in the order it came, for another host at once', async () => {
  const ran: string[] = [];
  const first = gate();
  const all = [
    queuePerHost('a', async () => {
      await first.promise;
      ran.push('a1');
    }),
    queuePerHost('a', async () => void ran.push('a2')),
    queuePerHost('b', async () => void ran.push('b1')),
  ];
  await all[2];
  expect(ran).toEqual(['b1']);
  first.resolve();
  await Promise.all(all);
  expect(ran).toEqual(['b1', 'a1', 'a2']);
});

test('work that fails lets the next one in', async () => {
  const failing = queuePerHost('a', () => Promise.reject(new Error('no')));
  const next = queuePerHost('a', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});

test('a caller that waits too long is refused, and no later caller overtakes the work still being done', async () => {
  vi.useFakeTimers();
  try {
    const first = gate();
    const slow = queuePerHost('a', () => first.promise);
    const waiting = queuePerHost('a', () => Promise.resolve()).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await waiting).toBeInstanceOf(HostBusy);
    const late = vi.fn<() => Promise<void>>();
    const next = queuePerHost('a', late);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(late).not.toHaveBeenCalled();
    first.resolve();
    await Promise.all([slow, next]);
    expect(late).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
