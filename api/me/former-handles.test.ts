import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { deleteHost } from '#commands/privacy/delete-host.ts';
import { FormerHandle } from '#db/entities/former-handle.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { PublicEventType } from '../guest/schema.ts';
import type { Me } from './schema.ts';

const api = await startApi();
const [ann, bob] = [await signUp(api.base, { name: 'Ann' }), await signUp(api.base, { name: 'Bob' })];
await ann.alwaysOpen();
const type = await ann.offer('phone');

const newHandle = () => `ann-${randomUUID().slice(0, 8)}`;
const rename = async (host: typeof ann, handle: string) => {
  const answer = await host.request('PATCH', '/api/v1/me', { handle });
  await answer.body?.cancel();
  return answer.status;
};
const open = (path: string, init: RequestInit = {}) => fetch(`${api.base}${path}`, { redirect: 'manual', ...init });
const setKeptUntil = (handle: string, keptUntil: Date) =>
  api.orm.em.fork().nativeUpdate(FormerHandle, { handle }, { keptUntil });

/** Renames Ann; returns the handle she had and the one she has. */
async function renamed() {
  await api.orm.em.fork().nativeDelete(FormerHandle, {});
  const { handle: before } = await ann.json<Me>('GET', '/api/v1/me');
  const now = newHandle();
  expect(await rename(ann, now)).toBe(200);
  return { before, now };
}

test.each([
  ['', ''],
  ['', '?tz=Europe%2FBerlin'],
  [`/${type.slug}`, '?tz=Asia%2FTokyo&slot=2026-12-01T09%3A00%3A00.000Z'],
])('a page under a former handle leads to the present one: %s%s', async (path, query) => {
  const { before, now } = await renamed();
  const answer = await open(`/${before}${path}${query}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `/${now}${path}${query}`]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  await answer.body?.cancel();
});

test('a form that was open before the rename is sent again to the present address', async () => {
  const { before, now } = await renamed();
  const body = new URLSearchParams({ name: 'Sam' });
  const answer = await open(`/${before}/${type.slug}`, { method: 'POST', body });
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `/${now}/${type.slug}`]);
  await answer.body?.cancel();
});

test('the API answers under a former handle, and books', async () => {
  const { before, now } = await renamed();
  const guest = newGuest(api.base);
  const shown = await guest.json<PublicEventType>('GET', `/api/v1/public/${before}/${type.slug}`);
  expect(shown.host.handle).toBe(now);
  const page = { handle: before, slug: type.slug };
  const tomorrow = new Date(Date.now() + 86_400_000);
  const [free = ''] = await guest.freeTimes(page, tomorrow, new Date(tomorrow.getTime() + 86_400_000));
  expect((await guest.book(page, free)).host.handle).toBe(now);
});

test('no other host can take a former handle for 90 days; then it is free, and leads nowhere', async () => {
  const { before } = await renamed();
  expect(await rename(bob, before)).toBe(422);
  const [kept] = await api.orm.em.fork().find(FormerHandle, { handle: before });
  expect((kept?.keptUntil.getTime() ?? 0) - Date.now()).toBeGreaterThan(89.9 * 86_400_000);
  await setKeptUntil(before, new Date());
  expect((await open(`/${before}`)).status).toBe(404);
  expect(await rename(bob, before)).toBe(200);
  expect((await open(`/${before}`)).status).toBe(200);
});

test('who signs up is not given a former handle', async () => {
  const { before } = await renamed();
  const session = openSession(api.base);
  const person = { name: before, email: `${randomUUID()}@example.com`, password: randomUUID() };
  await session.json('POST', '/api/auth/sign-up/email', person);
  expect((await session.json<Me>('GET', '/api/v1/me')).handle).toMatch(new RegExp(`^${before}-\\d+$`));
});

test('a host goes back to a former handle, and keeps five of them at most', async () => {
  const { before, now } = await renamed();
  expect(await rename(ann, before)).toBe(200);
  expect((await open(`/${before}`)).status).toBe(200);
  expect((await open(`/${now}`)).headers.get('location')).toBe(`/${before}`);
  const statuses = await Promise.all(Array.from({ length: 8 }, () => rename(ann, newHandle())));
  expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 200, 200, 200, 422, 422, 422, 422]);
  expect(await rename(ann, now)).toBe(200);
});

test('given up and wanted at the same moment, a handle stays with its host', async () => {
  for (let round = 1; round <= 5; round += 1) {
    await api.orm.em.fork().nativeDelete(FormerHandle, {});
    const { handle } = await ann.json<Me>('GET', '/api/v1/me');
    expect(await Promise.all([rename(ann, newHandle()), rename(bob, handle)])).toEqual([200, 422]);
  }
});

test('an account’s deletion frees its former handles', async () => {
  const { before } = await renamed();
  const { id } = await ann.json<Me>('GET', '/api/v1/me');
  await deleteHost(api, { hostId: id });
  expect((await open(`/${before}`)).status).toBe(404);
  expect(await rename(bob, before)).toBe(200);
});
