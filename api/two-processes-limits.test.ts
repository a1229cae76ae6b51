import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApiProcess } from '#test/fixtures/api-process.ts';
import { at } from '#test/fixtures/bookings.ts';
import { testEnvironment } from '#test/setup/config.ts';
import { openTestDatabase } from '#test/setup/database.ts';

/** A tenth: of one network 12 attempts to book a minute, and 120 reads. */
const SCALE = { RATE_LIMIT_SCALE: '0.1', TRUSTED_PROXIES: '1' };
const ATTEMPTS = 12;
const READS = 120;

const { url } = await openTestDatabase({ pool: 2 });
const environment = testEnvironment({ DATABASE_URL: url, LOG_LEVEL: 'silent', ...SCALE });
const bases = [await startApiProcess(environment), await startApiProcess(environment)] as const;
const [one, other] = bases;
const host = await signUp(one);
await host.alwaysOpen();
const { slug } = await host.offer('phone', { slotIntervalMinutes: 30 });
const page = `/api/v1/public/${host.handle}/${slug}`;

/** The statuses of so many requests of one network, by turns to the two processes, all at once. */
async function ask(count: number, method: 'GET' | 'POST', path: string, from: string, body?: object) {
  const answers = await Promise.all(
    Array.from({ length: count }, async (_, turn) => {
      const guest = newGuest(bases[turn % 2 === 0 ? 0 : 1]);
      const answer = await guest.request(method, path, body, { 'X-Forwarded-For': from });
      await answer.body?.cancel();
      return answer.status;
    }),
  );
  return Object.fromEntries([...Map.groupBy(answers, (status) => status)].map(([status, all]) => [status, all.length]));
}

test('what is counted in Postgres may be had once, whichever process is asked', async () => {
  const never = new Date(at(0).getTime() + 60_000).toISOString();
  const body = { startsAt: never, guest: { name: 'Sam', email: 'sam@example.org', timeZone: 'UTC' } };
  expect(await ask(3 * ATTEMPTS, 'POST', `${page}/bookings`, '203.0.113.1', body)).toEqual({
    409: ATTEMPTS,
    429: 2 * ATTEMPTS,
  });
});

test('reads are counted by each process: two let a network have twice as many', async () => {
  const from = '203.0.113.2';
  // Few at a time: open connections have a limit of their own.
  for (let asked = 0; asked < 2 * READS; asked += 24) expect(await ask(24, 'GET', page, from)).toEqual({ 200: 24 });
  for (const base of [one, other])
    expect((await newGuest(base).request('GET', page, undefined, { 'X-Forwarded-For': from })).status).toBe(429);
});
