import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const PASSWORD = 'a long password';
const newAddress = () => `host-${randomUUID()}@example.com`;

test('a forgotten password: the mailed link sets a new one, once, and ends every session', async () => {
  const email = newAddress();
  const before = await signUp(api.base, { email, password: PASSWORD });
  const redirectTo = '/login?mode=new-password';
  await openSession(api.base).json('POST', '/api/auth/request-password-reset', { email, redirectTo });
  const mail = api.sent.find(({ to, subject }) => to.address === email && subject.includes('password'));
  const link = /Set a new password:\s(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(link.startsWith(`${api.base}/api/auth/reset-password/`)).toBe(true);
  const followed = await openSession(api.base).request('GET', link.slice(api.base.length));
  const landed = new URL(followed.headers.get('location') ?? '');
  expect([followed.status, landed.pathname, landed.searchParams.get('mode')]).toEqual([302, '/login', 'new-password']);

  const body = { newPassword: 'quite another password', token: landed.searchParams.get('token') };
  const answers = [1, 2].map(() => openSession(api.base).request('POST', '/api/auth/reset-password', body));
  expect((await Promise.all(answers)).map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 400,
  ]);
  expect((await before.request('GET', '/api/v1/me')).status).toBe(401);
  const logIn = async (password: string) =>
    (await openSession(api.base).request('POST', '/api/auth/sign-in/email', { email, password })).status;
  expect([await logIn(PASSWORD), await logIn('quite another password')]).toEqual([401, 200]);
});

test('who asks for a new password is not told whether there is an account', async () => {
  const email = newAddress();
  await signUp(api.base, { email });
  const ask = async (address: string) => {
    const answer = await openSession(api.base).request('POST', '/api/auth/request-password-reset', { email: address });
    return [answer.status, await answer.json()];
  };
  expect(await ask(email)).toEqual(await ask(newAddress()));
});

test('a password is changed by who knows it; other sessions end', async () => {
  const email = newAddress();
  const here = await signUp(api.base, { email, password: PASSWORD });
  const elsewhere = openSession(api.base);
  await elsewhere.json('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
  const change = (currentPassword: string) =>
    here.request('POST', '/api/auth/change-password', {
      currentPassword,
      newPassword: 'quite another password',
      revokeOtherSessions: true,
    });
  expect((await change('not this one')).status).toBe(400);
  expect((await change(PASSWORD)).status).toBe(200);
  expect(await here.json('GET', '/api/v1/me')).toMatchObject({ email });
  expect((await elsewhere.request('GET', '/api/v1/me')).status).toBe(401);
});

/** The tokens of every link mailed to an address, in order. */
const tokensTo = (email: string) =>
  api.sent
    .filter(({ to }) => to.address === email)
    .map(({ text }) => /(?:reset-password\/|verify\?token=)(\w{20,})/.exec(text)?.[1] ?? '');

const askForLinks = async (email: string) => {
  const stranger = openSession(api.base);
  await stranger.json('POST', '/api/auth/request-password-reset', { email });
  await stranger.json('POST', '/api/auth/request-password-reset', { email });
  await stranger.json('POST', '/api/auth/sign-in/magic-link', { email });
  return tokensTo(email);
};

const setPassword = async (token: string | undefined) => {
  const body = { newPassword: 'quite another password', token };
  return (await openSession(api.base).request('POST', '/api/auth/reset-password', body)).status;
};

async function logsIn(token: string | undefined): Promise<boolean> {
  const session = openSession(api.base);
  await session.request('GET', `/api/auth/magic-link/verify?token=${token}&callbackURL=%2F`);
  return (await session.request('GET', '/api/v1/me')).ok;
}

const toldOf = (email: string) =>
  api.sent.filter(({ to, subject }) => to.address === email && subject.includes('was changed'));

test('a reset ends every link mailed before, and the owner is told', async () => {
  const email = newAddress();
  await signUp(api.base, { email, password: PASSWORD });
  const [used, other, login] = await askForLinks(email);
  expect(await setPassword(used)).toBe(200);
  expect([await setPassword(other), await logsIn(login)]).toEqual([400, false]);
  expect(toldOf(email)).toHaveLength(1);
});

test('a change of the password ends every link mailed before, and the owner is told', async () => {
  const email = newAddress();
  const host = await signUp(api.base, { email, password: PASSWORD });
  const [reset, , login] = await askForLinks(email);
  const change = (currentPassword: string) =>
    host.request('POST', '/api/auth/change-password', { currentPassword, newPassword: 'quite another password' });
  expect((await change('not this one')).status).toBe(400);
  expect(toldOf(email)).toEqual([]);
  expect((await change(PASSWORD)).status).toBe(200);
  expect([await setPassword(reset), await logsIn(login)]).toEqual([400, false]);
  expect(toldOf(email)).toHaveLength(1);
});
