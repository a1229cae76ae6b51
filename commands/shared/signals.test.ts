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

async function tookMs(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const ports = async () => ({ silent: (silent.address() as AddressInfo).port, gone: await freePort() });

test.each(['silent', 'gone'] as const)(
  'callers wait briefly for a Temporal that is %s, and after that not at all',
  async (how) => {
    const signals = signalsTo((await ports())[how], { deadlineMs: 3_000, patienceMs: 300 });
    const accepted: string[] = [];
    const send = (id: string) =>
      tookMs(() => signals.booking(id, 'booked', { revision: 1, accepted: async () => void accepted.push(id) }));
    const first = await send('1');
    expect(first).toBeGreaterThan(290);
    expect(first).toBeLessThan(3_000);
    await expect.poll(() => send('2'), { timeout: 30_000, interval: 200 }).toBeLessThan(250);
    expect(accepted).toEqual([]);
  },
);

test('without patience the outcome is waited for', async () => {
  const signals = signalsTo((await ports()).silent, { deadlineMs: 300 });
  const twice = [
    await tookMs(() => signals.connection('1', 'noticed')),
    await tookMs(() => signals.connection('1', 'noticed')),
  ];
  for (const took of twice) expect(took).toBeGreaterThan(250);
});
