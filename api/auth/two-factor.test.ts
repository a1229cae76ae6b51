import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BackupCodes, TwoFactor, TwoFactorSetUp } from '#api/openapi/client/types.ts';
import { mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import { codeOf, turnTwoFactorOn, wrongCodeOf } from '#test/fixtures/authenticator.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const PASSWORD = 'four unrelated words here';
const ON = '/api/v1/me/two-factor';

const execute = (sql: string, values: readonly unknown[]) => api.orm.em.fork().execute(sql, [...values]);
const statusOf = async (session: Pick<Session, 'request'>) => (await session.request('GET', '/api/v1/me')).status;
const subjectsTo = (email: string) => api.sent.filter(({ to }) => to.address === email).map(({ subject }) => subject);

async function hostWithApp(base = api.base) {
  const host = await signUp(base, { password: PASSWORD });
  return { host, ...(await turnTwoFactorOn(host)) };
}

async function afterPassword(email: string, base = api.base): Promise<Session> {
  const session = openSession(base);
  expect(await session.json('POST', '/api/auth/sign-in/email', { email, password: PASSWORD })).toEqual({
    user: null,
    codeRequired: true,
  });
  return session;
}

const sendCode = async (session: Session, code: string) => {
  const answer = await session.request('POST', '/api/auth/two-factor/verify', { code });
  const body = (await answer.json()) as { code?: string; errors?: { detail: string }[] };
  return { status: answer.status, code: body.code, detail: body.errors?.[0]?.detail };
};

test('setting up changes nothing before a first code; then every other browser is logged out and the owner is told', async () => {
  const host = await signUp(api.base, { password: PASSWORD });
  const other = openSession(api.base);
  await other.json('POST', '/api/auth/sign-in/email', { email: host.email, password: PASSWORD });
  expect(await host.json('GET', ON)).toEqual({ onSince: null, backupCodesLeft: 0 });
  const { uri, secret } = await host.json<TwoFactorSetUp>('POST', ON, {});
  expect(uri).toBe(
    `otpauth://totp/Insytical:${encodeURIComponent(host.email)}?issuer=Insytical&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
  await openSession(api.base).json('POST', '/api/auth/sign-in/email', { email: host.email, password: PASSWORD });
  const wrong = await host.request('POST', `${ON}/turn-on`, { code: wrongCodeOf(secret) });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/code' }] }]);
  const { backupCodes } = await host.json<BackupCodes>('POST', `${ON}/turn-on`, { code: codeOf(secret) });
  expect(new Set(backupCodes).size).toBe(10);
  for (const code of backupCodes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
  expect(await host.json<TwoFactor>('GET', ON)).toEqual({ onSince: expect.any(String), backupCodesLeft: 10 });
  expect([await statusOf(host), await statusOf(other)]).toEqual([200, 401]);
  expect(subjectsTo(host.email)).toEqual(['Two-step verification was turned on']);
});

test('after the password a code is asked for, and only then is there a session', async () => {
  const { host, secret } = await hostWithApp();
  const session = await afterPassword(host.email);
  expect(await statusOf(session)).toBe(401);
  expect(await sendCode(session, wrongCodeOf(secret))).toMatchObject({ status: 422 });
  const code = codeOf(secret, 1);
  expect(await sendCode(session, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ status: 200 });
  expect(await statusOf(session)).toBe(200);
});

test('after a mailed link a code is asked for too', async () => {
  const { host, secret } = await hostWithApp();
  const session = openSession(api.base);
  await session.json('POST', '/api/auth/sign-in/magic-link', { email: host.email });
  const token = await mailedToken(api.mailbox, host.email, /log in/i);
  const answer = await session.json('POST', '/api/auth/magic-link/verify', { token });
  expect(answer).toEqual({ user: null, codeRequired: true });
  expect(await statusOf(session)).toBe(401);
  expect((await sendCode(session, codeOf(secret, 1))).status).toBe(200);
  expect(await statusOf(session)).toBe(200);
});

test('a new password by mail leaves it on, and ends logins that wait for a code', async () => {
  const { host, secret } = await hostWithApp();
  const waiting = await afterPassword(host.email);
  await openSession(api.base).json('POST', '/api/auth/request-password-reset', { email: host.email });
  const token = await mailedToken(api.mailbox, host.email, /password/i);
  const visitor = openSession(api.base);
  await visitor.json('POST', '/api/auth/reset-password', { token, newPassword: `${PASSWORD} again` });
  expect(await statusOf(visitor)).toBe(401);
  expect(await sendCode(waiting, codeOf(secret, 1))).toMatchObject({ status: 410, code: 'login_expired' });
  const { codeRequired } = await visitor.json<{ codeRequired: boolean }>('POST', '/api/auth/sign-in/email', {
    email: host.email,
    password: `${PASSWORD} again`,
  });
  expect(codeRequired).toBe(true);
});

test('a code of the app is taken once, and none older than the last; fifty at once begin one session', async () => {
  const { host, secret, firstCode } = await hostWithApp();
  const first = await afterPassword(host.email);
  expect((await sendCode(first, firstCode)).status).toBe(422);
  const second = await afterPassword(host.email);
  const code = codeOf(secret, 1);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, turn) => sendCode(turn % 2 === 0 ? first : second, code)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const [{ sessions } = { sessions: 0 }] = await execute(
    'select count(*)::int as sessions from sessions s join users u on u.id = s.user_id where u.email = ?',
    [host.email],
  );
  expect(sessions).toBe(2);
});

test('one login waits for one code: the cookie of a finished or foreign login takes none', async () => {
  const [ann, bob] = [await hostWithApp(), await hostWithApp()];
  const session = await afterPassword(ann.host.email);
  const copied = new Map(session.cookies);
  expect(await sendCode(session, codeOf(bob.secret, 1))).toMatchObject({ status: 422 });
  expect(await sendCode(session, bob.backupCodes[0] ?? '')).toMatchObject({ status: 422 });
  expect((await sendCode(session, codeOf(ann.secret, 1))).status).toBe(200);
  const cookie = [...copied].map(([name, value]) => `${name}=${value}`).join('; ');
  const again = await openSession(api.base).request(
    'POST',
    '/api/auth/two-factor/verify',
    { code: ann.backupCodes[0] },
    { cookie },
  );
  expect([again.status, await again.json()]).toMatchObject([410, { code: 'login_expired' }]);
  expect(await sendCode(openSession(api.base), codeOf(ann.secret, 1))).toMatchObject({ status: 410 });
});

test('a backup code logs in once, however it is typed, and the owner is told', async () => {
  const { host, backupCodes } = await hostWithApp();
  const [code = ''] = backupCodes;
  const sessions: Session[] = [];
  for (let turn = 1; turn <= 5; turn += 1) sessions.push(await afterPassword(host.email));
  const typed = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l');
  const answers = await Promise.all(sessions.map((session) => sendCode(session, typed)));
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 422, 422, 422, 422]);
  expect(await host.json('GET', ON)).toMatchObject({ backupCodesLeft: 9 });
  expect(subjectsTo(host.email).at(-1)).toBe('A backup code was used to log in');
});

test('new backup codes end the former ones; turning off ends all, and the owner is told', async () => {
  const { host, backupCodes } = await hostWithApp();
  const made = await host.json<BackupCodes>('POST', `${ON}/backup-codes`, {});
  expect(await sendCode(await afterPassword(host.email), backupCodes[0] ?? '')).toMatchObject({ status: 422 });
  expect(await sendCode(await afterPassword(host.email), made.backupCodes[0] ?? '')).toMatchObject({ status: 200 });
  await host.json('DELETE', ON, {});
  expect(await host.json('GET', ON)).toEqual({ onSince: null, backupCodesLeft: 0 });
  const session = openSession(api.base);
  await session.json('POST', '/api/auth/sign-in/email', { email: host.email, password: PASSWORD });
  expect(await statusOf(session)).toBe(200);
  expect(subjectsTo(host.email)).toEqual([
    'Two-step verification was turned on',
    'Your backup codes were replaced',
    'A backup code was used to log in',
    'Two-step verification was turned off',
  ]);
  const off = await host.request('DELETE', ON, {});
  expect([off.status, await off.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
});

test.each([
  ['POST', ON],
  ['POST', `${ON}/backup-codes`],
  ['DELETE', ON],
] as const)('ten minutes after the login, %s %s asks for the password', async (method, path) => {
  const { host } = await hostWithApp();
  await execute(
    `update sessions set created_at = now() - interval '11 minutes' where user_id = (select id from users where email = ?)`,
    [host.email],
  );
  const answer = await host.request(method, path, {});
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'fresh_login_required' }]);
  const wrong = await host.request(method, path, { password: 'not this one' });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/password' }] }]);
  expect(await host.json('GET', ON)).toMatchObject({ backupCodesLeft: 10 });
});

test('an app in use is not replaced, and a set-up waits an hour for its code', async () => {
  const { host } = await hostWithApp();
  expect((await host.request('POST', ON, {})).status).toBe(409);
  const late = await signUp(api.base);
  const { secret } = await late.json<TwoFactorSetUp>('POST', ON, {});
  await execute(
    `update two_factors set begun_at = now() - interval '61 minutes' where host_id = (select id from users where email = ?)`,
    [late.email],
  );
  expect((await late.request('POST', `${ON}/turn-on`, { code: codeOf(secret) })).status).toBe(409);
  const again = await late.json<TwoFactorSetUp>('POST', ON, {});
  await late.json('POST', `${ON}/turn-on`, { code: codeOf(again.secret) });
});

test('each host has their own: what one does changes nothing for another', async () => {
  const [ann, bob] = [await hostWithApp(), await signUp(api.base)];
  expect(await bob.json('GET', ON)).toEqual({ onSince: null, backupCodesLeft: 0 });
  expect((await bob.request('POST', `${ON}/turn-on`, { code: codeOf(ann.secret, 1) })).status).toBe(409);
  expect((await bob.request('POST', `${ON}/backup-codes`, {})).status).toBe(409);
  expect((await bob.request('DELETE', ON, {})).status).toBe(409);
  expect(await ann.host.json('GET', ON)).toMatchObject({ backupCodesLeft: 10 });
});

test('codes of the app are guessed twenty times an hour at most, ten times from one network; a backup code still logs in', async () => {
  const strict = await startApi({ environment: { RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '1' } });
  const { host, secret, backupCodes } = await hostWithApp(strict.base);
  const waiting = await afterPassword(host.email, strict.base);
  const guess = async (network: number, code = wrongCodeOf(secret)) => {
    const headers = { 'X-Forwarded-For': `203.0.113.${network}` };
    return (await waiting.request('POST', '/api/auth/two-factor/verify', { code }, headers)).status;
  };
  const statuses = await Promise.all(Array.from({ length: 15 }, () => guess(1)));
  expect(statuses.filter((status) => status === 422)).toHaveLength(10);
  for (let turn = 0; turn < 5; turn += 1) expect([await guess(2), await guess(3)]).toEqual([422, 422]);
  expect([await guess(4), await guess(5, codeOf(secret, 1))]).toEqual([429, 429]);
  expect(await guess(6, backupCodes[0])).toBe(200);
});

test('secrets are sealed or hashed, exported as a date and a count, and erased with the account', async () => {
  const { host, secret, backupCodes } = await hostWithApp();
  const { id } = await host.json<{ id: string }>('GET', '/api/v1/me');
  const stored = JSON.stringify([
    await execute(`select encode(secret, 'escape') as s, * from two_factors where host_id = ?`, [id]),
    await execute('select * from backup_codes where host_id = ?', [id]),
  ]);
  for (const plain of [secret, ...backupCodes]) expect(stored).not.toContain(plain);
  const { account } = await host.json<{ account: { twoStepVerification: object } }>('POST', '/api/v1/me/export');
  expect(account.twoStepVerification).toEqual({
    host: id,
    begunAt: expect.any(String),
    turnedOnAt: expect.any(String),
    backupCodesLeft: 10,
  });
  await host.json('DELETE', '/api/v1/me', {});
  expect(await execute('select 1 from two_factors where host_id = ?', [id])).toEqual([]);
});

const UNUSED = ['enable', 'disable', 'verify-totp', 'verify-otp', 'send-otp', 'verify-backup-code', 'get-totp-uri'];

test.each(UNUSED)('a route that better-auth would have is not there: %s', async (route) => {
  const { host } = await hostWithApp();
  const body = { code: randomUUID(), password: PASSWORD };
  expect((await host.request('POST', `/api/auth/two-factor/${route}`, body)).status).toBe(404);
});
