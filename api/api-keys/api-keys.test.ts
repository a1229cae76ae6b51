import { describe, expect, test } from 'vitest';
import type { ApiKeyMade } from '#api/openapi/client/types.ts';
import { ApiKey } from '#db/entities/api-key.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { operations } from '../operations.ts';
import type { ApiKeyView } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Ann' });
const other = await signUp(api.base, { name: 'Bob' });

const make = (owner: HostClient, wanted: object = {}) =>
  owner.json<ApiKeyMade>('POST', '/api/v1/api-keys', { name: 'Website', scope: 'write', ...wanted });
const list = (owner: HostClient) => owner.json<{ items: ApiKeyView[] }>('GET', '/api/v1/api-keys');

async function ask(key: string, method: string, path: string, body?: object) {
  const headers = { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(api.base + path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

const [mine, readOnly, theirs] = [await make(host), await make(host, { scope: 'read' }), await make(other)];

test('a key is told once, stored as a hash, and its owner hears of it', async () => {
  const owner = await signUp(api.base);
  const made = await make(owner, { name: ' Our  site ', expiresAt: '2999-01-01T01:00:00+01:00' });
  expect(made).toMatchObject({
    name: 'Our  site',
    scope: 'write',
    lastUsedAt: null,
    expiresAt: '2999-01-01T00:00:00.000Z',
  });
  expect(made.key).toMatch(/^insytical_[\w-]{43}$/);
  expect(made.key.startsWith(made.prefix)).toBe(true);
  const { key: _key, ...shown } = made;
  expect(await list(owner)).toEqual({ items: [shown], nextCursor: null });
  const [row] = await api.orm.em.fork().find(ApiKey, { id: made.id });
  expect(JSON.stringify(row)).not.toContain(made.key);
  const mails = api.sent.filter(({ to }) => to.address === owner.email).map(({ subject }) => subject);
  expect(mails).toEqual(['An API key was created']);
  const exported = await owner.json<{ account: { apiKeys: object[] } }>('POST', '/api/v1/me/export', {});
  expect(exported.account.apiKeys).toMatchObject([{ name: 'Our  site' }]);
  expect(JSON.stringify(exported)).not.toContain(row?.hash);
});

test('a program does with it what its host does', async () => {
  const body = {
    slug: 'by-key',
    title: 'By key',
    durationMinutes: 30,
    location: { kind: 'phone', value: '+49 30 1234567' },
    published: true,
  };
  const made = await ask(mine.key, 'POST', '/api/v1/event-types', body);
  expect(made).toMatchObject({ status: 201, body: { slug: 'by-key' } });
  await host.alwaysOpen();
  const guest = newGuest(api.base);
  const page = { handle: host.handle, slug: 'by-key' };
  const [startsAt = ''] = await guest.freeTimes(
    page,
    new Date(Date.now() + 86_400_000),
    new Date(Date.now() + 3 * 86_400_000),
  );
  const { id } = await guest.book(page, startsAt);
  expect(await ask(mine.key, 'POST', `/api/v1/bookings/${id}/cancel`, {})).toMatchObject({
    status: 200,
    body: { status: 'cancelled' },
  });
  const used = (await list(host)).items.find((item) => item.id === mine.id);
  expect(Date.parse(used?.lastUsedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
});

const idOf = (path: string) =>
  path.replaceAll(':id', mine.id).replaceAll(':deliveryId', mine.id).replaceAll(':provider', 'zoom');
const protectedOnes = operations.filter(({ access }) => access !== 'open');

describe.each(protectedOnes)('$method $path', ({ method, path, access }) => {
  const asked = (key: string) =>
    ask(key, method.toUpperCase(), idOf(path), method === 'get' || method === 'delete' ? undefined : {});

  test('is closed to keys that do not work', async () => {
    expect(await asked(`${mine.key.slice(0, -1)}~`)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  test('takes keys as far as it should', async () => {
    const { code = '' } = (await asked(readOnly.key)).body as { code?: string };
    const taken = access === 'session' ? /^session_required$/ : /^(|not_found|validation_failed|invalid_transition)$/;
    expect(code).toMatch(method === 'get' ? taken : /^read_only_key$/);
  });
});

const inPerson = operations.filter(({ access }) => access === 'session');

test.each(inPerson)('$method $path takes no key at all', async ({ method, path }) => {
  const body = method === 'get' || method === 'delete' ? undefined : {};
  expect(await ask(mine.key, method.toUpperCase(), idOf(path), body)).toMatchObject({
    status: 403,
    body: { code: 'session_required' },
  });
});

test('a key of another host finds nothing', async () => {
  const { id } = await host.offer('phone');
  for (const [method, body] of [['GET'], ['PATCH', { title: 'Mine' }], ['DELETE']] as const)
    expect(await ask(theirs.key, method, `/api/v1/event-types/${id}`, body)).toMatchObject({ status: 404 });
  expect((await ask(theirs.key, 'GET', '/api/v1/bookings')).body).toEqual({ items: [], nextCursor: null });
  expect((await other.request('DELETE', `/api/v1/api-keys/${mine.id}`)).status).toBe(404);
});

const works = async ({ key }: ApiKeyMade) => (await ask(key, 'GET', '/api/v1/me')).status;

test('it ends when it is deleted, when its time is over, and with the account', async () => {
  const owner = await signUp(api.base);
  const [deleted, over, last] = [
    await make(owner),
    await make(owner, { expiresAt: '2999-01-01T00:00:00Z' }),
    await make(owner),
  ];
  expect([await works(deleted), await works(over), await works(last)]).toEqual([200, 200, 200]);
  expect((await owner.request('DELETE', `/api/v1/api-keys/${deleted.id}`)).status).toBe(204);
  await api.orm.em.fork().nativeUpdate(ApiKey, { id: over.id }, { expiresAt: new Date(Date.now() - 1) });
  expect([await works(deleted), await works(over)]).toEqual([401, 401]);
  await owner.json('DELETE', '/api/v1/me', {});
  expect(await works(last)).toBe(401);
});

test.each([
  ['/name', { name: '  ' }],
  ['/scope', { scope: 'admin' }],
  ['/expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }],
  ['/expiresAt', { expiresAt: 'soon' }],
])('%s is looked at', async (pointer, wanted) => {
  const answer = await host.request('POST', '/api/v1/api-keys', { name: 'Key', scope: 'read', ...wanted });
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
});

test('a host has twenty at most, however many are asked for at once', async () => {
  const owner = await signUp(api.base);
  const asked = Array.from({ length: 25 }, () =>
    owner.request('POST', '/api/v1/api-keys', { name: 'Key', scope: 'read' }),
  );
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(20);
});
