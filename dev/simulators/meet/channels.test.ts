import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Google, newEvent, openGoogle } from './test-app.ts';

let google: Google;
let account: string;
let token: string;
let count = 0;

beforeAll(async () => {
  google = await openGoogle();
});
afterAll(() => google.close());
beforeEach(async () => {
  account = `host${++count}`;
  token = (await google.connect(account)).body.access_token;
});

const watch = (id: string, more: object = {}) =>
  google.events('POST', '/watch', {
    token,
    json: { id, type: 'web_hook', address: `${google.pushes.url}/hook`, token: `token-${id}`, ...more },
  });
const stop = (json: object) => google.call('POST', '/api/calendar/v3/channels/stop', { token, json });
const pushesOf = (id: string) => google.pushes.received.filter(({ headers }) => headers['x-goog-channel-id'] === id);
const left = async (more: object) => Number((await watch(randomUUID(), more)).body.expiration) - Date.now();
const insert = async () => (await google.events('POST', '', { token, json: newEvent() })).body.id as string;

test('a channel begins with sync and is pushed every change, without a body', async () => {
  const id = randomUUID();
  const { body } = await watch(id);
  expect(body).toMatchObject({
    kind: 'api#channel',
    id,
    resourceId: expect.any(String),
    expiration: expect.any(String),
  });
  const eventId = await insert();
  await google.sim('POST', `/meetings/${eventId}/move`, { startsAt: '2026-12-03T09:00:00Z' });
  await google.sim('DELETE', `/meetings/${eventId}`);
  await vi.waitFor(() => expect(pushesOf(id)).toHaveLength(4), 3_000);
  const pushes = pushesOf(id);
  expect(pushes.map(({ headers }) => headers['x-goog-resource-state'])).toEqual(['sync', 'exists', 'exists', 'exists']);
  const numbers = pushes.map(({ headers }) => Number(headers['x-goog-message-number']));
  expect(numbers[0]).toBe(1);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(4);
  for (const { headers, body } of pushes) {
    expect(body).toBe('');
    expect(headers['x-goog-channel-token']).toBe(`token-${id}`);
  }
});

test('an id cannot be used again, even after its channel was stopped', async () => {
  const id = randomUUID();
  const { body } = await watch(id);
  const taken = { status: 400, body: { error: { errors: [{ reason: 'channelIdNotUnique' }] } } };
  expect(await watch(id)).toMatchObject(taken);
  expect((await stop({ id, resourceId: body.resourceId })).status).toBe(204);
  expect(await watch(id)).toMatchObject(taken);
});

test('a stopped channel is silent; stopping it again, or with another resource, is not found', async () => {
  const [silent, listening] = [randomUUID(), randomUUID()];
  const { body } = await watch(silent);
  await watch(listening);
  expect((await stop({ id: silent, resourceId: 'other' })).status).toBe(404);
  await stop({ id: silent, resourceId: body.resourceId });
  expect((await stop({ id: silent, resourceId: body.resourceId })).status).toBe(404);
  await insert();
  await vi.waitFor(() => expect(pushesOf(listening)).toHaveLength(2), 3_000);
  expect(pushesOf(silent)).toHaveLength(1);
});

test('a channel lives a week at most', async () => {
  const week = 604_800_000;
  expect(await left({})).toBeGreaterThan(week - 60_000);
  expect(await left({ params: { ttl: '9999999' } })).toBeLessThanOrEqual(week);
  expect(await left({ params: { ttl: '3600' } })).toBeLessThanOrEqual(3_600_000);
  expect(await left({ expiration: Date.now() + 60_000 })).toBeLessThanOrEqual(60_000);
});

test('the address has to be https, other than this machine’s own', async () => {
  expect(await watch(randomUUID(), { address: 'http://app.example/hook' })).toMatchObject({ status: 400 });
});

test('an account without pushes gets none', async () => {
  const [id, other] = [randomUUID(), randomUUID()];
  await watch(id);
  await google.sim('POST', `/accounts/${account}/traits`, { pushes: false });
  await insert();
  await google.sim('POST', `/accounts/${account}/traits`, { pushes: true });
  await watch(other);
  await insert();
  await vi.waitFor(() => expect(pushesOf(other)).toHaveLength(2), 3_000);
  expect(pushesOf(id)).toHaveLength(2);
});
