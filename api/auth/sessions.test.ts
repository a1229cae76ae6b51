import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const PASSWORD = 'a long password';

const execute = (sql: string, values: readonly unknown[]) => api.orm.em.fork().execute(sql, [...values]);

async function newAccount() {
  const email = `host-${randomUUID()}@example.com`;
  const host = await signUp(api.base, { email, password: PASSWORD });
  return { email, host, id: (await host.json<{ id: string }>('GET', '/api/v1/me')).id };
}

const logIn = async (email: string): Promise<Session> => {
  const session = openSession(api.base);
  await session.json('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
  return session;
};

const statusOf = async (session: Pick<Session, 'request'>) => (await session.request('GET', '/api/v1/me')).status;

test('a session in use is prolonged, in the table and in the browser', async () => {
  const { host, id } = await newAccount();
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

test('sessions are listed and the others ended', async () => {
  const { email, host } = await newAccount();
  const elsewhere = await logIn(email);
  expect(await host.json<unknown[]>('GET', '/api/auth/list-sessions')).toHaveLength(2);
  await host.json('POST', '/api/auth/revoke-other-sessions', {});
  expect([await statusOf(host), await statusOf(elsewhere)]).toEqual([200, 401]);
});
