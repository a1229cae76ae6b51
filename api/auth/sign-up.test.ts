import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { logIn, mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const PASSWORD = 'a long password';
const newAddress = () => `host-${randomUUID()}@example.com`;

const ask = async (path: string, body: object) => {
  const answer = await openSession(api.base).request('POST', `/api/auth/${path}`, body);
  return [answer.status, await answer.text()];
};
const subjectsTo = (email: string) => api.sent.filter(({ to }) => to.address === email).map(({ subject }) => subject);
const accountsOf = (email: string) => api.orm.em.fork().execute('select id from users where email = ?', [email]);

test.each(['sign-up/email', 'sign-in/magic-link', 'request-password-reset'])(
  'who asks at %s is not told whether there is an account; its owner is, by mail',
  async (path) => {
    const [known, unknown] = [(await signUp(api.base)).email, newAddress()];
    const before = subjectsTo(known).length;
    expect(await ask(path, { email: known })).toEqual(await ask(path, { email: unknown }));
    expect([subjectsTo(known).length - before, subjectsTo(unknown).length]).toEqual([1, 1]);
  },
);

test('a mail about the way in has the language of its account, or of the browser where there is none', async () => {
  const host = await signUp(api.base, { password: PASSWORD });
  await host.json('PATCH', '/api/v1/me', { locale: 'de-AT' });
  const askIn = (language: string, email: string) =>
    fetch(`${api.base}/api/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ email }),
    });
  const [german, french] = [newAddress(), newAddress()];
  await Promise.all([askIn('fr', host.email), askIn('de-CH,en;q=0.5', german), askIn('fr', french)]);
  expect(subjectsTo(host.email).at(-1)).toBe('Ihr Link zur Anmeldung bei Insytical');
  expect(subjectsTo(german)).toEqual(['Zu dieser Adresse gibt es kein Insytical-Konto']);
  expect(subjectsTo(french)).toEqual(['No Insytical account uses this address']);
  await host.json('POST', '/api/auth/change-password', {
    currentPassword: PASSWORD,
    newPassword: 'another long password',
  });
  expect(subjectsTo(host.email).at(-1)).toBe('Ihr Insytical-Passwort wurde geändert');
});

test('there is no account before its address is proven', async () => {
  const email = newAddress();
  await ask('sign-up/email', { email });
  expect(await accountsOf(email)).toEqual([]);
  const token = await mailedToken(api.mailbox, email, /create your/i);
  const finish = () =>
    openSession(api.base).request('POST', '/api/auth/sign-up/finish', { token, name: 'A', password: PASSWORD });
  const answers = await Promise.all([finish(), finish()]);
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 410]);
  expect(await accountsOf(email)).toHaveLength(1);
  await logIn(api.base, { email, password: PASSWORD });
});

test('who signs up with an account is mailed a login link, and the password stays', async () => {
  const { email } = await signUp(api.base, { password: PASSWORD });
  await ask('sign-up/email', { email: email.toUpperCase() });
  const token = await mailedToken(api.mailbox, email, /already have/i);
  const session = openSession(api.base);
  expect((await session.request('POST', '/api/auth/magic-link/verify', { token })).status).toBe(200);
  expect(await session.json('GET', '/api/v1/me')).toMatchObject({ email });
  await logIn(api.base, { email, password: PASSWORD });
});

test('no image is taken at sign-up', async () => {
  const [email, image] = [newAddress(), 'https://evil.example/track.png'];
  await ask('sign-up/email', { email, image });
  const token = await mailedToken(api.mailbox, email, /create your/i);
  await ask('sign-up/finish', { token, name: 'A', password: PASSWORD, image });
  const rows = await api.orm.em.fork().execute('select image from users where email = ?', [email]);
  expect(rows).toEqual([{ image: null }]);
});

const WEAK = [
  '1234567',
  '        ',
  '   abc    ',
  'password',
  'password123',
  'qwertyuiop',
  'iloveyou1',
  'aaaaaaaaaaaa',
];

test.each([...WEAK, 'THE ADDRESS', 'its beginning'])('the password %j is refused, and the link keeps', async (weak) => {
  const local = `robinhost${randomUUID().slice(0, 4)}`;
  const email = `${local}@example.com`;
  await ask('sign-up/email', { email });
  const token = await mailedToken(api.mailbox, email, /create your/i);
  const password = { 'THE ADDRESS': email.toUpperCase(), 'its beginning': `${local}1` }[weak] ?? weak;
  const finish = (chosen: string) =>
    openSession(api.base).request('POST', '/api/auth/sign-up/finish', { token, name: 'A', password: chosen });
  const refused = await finish(password);
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer: '/password' }] }]);
  expect((await finish(PASSWORD)).status).toBe(200);
});

test('an account whose address was never proven has no page, and proves it by a password of its own', async () => {
  const host = await signUp(api.base, { password: PASSWORD });
  const { email, handle } = host;
  await api.orm.em.fork().execute('update users set email_verified = false where email = ?', [email]);
  const pageStatus = async () => (await openSession(api.base).request('GET', `/api/v1/public/${handle}`)).status;
  expect(await pageStatus()).toBe(404);
  await ask('sign-in/magic-link', { email });
  const token = await mailedToken(api.mailbox, email, /set a new password/i);
  expect((await ask('reset-password', { token, newPassword: 'quite another password' }))[0]).toBe(204);
  expect(await pageStatus()).toBe(200);
  expect((await host.request('GET', '/api/v1/me')).status).toBe(401);
});

const PERSON = { name: 'Ann Lee', password: PASSWORD, timeZone: 'Asia/Tokyo' };

test('without DEV_INSTANT_SIGN_UP a name and a password make no account: a link is mailed', async () => {
  const product = await startApi({ environment: { DEV_INSTANT_SIGN_UP: 'false' } });
  const email = newAddress();
  const answer = await openSession(product.base).request('POST', '/api/auth/sign-up/email', { ...PERSON, email });
  expect([answer.status, answer.headers.getSetCookie().filter((cookie) => cookie.includes('session'))]).toEqual([
    204,
    [],
  ]);
  expect(await product.orm.em.fork().execute('select id from users where email = ?', [email])).toEqual([]);
  await mailedToken(product.mailbox, email, /create your/i);
});

const signUpAtOnce = async (body: object) => {
  const session = openSession(api.base);
  const answer = await session.request('POST', '/api/auth/sign-up/email', body);
  return { session, status: answer.status, body: (await answer.json()) as { errors?: { pointer: string }[] } };
};

describe('with DEV_INSTANT_SIGN_UP', () => {
  test('a name and a password make an account at once, whose page is open', async () => {
    const email = newAddress();
    const { session, status, body } = await signUpAtOnce({ ...PERSON, email: email.toUpperCase() });
    expect([status, body]).toMatchObject([200, { user: { email, name: PERSON.name } }]);
    const me = await session.json<{ handle: string }>('GET', '/api/v1/me');
    expect(me).toMatchObject({ email, timeZone: PERSON.timeZone });
    expect((await openSession(api.base).request('GET', `/api/v1/public/${me.handle}`)).status).toBe(200);
    expect(subjectsTo(email)).toEqual([]);
  });

  test('an address with an account, a missing name and a weak password are refused at their fields', async () => {
    const { email } = await signUp(api.base);
    const refused = [
      await signUpAtOnce({ ...PERSON, email: email.toUpperCase() }),
      await signUpAtOnce({ ...PERSON, email: newAddress(), name: undefined }),
      await signUpAtOnce({ ...PERSON, email: newAddress(), password: 'password123' }),
    ];
    expect(refused.map(({ status, body }) => [status, body.errors?.[0]?.pointer])).toEqual([
      [422, '/email'],
      [422, '/name'],
      [422, '/password'],
    ]);
  });
});
