import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openLimitPool } from './open-deps.ts';
import { createRateLimits, mailboxOf } from './rate-limits.ts';

// A tenth: 12 bookings a minute and address, 3 an hour and mailbox, 60 an hour and host, 30 writes and 120 reads a minute.
const api = await startApi({ environment: { RATE_LIMIT_SCALE: '0.1', TRUSTED_PROXIES: '1' } });
const host = await makeHost(api);
const { slug } = await makeEventType(api, host, { slotIntervalMinutes: 30 });
const page = { handle: host.handle, slug };
const free = await newGuest(api.base).freeTimes(page, new Date(), new Date(Date.now() + 5 * 86_400_000));

let household = 0;
/** An address nobody else of this file has. */
const newAddress = () => `203.0.113.${(household += 1)}`;

interface Who {
  readonly from?: string;
  readonly email?: string;
}

async function book({ from = newAddress(), email = `${randomUUID()}@example.org` }: Who = {}) {
  const body = { startsAt: free.shift(), guest: { name: 'Sam', email, timeZone: 'UTC' } };
  const path = `/api/v1/public/${page.handle}/${page.slug}/bookings`;
  const answer = await newGuest(api.base).request('POST', path, body, { 'X-Forwarded-For': from });
  return said(answer);
}

async function said(answer: Response) {
  const { code } = (await answer.json()) as { code?: string };
  return [answer.status, code ?? 'fine', Number(answer.headers.get('retry-after')) > 0] as const;
}

const FINE = [201, 'fine', false];
const TOO_MANY = [429, 'rate_limited', true];

test('one address books so much and no more; its neighbours go on', async () => {
  const from = newAddress();
  for (let turn = 1; turn <= 12; turn += 1) expect(await book({ from })).toEqual(FINE);
  // The second refusal comes from memory.
  for (let turn = 1; turn <= 3; turn += 1) expect(await book({ from })).toEqual(TOO_MANY);
  expect(await book()).toEqual(FINE);
});

test('one mailbox books so much and no more, from wherever and however it is spelled', async () => {
  const spellings = ['ann@example.org', 'Ann@Example.org', 'ann+b@example.org', 'ANN+c@example.org'];
  const answers = [];
  for (const email of spellings) answers.push(await book({ email }));
  expect(answers).toEqual([FINE, FINE, FINE, TOO_MANY]);
  expect(await book({ email: 'anna@example.org' })).toEqual(FINE);
});

test('one host is asked for so much and no more; others are not meant', async () => {
  const answers = [];
  for (let turn = 1; turn <= 60; turn += 1) answers.push(await book());
  expect(answers.at(-1)).toEqual(TOO_MANY);
  const other = await makeHost(api);
  const type = await makeEventType(api, other);
  Object.assign(page, { handle: other.handle, slug: type.slug });
  expect(await book()).toEqual(FINE);
});

test('one address reads so much and no more', async () => {
  const headers = { 'X-Forwarded-For': newAddress() };
  const read = async () => said(await fetch(`${api.base}/api/v1/public/${host.handle}`, { headers }));
  const answers = await Promise.all(Array.from({ length: 125 }, read));
  expect(answers.filter(([status]) => status === 200)).toHaveLength(120);
  expect(answers.filter(([status]) => status !== 200)).toEqual(Array.from({ length: 5 }, () => TOO_MANY));
});

test('a mailbox counts as one, whatever its spelling', () => {
  expect(mailboxOf('Ann+zoom@Example.org')).toBe('ann@example.org');
});

test('what cannot be counted is refused', async () => {
  const pool = openLimitPool('postgres://nobody@127.0.0.1:1/none');
  const refused = createRateLimits(pool, 1).spend('write', 'somebody');
  await expect(refused).rejects.toMatchObject({ code: 'unavailable', facts: { retryAfterSeconds: 2 } });
  await pool.end();
});

test('the table holds no addresses', async () => {
  await book({ email: 'known@example.org' });
  const rows = await api.orm.em.fork().execute<{ key: string }[]>('select key from rate_limits');
  expect(rows.length).toBeGreaterThan(10);
  expect(JSON.stringify(rows)).not.toMatch(/@|203\.0\.113|\d+\.\d+\.\d+\.\d+/);
});

test('better-auth’s own limits are multiplied as well', async () => {
  const generous = await startApi({ environment: { RATE_LIMIT_SCALE: '2' } });
  const ask = async () => {
    const headers = { 'content-type': 'application/json' };
    const path = '/api/auth/send-verification-email';
    const answer = await fetch(`${generous.base}${path}`, { method: 'POST', headers, body: '{}' });
    await answer.body?.cancel();
    return answer.status === 429;
  };
  const isRefused = [];
  for (let turn = 1; turn <= 7; turn += 1) isRefused.push(await ask());
  // Three a minute, times two.
  expect(isRefused).toEqual([false, false, false, false, false, false, true]);
});
