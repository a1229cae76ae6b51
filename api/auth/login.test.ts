import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Me } from '../me/schema.ts';

const api = await startApi();
const PASSWORD = 'a long password';

const newAddress = () => `host-${randomUUID()}@example.com`;

test('log out ends the session, log in begins another', async () => {
  const email = newAddress();
  const session = await signUp(api.base, { email, password: PASSWORD });
  await session.json('POST', '/api/auth/sign-out', {});
  expect((await session.request('GET', '/api/v1/me')).status).toBe(401);
  await session.json('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
  expect(await session.json('GET', '/api/v1/me')).toMatchObject({ email });
});

test('a wrong password and an unknown address are refused alike', async () => {
  const email = newAddress();
  await signUp(api.base, { email, password: PASSWORD });
  const refusals = await Promise.all(
    [email, newAddress()].map(async (address) => {
      const answer = await openSession(api.base).request('POST', '/api/auth/sign-in/email', {
        email: address,
        password: 'another password',
      });
      return [answer.status, await answer.json()];
    }),
  );
  expect(refusals[0]).toEqual(refusals[1]);
  expect(refusals[0]?.[0]).toBe(401);
});

test('a mailed link logs in once', async () => {
  const email = newAddress();
  await signUp(api.base, { email, password: PASSWORD });
  await openSession(api.base).json('POST', '/api/auth/sign-in/magic-link', { email, callbackURL: '/bookings' });
  const mail = api.sent.find(({ to }) => to.address === email);
  const link = /Log in:\s(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(link.startsWith(`${api.base}/api/auth/magic-link/verify?`)).toBe(true);

  const session = openSession(api.base);
  const first = await session.request('GET', link.slice(api.base.length));
  expect([first.status, first.headers.get('location')]).toEqual([302, `${api.base}/bookings`]);
  expect(await session.json('GET', '/api/v1/me')).toMatchObject({ email });

  const again = openSession(api.base);
  await again.request('GET', link.slice(api.base.length));
  expect((await again.request('GET', '/api/v1/me')).status).toBe(401);
});

test('the session’s cookie is kept from scripts and from other sites', async () => {
  const answer = await openSession(api.base).request('POST', '/api/auth/sign-up/email', {
    name: 'Cookie',
    email: newAddress(),
    password: PASSWORD,
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toMatch(/Path=\//);
});

test('a host changes name, handle and zone; a taken handle is refused', async () => {
  const [ann, bob] = [await signUp(api.base), await signUp(api.base)];
  const handle = `ann-${randomUUID().slice(0, 8)}`;
  const changed = await ann.json<Me>('PATCH', '/api/v1/me', {
    name: 'Ann',
    handle,
    timeZone: 'Europe/Paris',
    onProviderMove: 'tell',
  });
  expect(changed).toMatchObject({ name: 'Ann', handle, timeZone: 'Europe/Paris', onProviderMove: 'tell' });
  const taken = await bob.request('PATCH', '/api/v1/me', { handle });
  expect([taken.status, await taken.json()]).toMatchObject([422, { errors: [{ pointer: '/handle' }] }]);
});

test.each([
  ['name', 'two\nlines'],
  ['handle', 'Upper'],
  ['handle', 'ab'],
  ['timeZone', '+01:00'],
  ['onProviderDelete', 'ignore'],
])('%s cannot be %j', async (field, value) => {
  const host = await signUp(api.base);
  const answer = await host.request('PATCH', '/api/v1/me', { [field]: value });
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: `/${field}` }] }]);
});

test('a body that the login cannot store is refused, not failed', async () => {
  for (const name of ['a\u0000b', 'a\ud83d']) {
    const body = { name, email: newAddress(), password: PASSWORD };
    expect((await openSession(api.base).request('POST', '/api/auth/sign-up/email', body)).status).toBe(422);
  }
  const noJson = await fetch(`${api.base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(noJson.status).toBe(400);
  await noJson.body?.cancel();
});

test('nobody’s mailbox is filled with login links, from however many addresses', async () => {
  const strict = await startApi({ environment: { RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '1' } });
  const ask = async (turn: number) => {
    const headers = { 'X-Forwarded-For': `203.0.113.${turn}` };
    const body = { email: `Ann+${turn}@example.com`, callbackURL: '/bookings' };
    return (await openSession(strict.base).request('POST', '/api/auth/sign-in/magic-link', body, headers)).status;
  };
  for (let turn = 1; turn <= 20; turn += 1) expect(await ask(turn)).toBe(200);
  expect(await ask(21)).toBe(429);
});
