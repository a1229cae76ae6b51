import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { patiently } from '#dev/clients/patiently.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Me } from '../me/schema.ts';
import type { Schedule } from '../schedules/schema.ts';

const api = await startApi({ environment: { TRUSTED_PROXIES: '1' } });
const newAddress = () => `host-${randomUUID()}@example.com`;

test('a finished sign-up logs in, with a free handle, the browser’s zone and office hours', async () => {
  const email = newAddress();
  const session = await signUp(api.base, { name: 'Zoë Ångström', email, timeZone: 'Asia/Kolkata' });
  expect(await session.json<Me>('GET', '/api/v1/me')).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    email,
    name: 'Zoë Ångström',
    handle: 'zoe-angstrom',
    timeZone: 'Asia/Kolkata',
    locale: 'en-GB',
    hourCycle: 'h23',
    weekStart: 1,
    writingChosen: [],
    guestLanguage: null,
    maxPerDay: null,
    maxPerWeek: null,
    maxPerMonth: null,
    trips: [],
    holidays: null,
    onProviderDelete: 'cancel',
    onProviderMove: 'reschedule',
    firstSteps: { done: [], hidden: false },
    embedSites: [],
    bio: '',
    showsLoginEmail: false,
    contactEmail: null,
    welcome: '',
    accentColour: null,
    photo: null,
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
  const handles = Array.from({ length: 8 }, (_, turn) =>
    // Of one network some would be asked to come again, and where hashing takes long any may be: then under another
    // address, since an answer that came too late may have made the account.
    patiently(async () => {
      const session = openSession(api.base);
      const person = { name, email: newAddress(), password: randomUUID() };
      await session.json('POST', '/api/auth/sign-up/email', person, { 'X-Forwarded-For': `203.0.113.${turn}` });
      return (await session.json<Me>('GET', '/api/v1/me')).handle;
    }),
  );
  expect(new Set(await Promise.all(handles)).size).toBe(8);
});

test.each([
  ['山田 太郎', 'taro.yamada+work', 'taro-yamada'],
  ['Анна', 'a', 'host'],
  ['Jo', 'jo.smith', 'jo-smith'],
])('the handle of %s at %s@… begins with %s', async (name, local, begin) => {
  const email = `${local}@${randomUUID()}.example.com`;
  expect((await signUp(api.base, { name, email })).handle).toMatch(new RegExp(`^${begin}(-\\d+)?$`));
});

test('no host gets the name of one of our pages as a handle', async () => {
  const host = await signUp(api.base, { name: 'Login' });
  expect(host.handle).not.toBe('login');
  const answer = await host.request('PATCH', '/api/v1/me', { handle: 'bookings' });
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: '/handle' }] }]);
});

test('a name of several lines is refused', async () => {
  await expect(signUp(api.base, { name: 'Ann\r\nBcc: all@example.org' })).rejects.toMatchObject({ status: 422 });
});
