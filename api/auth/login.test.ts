import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { logIn, mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
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
      return [answer.status, { ...((await answer.json()) as object), instance: null }];
    }),
  );
  expect(refusals[0]).toEqual(refusals[1]);
  expect(refusals[0]?.[0]).toBe(401);
});

const askForLink = async (email: string) => {
  const browser = openSession(api.base);
  await browser.json('POST', '/api/auth/sign-in/magic-link', { email, to: '/bookings' });
  return { browser, token: await mailedToken(api.mailbox, email, /log in/i) };
};

const statusOf = async (session: Pick<Session, 'request'>) => (await session.request('GET', '/api/v1/me')).status;

test('a mailed link leads to a page of ours, which uses nothing up; the button logs in once', async () => {
  const { email } = await signUp(api.base, { password: PASSWORD });
  const { browser, token } = await askForLink(email);
  const text = api.sent.findLast(({ to }) => to.address === email)?.text;
  expect(text).toContain(`${api.base}/login?mode=link&token=${token}&to=%2Fbookings`);
  const read = (session: Session) => session.json('POST', '/api/auth/links/read', { kind: 'login', token });
  for (let turn = 1; turn <= 2; turn += 1)
    expect(await read(browser)).toMatchObject({ email, askedHere: true, asksPassword: true });
  const elsewhere = openSession(api.base);
  expect(await read(elsewhere)).toMatchObject({ email, askedHere: false });
  await elsewhere.request('GET', `/login?mode=link&token=${token}`);
  await elsewhere.request('GET', `/api/auth/magic-link/verify?token=${token}`);
  expect(await statusOf(elsewhere)).toBe(401);

  const press = (session: Session) => session.request('POST', '/api/auth/magic-link/verify', { token });
  expect((await press(browser)).status).toBe(200);
  expect(await browser.json('GET', '/api/v1/me')).toMatchObject({ email });
  const again = await press(elsewhere);
  expect([again.status, await again.json()]).toMatchObject([410, { code: 'link_expired' }]);
  expect(await statusOf(elsewhere)).toBe(401);
  // The password stays what it was.
  await logIn(api.base, { email, password: PASSWORD });
});

test('a login link for an address without an account makes none', async () => {
  const email = newAddress();
  await openSession(api.base).json('POST', '/api/auth/sign-in/magic-link', { email });
  expect(api.sent.filter(({ to }) => to.address === email).map(({ subject }) => subject)).toEqual([
    'No Insytical account uses this address',
  ]);
  const token = await mailedToken(api.mailbox, email, /no insytical account/i);
  expect((await openSession(api.base).request('POST', '/api/auth/magic-link/verify', { token })).status).toBe(410);
  const rows = await api.orm.em.fork().execute('select 1 from users where email = ?', [email]);
  expect(rows).toEqual([]);
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'bookings'])(
  'no link leads to %s',
  async (to) => {
    const body = { email: newAddress(), to };
    expect((await openSession(api.base).request('POST', '/api/auth/sign-in/magic-link', body)).status).toBe(422);
  },
);

const UNUSED = [
  'POST update-user',
  'POST delete-user',
  'POST change-email',
  'POST send-verification-email',
  'GET list-sessions',
  'POST sign-in/social',
  'GET error',
  'GET ok',
  'GET no-such-thing',
];

test.each(UNUSED)('what the product does not use is not there: %s', async (route) => {
  const host = await signUp(api.base);
  const [method = '', path = ''] = route.split(' ');
  const answer = await host.request(method as 'GET' | 'POST', `/api/auth/${path}`, method === 'GET' ? undefined : {});
  expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toMatchObject([
    404,
    'application/problem+json',
    { code: 'not_found' },
  ]);
});

test('the session’s cookie is kept from scripts and from other sites', async () => {
  const { email } = await signUp(api.base, { password: PASSWORD });
  const answer = await openSession(api.base).request('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toMatch(/Path=\//);
});

test('over https every cookie has the __Host- prefix: no other host or subdomain can set or read it', async () => {
  const secure = await startApi({ environment: { PUBLIC_URL: 'https://book.insytical.test' } });
  const { email, cookies } = await signUp(secure.base, { password: PASSWORD });
  const browser = openSession(secure.base);
  const asked = await browser.request('POST', '/api/auth/sign-in/magic-link', { email });
  const token = await mailedToken(secure.mailbox, email, /log in/i);
  const entered = await browser.request('POST', '/api/auth/magic-link/verify', { token });
  const lines = [asked, entered].flatMap(({ headers }) => headers.getSetCookie());
  expect(lines.map((line) => line.split('=')[0])).toEqual(['__Host-asked_link', '__Host-better-auth.session_token']);
  for (const line of lines) {
    expect(line).toMatch(/; Secure(;|$)/);
    expect(line).toMatch(/; Path=\/(;|$)/);
    expect(line).not.toMatch(/Domain/i);
  }
  expect(await statusOf(browser)).toBe(200);
  // The value under a name that any subdomain could set is no session.
  const cookie = [...cookies].map(([name, value]) => `${name.replace('__Host-', '__Secure-')}=${value}`).join('; ');
  expect((await fetch(`${secure.base}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
});

test('a host changes name, handle, zone, language and clock; a taken handle is refused', async () => {
  const [ann, bob] = [await signUp(api.base), await signUp(api.base)];
  const handle = `ann-${randomUUID().slice(0, 8)}`;
  const changed = await ann.json<Me>('PATCH', '/api/v1/me', {
    name: 'Ann',
    handle,
    timeZone: 'Europe/Paris',
    locale: 'en-US',
    hourCycle: 'h12',
    weekStart: 7,
    guestLanguage: 'pt-BR',
    onProviderMove: 'tell',
  });
  expect(changed).toMatchObject({
    name: 'Ann',
    handle,
    timeZone: 'Europe/Paris',
    locale: 'en-US',
    hourCycle: 'h12',
    weekStart: 7,
    guestLanguage: 'pt-BR',
    onProviderMove: 'tell',
  });
  const taken = await bob.request('PATCH', '/api/v1/me', { handle });
  expect([taken.status, await taken.json()]).toMatchObject([422, { errors: [{ pointer: '/handle' }] }]);
});

test.each([
  ['name', 'two\nlines'],
  ['guestLanguage', 'tlh'],
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
  for (const password of ['a\u0000b', 'a\ud83d']) {
    const body = { email: newAddress(), password };
    expect((await openSession(api.base).request('POST', '/api/auth/sign-in/email', body)).status).toBe(422);
  }
  const noJson = await fetch(`${api.base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(noJson.status).toBe(400);
  await noJson.body?.cancel();
});

test('no mailbox is filled with login links, from any number of addresses', async () => {
  const strict = await startApi({ environment: { RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '1' } });
  const ask = async (turn: number) => {
    const headers = { 'X-Forwarded-For': `203.0.113.${turn}` };
    const body = { email: `Ann+${turn}@example.com`, to: '/bookings' };
    return (await openSession(strict.base).request('POST', '/api/auth/sign-in/magic-link', body, headers)).status;
  };
  for (let turn = 1; turn <= 20; turn += 1) expect(await ask(turn)).toBe(204);
  expect(await ask(21)).toBe(429);
});
