import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SessionList } from '#api/openapi/client/types.ts';
import { logIn, signUp } from '#dev/clients/host.ts';
import type { Session } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { deviceName } from './device-name.ts';

const api = await startApi();
const PASSWORD = 'a long password';

const execute = (sql: string, values: readonly unknown[]) => api.orm.em.fork().execute(sql, [...values]);
const newHost = async () => {
  const host = await signUp(api.base, { password: PASSWORD });
  return { host, id: (await host.json<{ id: string }>('GET', '/api/v1/me')).id };
};
const logInAgain = ({ email }: { readonly email: string }) => logIn(api.base, { email, password: PASSWORD });
const statusOf = async (session: Pick<Session, 'request'>) => (await session.request('GET', '/api/v1/me')).status;
const sessionsOf = async (host: Session) => (await host.json<SessionList>('GET', '/api/v1/me/sessions')).items;

test('a session in use is prolonged, in the table and in the browser', async () => {
  const { host, id } = await newHost();
  await execute(
    `update sessions set expires_at = now() + interval '2 days', updated_at = now() - interval '5 days' where user_id = ?`,
    [id],
  );
  const answer = await host.request('GET', '/api/v1/me');
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie().join()).toMatch(/session_token=[^;]+; Max-Age=604800/);
  const [row] = await execute(
    `select expires_at > now() + interval '6 days' as "isLong" from sessions where user_id = ?`,
    [id],
  );
  expect(row).toEqual({ isLong: true });
});

test('sessions are listed, the own one first, and ended one by one or all others at once', async () => {
  const { host } = await newHost();
  const [second, third, fourth] = [await logInAgain(host), await logInAgain(host), await logInAgain(host)];
  const listed = await sessionsOf(host);
  expect(listed).toHaveLength(4);
  expect(listed.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false, false]);
  expect(JSON.stringify(listed)).not.toContain([...host.cookies.values()].join().split('.')[0]);
  const ofSecond = (await sessionsOf(second)).find(({ isCurrent }) => isCurrent);
  await host.json('DELETE', `/api/v1/me/sessions/${ofSecond?.id}`);
  expect([await statusOf(host), await statusOf(second), await statusOf(third)]).toEqual([200, 401, 200]);
  await host.json('POST', '/api/v1/me/sessions/end-others', {});
  expect([await statusOf(host), await statusOf(third), await statusOf(fourth)]).toEqual([200, 401, 401]);
});

test('no host sees or ends the sessions of another', async () => {
  const [ann, bob] = [await newHost(), await newHost()];
  const [ofAnn] = await sessionsOf(ann.host);
  expect((await sessionsOf(bob.host)).map(({ id }) => id)).not.toContain(ofAnn?.id);
  expect((await bob.host.request('DELETE', `/api/v1/me/sessions/${ofAnn?.id}`)).status).toBe(404);
  await bob.host.json('POST', '/api/v1/me/sessions/end-others', {});
  expect(await statusOf(ann.host)).toBe(200);
  expect((await bob.host.request('DELETE', `/api/v1/me/sessions/${randomUUID()}`)).status).toBe(404);
});

test.each([
  ['POST', '/api/v1/me/export', 200],
  ['DELETE', '/api/v1/me', 204],
] as const)('ten minutes after the login, %s %s asks for the password', async (method, path, done) => {
  const { host, id } = await newHost();
  await execute(`update sessions set created_at = now() - interval '11 minutes' where user_id = ?`, [id]);
  const ask = async (body?: object) => {
    const answer = await host.request(method, path, body);
    return [answer.status, answer.status === 204 ? null : await answer.json()];
  };
  expect(await ask()).toMatchObject([403, { code: 'fresh_login_required' }]);
  expect(await ask({ password: 'not this one' })).toMatchObject([422, { errors: [{ pointer: '/password' }] }]);
  expect(await statusOf(host)).toBe(200);
  expect((await ask({ password: PASSWORD }))[0]).toBe(done);
});

test('nine minutes after the login, nothing more is asked', async () => {
  const { host, id } = await newHost();
  await execute(`update sessions set created_at = now() - interval '9 minutes' where user_id = ?`, [id]);
  expect((await host.request('POST', '/api/v1/me/export')).status).toBe(200);
  expect((await host.request('DELETE', '/api/v1/me')).status).toBe(204);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Chrome on Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
    'Safari on Mac',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['node', 'Unknown device'],
  [null, 'Unknown device'],
])('%s is called %s', (userAgent, name) => {
  expect(deviceName(userAgent).text).toBe(name);
});
