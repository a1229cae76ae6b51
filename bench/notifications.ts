/**
 * `npx node bench/notifications.ts 500`: so many notifications of Zoom's within one second, about the meetings of several hosts; how
 * long does each wait for its 2xx, and when has every one been read? A notification is durable before it is answered.
 */
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { secretsOf } from '#test/providers/foreign.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { cpuTime } from './cpu-time.ts';
import { percentile } from './measure.ts';

const COUNT = Number(process.argv[2] ?? 500);
const ROUNDS = Number(process.argv[3] ?? 5);
const HOSTS = 10;
const DAY_MS = 86_400_000;
const PARTS = ['api', 'worker', 'temporal'] as const;

const stack = createDisposableStack({ POLL_MS: '3600000', SWEEP_MS: '10000' });
await stack.start();
const { app, database, simulators, pids } = await stack.file();
const { simulatorWebhookSecret: secret } = await secretsOf(stack);
const db = new Client(database);
await db.connect();
try {
  for (let host = 0; host < HOSTS; host += 1) await bookOne(`bench-${host}`);
  const meetings = (await openSimulator(simulators, 'zoom').meetings()).map(({ id }) => id);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = await cpuTimes();
    const began = performance.now();
    const answers = await burst(meetings, round);
    await until('all to be read', async () => (await unread()) === 0, { within: 120_000, every: 50 });
    const readAfter = performance.now() - began;
    const used = (await cpuTimes()).map((ms, part) => `${PARTS[part]} ${(ms - (before[part] ?? 0)).toFixed(0)}`);
    const bad = answers.filter(({ status }) => status !== 204).length;
    const times = answers.map(({ ms }) => ms);
    const [middle, late, last] = [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(0));
    console.log(
      `${COUNT} in a second, ${bad} refused: answered within ${middle} / ${late} / ${last} ms (p50 / p99 / longest), all read ${(readAfter / 1_000).toFixed(1)} s after the first; ms of CPU: ${used.join(', ')}`,
    );
  }
} finally {
  await db.end();
  await stack.dispose();
}

function cpuTimes(): Promise<number[]> {
  return Promise.all(PARTS.map((part) => cpuTime(pids[part] ?? 0)));
}

/** A host of its own with one booked meeting. */
async function bookOne(account: string): Promise<void> {
  const host = await signUp(app);
  await host.alwaysOpen();
  await host.connect('zoom', account);
  const { slug } = await host.offer('zoom', {});
  const from = new Date(Date.now() + 2 * DAY_MS);
  const guest = newGuest(app);
  const [startsAt = ''] = await guest.freeTimes({ ...host, slug }, from, new Date(from.getTime() + DAY_MS));
  const { token } = await guest.book({ ...host, slug }, startsAt);
  await until('the link', async () => (await guest.read(token)).conference.status === 'ready');
}

/** Notifications spread evenly over one second, no two alike. */
function burst(meetings: readonly string[], round: number): Promise<{ status: number; ms: number }[]> {
  const at = Date.now();
  return Promise.all(
    Array.from({ length: COUNT }, async (_, index) => {
      await sleep((index * 1_000) / COUNT);
      return notification(meetings[index % meetings.length] ?? '', at + round * COUNT + index);
    }),
  );
}

async function notification(meetingId: string, at: number): Promise<{ status: number; ms: number }> {
  const object = { id: Number(meetingId), start_time: new Date(at).toISOString() };
  const body = JSON.stringify({ event: 'meeting.updated', event_ts: at, payload: { account_id: 'a', object } });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const headers = {
    'content-type': 'application/json',
    'x-zm-request-timestamp': timestamp,
    'x-zm-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
  };
  const started = performance.now();
  const response = await fetch(`${app}/webhooks/zoom`, { method: 'POST', headers, body });
  await response.body?.cancel();
  return { status: response.status, ms: performance.now() - started };
}

async function unread(): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    'select count(*)::int as n from inbox_notifications where handled_at is null and meeting_id is not null',
  );
  return rows[0]?.n ?? 0;
}
