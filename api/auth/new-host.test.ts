import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Me } from '../me/schema.ts';
import type { Schedule } from '../schedules/schema.ts';

const api = await startApi();
const PASSWORD = 'a long password';
const newAddress = () => `host-${randomUUID()}@example.com`;

test('sign-up logs in at once, with a free handle, the browser’s zone and office hours', async () => {
  const session = openSession(api.base);
  const email = newAddress();
  await session.json('POST', '/api/auth/sign-up/email', {
    name: 'Zoë Ångström',
    email,
    password: PASSWORD,
    timeZone: 'Asia/Kolkata',
  });
  expect(await session.json<Me>('GET', '/api/v1/me')).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    email,
    name: 'Zoë Ångström',
    handle: 'zoe-angstrom',
    timeZone: 'Asia/Kolkata',
    onProviderDelete: 'cancel',
    onProviderMove: 'reschedule',
  });
  const { items } = await session.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  expect(items).toMatchObject([
    {
      isDefault: true,
      timeZone: 'Asia/Kolkata',
      weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      overrides: [],
    },
  ]);
});

test('a second host of the same name gets another handle; an unknown zone becomes UTC', async () => {
  const first = await signUp(api.base, { name: 'Sam Same' });
  const second = await signUp(api.base, { name: 'Sam Same', timeZone: 'Mars/Olympus' });
  expect(first.handle).toBe('sam-same');
  expect(second.handle).toMatch(/^sam-same-\d+$/);
  expect(await second.json('GET', '/api/v1/me')).toMatchObject({ timeZone: 'UTC' });
});

test('many of one name sign up at once, each with a handle', async () => {
  const name = `Kim ${randomUUID().slice(0, 8)}`;
  const hosts = await Promise.all(Array.from({ length: 8 }, () => signUp(api.base, { name })));
  expect(new Set(hosts.map(({ handle }) => handle)).size).toBe(8);
});

test.each([
  ['山田 太郎', 'taro.yamada+work', 'taro-yamada'],
  ['Анна', 'a', 'host'],
  ['Jo', 'jo.smith', 'jo-smith'],
])('the handle of %s at %s@… begins with %s', async (name, local, begin) => {
  const email = `${local}@${randomUUID()}.example.com`;
  expect((await signUp(api.base, { name, email })).handle).toMatch(new RegExp(`^${begin}(-\\d+)?$`));
});

test('nobody is called like one of our pages', async () => {
  const host = await signUp(api.base, { name: 'Login' });
  expect(host.handle).not.toBe('login');
  const answer = await host.request('PATCH', '/api/v1/me', { handle: 'bookings' });
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: '/handle' }] }]);
});

test('a name is one line, and is changed nowhere but where it is checked', async () => {
  const host = await signUp(api.base, { name: 'Ann\r\nBcc: all@example.org', timeZone: 'Asia/Kolkata' });
  expect(await host.json('GET', '/api/v1/me')).toMatchObject({ name: 'Ann Bcc: all@example.org' });
  const answer = await host.request('POST', '/api/auth/update-user', { name: 'Eve', timeZone: 'Mars/Olympus' });
  expect(answer.status).toBe(404);
  expect(await host.json('GET', '/api/v1/me')).toMatchObject({
    name: 'Ann Bcc: all@example.org',
    timeZone: 'Asia/Kolkata',
  });
});
