import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '#dev/processes/ports.ts';
import { lazyTemporalClient } from '#temporal';
import { log } from '#log';
import { createSignals } from './signals.ts';

log.level = 'silent';

const silent = createServer();
silent.listen(0, '127.0.0.1');
await once(silent, 'listening');
afterAll(() => silent.close());

function signalsTo(port: number, waits: Parameters<typeof createSignals>[1]) {
  const client = lazyTemporalClient({ connectionOptions: { address: `127.0.0.1:${port}` }, namespace: 'default' });
  afterAll(() => client.connection.close());
  return createSignals(client, waits);
}

const ports = async () => ({ silent: (silent.address() as AddressInfo).port, gone: await freePort() });

test.each(['silent', 'gone'] as const)('no caller waits for a Temporal that is %s', async (how) => {
  const signals = signalsTo((await ports())[how], { deadlineMs: 3_000, isAwaited: false });
  const ended: string[] = [];
  const accepted = async () => void ended.push('accepted');
  for (const id of ['1', '2']) await signals.booking(id, 'booked', { revision: 1, accepted });
  const outcomes = signals.settled().then(() => ended.push('given up'));
  expect(ended).toEqual([]);
  await outcomes;
  expect(ended).toEqual(['given up']);
});

test('where it is awaited, so is its outcome', async () => {
  const signals = signalsTo((await ports()).silent, { deadlineMs: 300, isAwaited: true });
  const began = performance.now();
  await signals.connection('1', 'noticed');
  // Timers may be some milliseconds early.
  expect(performance.now() - began).toBeGreaterThan(250);
});
