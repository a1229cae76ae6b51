import { randomInt, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { mailboxOf } from '#domain/mailbox.ts';
import { openLimitPool } from './open-deps.ts';
import { createRateLimits } from './rate-limits.ts';

// A tenth. In a minute: 12 attempts to book, 30 writes and 120 reads of one network. In an hour: 3 bookings of a mailbox,
// 60 of a host, of which one network makes 1 and 12; 2 login mails to a mailbox, of which one network causes 1.
const api = await startApi({ environment: { RATE_LIMIT_SCALE: '0.1', TRUSTED_PROXIES: '1' } });
const host = await makeHost(api);
const { slug } = await makeEventType(api, host, { slotIntervalMinutes: 30 });
const page = { handle: host.handle, slug };
const everyTime = await newGuest(api.base).freeTimes(page, new Date(), new Date(Date.now() + 5 * 86_400_000));
const free = [...everyTime];

let household = 0;
/** An address that no other test of this file uses. */
const newAddress = () => `203.0.113.${(household += 1)}`;

interface Who {
  readonly from?: string;
  readonly email?: string;
  readonly startsAt?: string | undefined;
  readonly key?: string;
}

const newMailbox = () => `${randomUUID()}@example.org`;
const nextFree = () => free.shift() ?? 'no more free times';
/** Between the half hours that are offered. */
const neverOffered = () => (free[0] ?? '').replace(':00.', ':01.');

async function book({ from = newAddress(), email = newMailbox(), startsAt = nextFree(), key }: Who = {}) {
  const body = { startsAt, guest: { name: 'Sam', email, timeZone: 'UTC' } };
  const path = `/api/v1/public/${page.handle}/${page.slug}/bookings`;
  const headers = { 'X-Forwarded-For': from, ...(key === undefined ? {} : { 'Idempotency-Key': key }) };
  return said(await newGuest(api.base).request('POST', path, body, headers));
}

/** A page without a booking. */
async function newPage() {
  const owner = await makeHost(api);
  const type = await makeEventType(api, owner, { slotIntervalMinutes: 30 });
  Object.assign(page, { handle: owner.handle, slug: type.slug });
  free.splice(0, Infinity, ...everyTime);
}

async function said(answer: Response) {
  const { code } = (await answer.json()) as { code?: string };
  return [answer.status, code ?? 'fine', Number(answer.headers.get('retry-after')) > 0] as const;
}

const FINE = [201, 'fine', false];
const NOT_OFFERED = [409, 'slot_unavailable', false];
const TOO_MANY = [429, 'rate_limited', true];

test('one network may ask a limited number of times; its neighbours are not affected', async () => {
  const from = newAddress();
  const ask = () => book({ from, startsAt: neverOffered() });
  for (let turn = 1; turn <= 12; turn += 1) expect(await ask()).toEqual(NOT_OFFERED);
  // The second refusal comes from memory.
  for (let turn = 1; turn <= 3; turn += 1) expect(await ask()).toEqual(TOO_MANY);
  expect(await book()).toEqual(FINE);
});

test('attempts that book nothing close no host’s page', async () => {
  await newPage();
  for (let turn = 1; turn <= 61; turn += 1) expect(await book({ startsAt: neverOffered() })).toEqual(NOT_OFFERED);
  expect(await book()).toEqual(FINE);
});

test('attempts that book nothing, and answers told again, lock no mailbox', async () => {
  await newPage();
  const email = newMailbox();
  for (let turn = 1; turn <= 4; turn += 1) expect(await book({ email, startsAt: neverOffered() })).toEqual(NOT_OFFERED);
  const once = { email, key: randomUUID(), startsAt: nextFree() };
  for (let turn = 1; turn <= 4; turn += 1) expect(await book(once)).toEqual(FINE);
  expect(await book({ startsAt: once.startsAt })).toEqual([409, 'slot_taken', false]);
  for (let turn = 2; turn <= 3; turn += 1) expect(await book({ email })).toEqual(FINE);
  expect(await book({ email })).toEqual(TOO_MANY);
});

test.each([
  ['IPv4', () => '198.51.100.7'],
  ['IPv6', () => `2001:db8:0:7::${randomInt(1, 0xffff).toString(16)}`],
])('one %s network has a share of a host’s page; its neighbours are not affected', async (_kind, neighbour) => {
  await newPage();
  for (let turn = 1; turn <= 12; turn += 1) expect(await book({ from: neighbour() })).toEqual(FINE);
  // As a minute later.
  await api.orm.em.fork().execute(`delete from rate_limits where key like 'bookingByAddress:%'`);
  expect(await book({ from: neighbour() })).toEqual(TOO_MANY);
  expect(await book()).toEqual(FINE);
});

test('one network has a share of a mailbox; its owner books from another one', async () => {
  await newPage();
  const email = newMailbox();
  const from = newAddress();
  expect(await book({ email, from })).toEqual(FINE);
  for (let turn = 1; turn <= 3; turn += 1) expect(await book({ email, from })).toEqual(TOO_MANY);
  for (let turn = 2; turn <= 3; turn += 1) expect(await book({ email })).toEqual(FINE);
});

test('one mailbox books so much and no more, from wherever and however it is spelled', async () => {
  const spellings = ['ann@example.org', 'Ann@Example.org', 'ann+b@example.org', 'ANN+c@example.org'];
  const answers = [];
  for (const email of spellings) answers.push(await book({ email }));
  expect(answers).toEqual([FINE, FINE, FINE, TOO_MANY]);
  expect(await book({ email: 'anna@example.org' })).toEqual(FINE);
});

test('one host is booked so often and no more; others are not meant', async () => {
  await newPage();
  for (let turn = 1; turn <= 60; turn += 1) expect(await book()).toEqual(FINE);
  expect(await book()).toEqual(TOO_MANY);
  await newPage();
  expect(await book()).toEqual(FINE);
});

async function askForMail(path: string, email: string, from = newAddress()) {
  const headers = { 'X-Forwarded-For': from };
  const answer = await newGuest(api.base).request('POST', `/api/auth/${path}`, { email }, headers);
  await answer.body?.cancel();
  return answer.status;
}
const mailsTo = (email: string) => api.sent.filter(({ to }) => to.address === email).length;

test('a booking is moved and mailed about so often and no more, by its host and by its guest; others are not meant', async () => {
  const owner = await signUp(api.base);
  await owner.alwaysOpen();
  const { slug: own } = await owner.offer('phone', { slotIntervalMinutes: 30 });
  const guest = newGuest(api.base);
  const times = everyTime.slice(48);
  const bookOne = (booker: typeof guest) => booker.book({ handle: owner.handle, slug: own }, times.shift() ?? '');
  const ofHost = async (id: string, method: 'POST' | 'PUT', action: string, body: object = {}) =>
    (await said(await owner.request(method, `/api/v1/bookings/${id}/${action}`, body)))[0];
  const [booking, other] = [await bookOne(guest), await bookOne(newGuest(api.base))];
  expect(await ofHost(booking.id, 'POST', 'reschedule', { startsAt: times.shift() })).toBe(200);
  expect(await ofHost(booking.id, 'PUT', 'link', { url: 'https://meet.example/1' })).toBe(200);
  expect(await ofHost(booking.id, 'PUT', 'link', { url: 'https://meet.example/2' })).toBe(429);
  expect(await ofHost(booking.id, 'POST', 'reschedule', { startsAt: times.shift() })).toBe(429);
  expect(await ofHost(booking.id, 'POST', 'resend')).toBe(429);
  expect(await ofHost(other.id, 'POST', 'resend')).toBe(200);
  const move = async () =>
    said(
      await guest.request('POST', `/api/v1/public/bookings/${booking.token}/reschedule`, { startsAt: times.shift() }),
    );
  for (let turn = 1; turn <= 2; turn += 1) expect((await move())[0]).toBe(200);
  expect(await move()).toEqual(TOO_MANY);
});

const makeLink = async (owner: HostClient, eventTypeId: string) =>
  said(
    await owner.request('POST', `/api/v1/event-types/${eventTypeId}/links`, {}, { 'X-Forwarded-For': newAddress() }),
  );

test('a host makes so many booking links and no more, of whichever event type', async () => {
  const owner = await signUp(api.base);
  const { id } = await owner.offer('phone');
  for (let turn = 1; turn <= 30; turn += 1) expect(await makeLink(owner, id)).toEqual(FINE);
  expect(await makeLink(owner, id)).toEqual(TOO_MANY);
  expect(await makeLink(owner, (await owner.offer('phone')).id)).toEqual(TOO_MANY);
});

test('requests for a new password use up no login mails', async () => {
  const { email } = await makeHost(api);
  for (let turn = 1; turn <= 4; turn += 1) await askForMail('request-password-reset', email);
  expect(mailsTo(email)).toBe(2);
  for (let turn = 1; turn <= 2; turn += 1) expect(await askForMail('sign-in/magic-link', email)).toBe(204);
  expect(mailsTo(email)).toBe(4);
});

test('one network causes a share of the login mails to a mailbox', async () => {
  const { email } = await makeHost(api);
  const from = newAddress();
  expect(await askForMail('sign-in/magic-link', email, from)).toBe(204);
  for (let turn = 1; turn <= 4; turn += 1) expect(await askForMail('sign-in/magic-link', email, from)).toBe(429);
  expect(await askForMail('sign-in/magic-link', email)).toBe(204);
});

test('one address reads so much and no more', async () => {
  const headers = { 'X-Forwarded-For': newAddress() };
  const read = async () => said(await fetch(`${api.base}/api/v1/public/${host.handle}`, { headers }));
  const answers = [];
  for (let round = 0; round < 5; round += 1) answers.push(...(await Promise.all(Array.from({ length: 25 }, read))));
  expect(answers.filter(([status]) => status === 200)).toHaveLength(120);
  expect(answers.filter(([status]) => status !== 200)).toEqual(Array.from({ length: 5 }, () => TOO_MANY));
});

test('a mailbox counts as one in every spelling', () => {
  expect(mailboxOf('Ann+zoom@Example.org')).toBe('ann@example.org');
});

test('what cannot be counted is refused', async () => {
  const pool = openLimitPool('postgres://nobody@127.0.0.1:1/none');
  const refused = createRateLimits(pool, 1).spend('write', 'one caller');
  await expect(refused).rejects.toMatchObject({ code: 'unavailable', facts: { retryAfterSeconds: 2 } });
  await pool.end();
});

test('the table holds no addresses', async () => {
  await book({ email: 'known@example.org' });
  const rows = await api.orm.em.fork().execute<{ key: string }[]>('select key from rate_limits');
  expect(rows.length).toBeGreaterThan(10);
  expect(JSON.stringify(rows)).not.toMatch(/@|203\.0\.113|\d+\.\d+\.\d+\.\d+/);
});
