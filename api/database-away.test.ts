import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, expect, test } from 'vitest';
import { log } from '#log';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { freePort } from '#dev/processes/ports.ts';
import { answerCheck } from '#test/fixtures/answer-check.ts';
import { startDatabaseProxy } from '#test/fixtures/database-proxy.ts';
import { testConfig } from '#test/setup/config.ts';
import { openTestDatabase } from '#test/setup/database.ts';
import { createApp } from './app.ts';
import { openDeps } from './open-deps.ts';
import { describeApi } from './openapi/document.ts';
import { operations } from './operations.ts';

log.level = 'silent';
const { url } = await openTestDatabase();
const database = await startDatabaseProxy(url);
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const config = testConfig({ DATABASE_URL: database.url, PUBLIC_URL: base });
// No server listens there: bookings do not need Temporal.
process.env['TEMPORAL_ADDRESS'] = '127.0.0.1:1';
const { deps, close } = openDeps(config, () => false);
const app = createApp(deps);
const check = answerCheck(describeApi(operations, base));
app.middleware.unshift(check.middleware);
const server = app.listen(port, '127.0.0.1');
await once(server, 'listening');
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await close();
});

const host = await signUp(base);
await host.alwaysOpen();
const { slug } = await host.offer('phone', { slotIntervalMinutes: 30 });
const guest = newGuest(base);
const SLOTS = `/api/v1/public/${host.handle}/${slug}/slots?from=2026-12-01&to=2026-12-31`;
const free = await guest.freeTimes({ ...host, slug }, new Date(), new Date(Date.now() + 40 * 86_400_000));

/** One question, however it is answered, and how long that took in milliseconds. */
async function ask(method: 'GET' | 'POST', path: string, body?: unknown) {
  const began = performance.now();
  const answer = await guest.request(method, path, body);
  const text = await answer.text();
  const retryAfter = Number(answer.headers.get('retry-after'));
  return { status: answer.status, retryAfter, took: performance.now() - began, text };
}

const look = () => ask('GET', SLOTS);
const book = (startsAt = free.shift()) =>
  ask('POST', `/api/v1/public/${host.handle}/${slug}/bookings`, {
    startsAt,
    guest: { name: guest.name, email: guest.email, timeZone: 'UTC' },
  });
const isUp = async () => [await look(), await book()].every(({ status }) => status < 300);

afterEach(async () => {
  Object.assign(database.weather, { delayMs: 0, isDown: false });
  await until('the API to recover by itself', isUp);
});

/** Two seconds a query for a while: long enough for everything that could pile up to do so. */
const SLOW_MS = 20_000;

test('a slow database ends in quick 503s with Retry-After, and in no pile', { timeout: 90_000 }, async () => {
  database.weather.delayMs = 2_000;
  const asked: ReturnType<typeof ask>[] = [];
  const alive: ReturnType<typeof ask>[] = [];
  let most = 0;
  for (const end = performance.now() + SLOW_MS; performance.now() < end; await sleep(100)) {
    asked.push(look(), book());
    // Whether the process lives is asked all the time, and says nothing of the database.
    alive.push(ask('GET', '/healthz'));
    most = Math.max(most, database.connections());
  }
  const answers = await Promise.all(asked);
  expect(new Set((await Promise.all(alive)).map(({ status }) => status))).toEqual(new Set([200]));
  const refused = answers.filter(({ status }) => status === 503);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  expect(refused.filter(({ retryAfter }) => !(retryAfter > 0))).toEqual([]);
  expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(15_000);
  // Once it is known, nearly everybody hears it at once.
  const late = answers.slice(answers.length / 2).map(({ took }) => took);
  expect(late.filter((took) => took < 1_000).length / late.length).toBeGreaterThan(0.8);
  expect(most).toBeLessThanOrEqual(config.DATABASE_POOL + 8);
  database.weather.delayMs = 0;
  await until('the API to recover by itself', isUp);
});

test('while the database is away, writes are refused and so are counted ones; the process lives', async () => {
  database.weather.isDown = true;
  database.cut();
  const writes = await Promise.all(Array.from({ length: 20 }, () => book()));
  expect(new Set(writes.map(({ status }) => status))).toEqual(new Set([503]));
  expect(writes.filter(({ retryAfter }) => !(retryAfter > 0))).toEqual([]);
  const logIn = await ask('POST', '/api/auth/sign-in/email', { email: host.email, password: 'a long password' });
  expect(logIn.status).toBe(503);
  // Photos are files to browsers, and rows to us.
  const photos = await Promise.all(Array.from({ length: 20 }, () => ask('GET', `/static/photos/${randomUUID()}.jpg`)));
  expect(photos.filter(({ status, took }) => status !== 503 || took > 1_000)).toEqual([]);
  expect((await ask('GET', '/healthz')).status).toBe(200);
  expect((await ask('GET', '/readyz')).status).toBe(503);
  expect(writes.map(({ text }) => text).join('')).not.toMatch(/ECONN|postgres|127\.0\.0\.1/i);
});

test('all of that was answered as documented', () => {
  expect(check.deviations).toEqual([]);
});
