import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { logIn, mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const PASSWORD = 'a long password';
const NEXT = 'quite another password';
const newAddress = () => `host-${randomUUID()}@example.com`;

const askForReset = async (email: string) => {
  await openSession(api.base).json('POST', '/api/auth/request-password-reset', { email });
  return mailedToken(api.mailbox, email, /set a new password/i);
};

const reset = async (token: string, newPassword = NEXT) =>
  (await openSession(api.base).request('POST', '/api/auth/reset-password', { newPassword, token })).status;

test('a forgotten password: the mailed link sets a new one, once, and ends every session', async () => {
  const email = newAddress();
  const before = await signUp(api.base, { email, password: PASSWORD });
  const token = await askForReset(email);
  expect(await reset(token, 'password1')).toBe(422);
  const answers = await Promise.all([reset(token), reset(token)]);
  expect(answers.toSorted((one, other) => one - other)).toEqual([204, 410]);
  expect((await before.request('GET', '/api/v1/me')).status).toBe(401);
  await expect(logIn(api.base, { email, password: PASSWORD })).rejects.toMatchObject({ status: 401 });
  await logIn(api.base, { email, password: NEXT });
});

test('a password is changed by who knows it; other sessions end', async () => {
  const email = newAddress();
  const here = await signUp(api.base, { email, password: PASSWORD });
  const elsewhere = await logIn(api.base, { email, password: PASSWORD });
  const change = async (currentPassword: string, newPassword = NEXT) => {
    const answer = await here.request('POST', '/api/auth/change-password', { currentPassword, newPassword });
    return [answer.status, answer.status === 204 ? null : await answer.json()];
  };
  expect(await change('not this one')).toMatchObject([422, { errors: [{ pointer: '/currentPassword' }] }]);
  expect(await change(PASSWORD, email)).toMatchObject([422, { errors: [{ pointer: '/newPassword' }] }]);
  expect(await change(PASSWORD)).toEqual([204, null]);
  expect(await here.json('GET', '/api/v1/me')).toMatchObject({ email });
  expect((await elsewhere.request('GET', '/api/v1/me')).status).toBe(401);
});

const askForLinks = async (email: string) => {
  const [first, second] = [await askForReset(email), await askForReset(email)];
  await openSession(api.base).json('POST', '/api/auth/sign-in/magic-link', { email });
  return { first, second, login: await mailedToken(api.mailbox, email, /log in/i) };
};

const logsIn = async (token: string) =>
  (await openSession(api.base).request('POST', '/api/auth/magic-link/verify', { token })).ok;

const toldOf = (email: string) =>
  api.sent.filter(({ to, subject }) => to.address === email && subject.includes('was changed'));

test('a reset ends every link mailed before, and the owner is told', async () => {
  const { email } = await signUp(api.base, { password: PASSWORD });
  const { first, second, login } = await askForLinks(email);
  expect(await reset(first)).toBe(204);
  expect([await reset(second), await logsIn(login)]).toEqual([410, false]);
  expect(toldOf(email)).toHaveLength(1);
});

test('a change of the password ends every link mailed before, and the owner is told', async () => {
  const host = await signUp(api.base, { password: PASSWORD });
  const { first, login } = await askForLinks(host.email);
  const change = (currentPassword: string) =>
    host.request('POST', '/api/auth/change-password', { currentPassword, newPassword: NEXT });
  expect((await change('not this one')).status).toBe(422);
  expect(toldOf(host.email)).toEqual([]);
  expect((await change(PASSWORD)).status).toBe(204);
  expect([await reset(first), await logsIn(login)]).toEqual([410, false]);
  expect(toldOf(host.email)).toHaveLength(1);
});
