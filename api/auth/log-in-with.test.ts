import { mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { LoginList, LoginProviderList, LoginStart } from '#api/openapi/client/types.ts';
import { mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { startSimulators } from '#dev/simulators/start.ts';
import { codeOf, turnTwoFactorOn } from '#test/fixtures/authenticator.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'logins-'));
const clients = { meet: { id: 'our-meet', secret: 'meet secret' }, teams: { id: 'our-teams', secret: 'teams secret' } };
const simulators = await startSimulators({ port: 0, dataDir, webhookUrl: 'http://127.0.0.1:9', clients });
afterAll(async () => {
  await simulators.close();
  await rm(dataDir, { recursive: true });
});
const api = await startApi({
  environment: {
    ...simulatorEnvironment(simulators.url),
    MEET_CLIENT_ID: clients.meet.id,
    MEET_CLIENT_SECRET: clients.meet.secret,
    TEAMS_CLIENT_ID: clients.teams.id,
    TEAMS_CLIENT_SECRET: clients.teams.secret,
    LOGIN_WITH: 'google, microsoft',
  },
});

const PASSWORD = 'four unrelated words here';
const newAddress = (domain = 'workspace.example') => `host-${randomUUID()}@${domain}`;
const isIn = async (session: Session) => (await session.request('GET', '/api/v1/me')).status === 200;

/** What the person does at the provider. @returns where it sends the browser */
async function consent(authorizeUrl: string, account: string, answer: 'allow' | 'deny' = 'allow'): Promise<URL> {
  const page = new URL(authorizeUrl);
  page.searchParams.set('sim_consent', answer);
  page.searchParams.set('sim_account', account);
  return new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '');
}

async function locationOf(session: Session, path: string): Promise<string> {
  const answer = await session.request('GET', path);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

const comeBack = (session: Session, { pathname, search }: URL) => locationOf(session, pathname + search);

/** @returns where the login led */
async function logInWith(session: Session, provider: string, account: string): Promise<URL> {
  const callback = await consent(
    await locationOf(session, `/api/auth/sign-in/with/${provider}?to=/user/integrations`),
    account,
  );
  return new URL(await comeBack(session, callback), api.base);
}

const finish = (session: Session, token: string, more: object = {}) =>
  session.json('POST', '/api/auth/sign-up/finish', { token, name: 'Ann Lee', timeZone: 'Europe/Berlin', ...more });

test('an address that Google hosts makes an account without a password, which it logs in to from then on', async () => {
  const email = newAddress();
  const browser = openSession(api.base);
  const landed = await logInWith(browser, 'google', email);
  expect([landed.pathname, landed.searchParams.get('mode')]).toEqual(['/login', 'finish']);
  const token = landed.searchParams.get('token') ?? '';
  expect(await browser.json('POST', '/api/auth/links/read', { kind: 'sign-up', token })).toMatchObject({
    email,
    asksPassword: false,
    name: expect.stringMatching(/^Host/),
  });
  await finish(browser, token);
  expect(await isIn(browser)).toBe(true);
  expect(api.sent.filter(({ to }) => to.address === email)).toEqual([]);

  const elsewhere = openSession(api.base);
  expect((await logInWith(elsewhere, 'google', email)).pathname).toBe('/user/integrations');
  expect(await elsewhere.json('GET', '/api/v1/me')).toMatchObject({ email, name: 'Ann Lee' });
});

test('an address that Google hosts logs in to the account it has, whose owner is told once', async () => {
  const host = await signUp(api.base, { email: newAddress() });
  for (let turn = 1; turn <= 2; turn += 1) {
    const browser = openSession(api.base);
    expect((await logInWith(browser, 'google', host.email)).pathname).toBe('/user/integrations');
    expect(await browser.json('GET', '/api/v1/me')).toMatchObject({ email: host.email });
  }
  const told = api.sent.filter(({ to, subject }) => to.address === host.email && /log in to yours/.test(subject));
  expect(told).toHaveLength(1);
});

test.each([
  ['microsoft', 'where an administrator may have written it', 'example.com'],
  ['google', 'which another person may own by now', 'elsewhere.example'],
])('an address of %s, %s, is proven by a mailed link first', async (provider, _why, domain) => {
  const host = await signUp(api.base, { email: newAddress(domain) });
  if (provider === 'google') await openSimulator(simulators.url, 'meet').describe(host.email, { workspace: false });
  const browser = openSession(api.base);
  const landed = await logInWith(browser, provider, host.email);
  expect(`${landed.pathname}${landed.search}`).toBe(`/login?mailed=${provider}`);
  expect(await isIn(browser)).toBe(false);
  const token = await mailedToken(api.mailbox, host.email, /log in/i);
  await browser.json('POST', '/api/auth/magic-link/verify', { token });
  expect(await isIn(browser)).toBe(true);

  const elsewhere = openSession(api.base);
  expect((await logInWith(elsewhere, provider, host.email)).pathname).toBe('/user/integrations');
  expect(await elsewhere.json('GET', '/api/v1/me')).toMatchObject({ email: host.email });
});

test('a new address of Microsoft makes an account by the link mailed to it', async () => {
  const email = newAddress();
  const browser = openSession(api.base);
  expect((await logInWith(browser, 'microsoft', email)).searchParams.get('mailed')).toBe('microsoft');
  await finish(browser, await mailedToken(api.mailbox, email, /create|account/i));
  const elsewhere = openSession(api.base);
  await logInWith(elsewhere, 'microsoft', email);
  expect(await elsewhere.json('GET', '/api/v1/me')).toMatchObject({ email });
});

test('where two-step verification is on, the code is asked for here too', async () => {
  const host = await signUp(api.base, { email: newAddress() });
  const { secret } = await turnTwoFactorOn(host);
  const browser = openSession(api.base);
  const landed = await logInWith(browser, 'google', host.email);
  expect(`${landed.pathname}${landed.search}`).toBe('/login?mode=code&to=%2Fuser%2Fintegrations');
  expect(await isIn(browser)).toBe(false);
  await browser.json('POST', '/api/auth/two-factor/verify', { code: codeOf(secret, 1) });
  expect(await isIn(browser)).toBe(true);
});

test('a way back works once, in the browser that began it, for the provider it began with', async () => {
  const { email } = await signUp(api.base, { email: newAddress() });
  const browser = openSession(api.base);
  const begin = () => locationOf(browser, '/api/auth/sign-in/with/google');
  const callback = await consent(await begin(), email);
  const expired = '/login?failed=login_expired&with=google';
  expect(await comeBack(openSession(api.base), callback)).toBe(expired);
  const looked = await fetch(callback, { method: 'HEAD', redirect: 'manual' });
  expect([looked.status, looked.headers.get('allow')]).toEqual([405, 'GET']);
  expect(await comeBack(browser, callback)).toBe('/bookings');
  expect(await comeBack(browser, callback)).toBe(expired);

  const older = await consent(await begin(), email);
  await begin();
  expect(await comeBack(browser, older)).toBe(expired);

  const forGoogle = await consent(await begin(), email);
  forGoogle.pathname = '/api/auth/callback/microsoft';
  expect(await comeBack(browser, forGoogle)).toBe('/login?failed=login_expired&with=microsoft');
});

test('who declines, and a provider that is away, lead to the login page, which says so', async () => {
  const browser = openSession(api.base);
  const declined = await consent(await locationOf(browser, '/api/auth/sign-in/with/google'), newAddress(), 'deny');
  expect(await comeBack(browser, declined)).toBe('/login?failed=access_denied&with=google');
  const callback = await consent(await locationOf(browser, '/api/auth/sign-in/with/google'), newAddress());
  await openSimulator(simulators.url, 'meet').fault({ operation: 'exchange', effect: 'error', status: 503 });
  expect(await comeBack(browser, callback)).toBe('/login?failed=provider_unavailable&with=google');
});

test('no other site is led to, and what is not set up is not there', async () => {
  const browser = openSession(api.base);
  expect((await browser.request('GET', '/api/auth/sign-in/with/google?to=//evil.example')).status).toBe(422);
  expect((await browser.request('GET', '/api/auth/sign-in/with/zoom')).status).toBe(404);
  expect((await browser.json<LoginProviderList>('GET', '/api/auth/login-providers')).items).toEqual([
    { id: 'google', name: 'Google' },
    { id: 'microsoft', name: 'Microsoft' },
  ]);
});

test('a host adds accounts of any address and removes them; one logs in to one host alone', async () => {
  const [ann, bob] = [await signUp(api.base), await signUp(api.base)];
  const account = newAddress('private.example');
  const add = async (host: Session, by: Session = host) => {
    const { url } = await host.json<LoginStart>('POST', '/api/v1/me/logins', { provider: 'microsoft' });
    return comeBack(by, await consent(url, account));
  };
  expect(await add(ann)).toBe('/user/account?added=microsoft');
  expect(await add(bob)).toBe('/user/account?failed=login_taken&with=microsoft');
  const browser = openSession(api.base);
  await logInWith(browser, 'microsoft', account);
  expect(await browser.json('GET', '/api/v1/me')).toMatchObject({ email: ann.email });

  const { items } = await ann.json<LoginList>('GET', '/api/v1/me/logins');
  expect(items).toMatchObject([{ provider: 'microsoft', name: 'Microsoft' }]);
  const path = `/api/v1/me/logins/${items[0]?.id}`;
  expect((await bob.request('DELETE', path)).status).toBe(404);
  await ann.json('DELETE', path);
  expect((await ann.json<LoginList>('GET', '/api/v1/me/logins')).items).toEqual([]);
  expect((await logInWith(openSession(api.base), 'microsoft', account)).searchParams.get('mailed')).toBe('microsoft');
});

test('an account is added only to the host who asked for it', async () => {
  const [ann, bob] = [await signUp(api.base), await signUp(api.base, { password: PASSWORD })];
  const { url } = await ann.json<LoginStart>('POST', '/api/v1/me/logins', { provider: 'google' });
  // Bob logs in at the same browser meanwhile.
  await ann.json('POST', '/api/auth/sign-in/email', { email: bob.email, password: PASSWORD });
  expect(await comeBack(ann, await consent(url, newAddress()))).toBe('/user/account?failed=login_expired&with=google');
  expect((await bob.json<LoginList>('GET', '/api/v1/me/logins')).items).toEqual([]);
});
