import { expect, test } from 'vitest';
import type { ConnectStarted } from '#api/openapi/client/types.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { rowsOf } from '#dev/clients/rows.ts';
import { useStack } from '#test/setup/stack.ts';

const stack = useStack();

/** A host who has allowed it at the provider, with the way back there not yet gone. */
async function allowed(provider: string) {
  const { app } = await stack.file();
  const host = await signUp(app);
  const path = `/api/v1/integrations/${provider}/connect`;
  const { attemptId, authorizeUrl } = await host.json<ConnectStarted>('POST', path, { mode: 'redirect' });
  const consent = new URL(authorizeUrl);
  consent.searchParams.set('sim_consent', 'allow');
  consent.searchParams.set('sim_account', `robin-${attemptId.slice(-12)}`);
  const answer = await fetch(consent, { redirect: 'manual' });
  const callback = new URL(answer.headers.get('location') ?? '');
  expect(callback.searchParams.get('code')).not.toBeNull();
  return { host, attemptId, callback };
}

/** How the app answers a way back: the code it gives for refusing, or `connected`. */
async function goBack(session: Pick<HostClient, 'request'>, { pathname, search }: URL): Promise<string> {
  const response = await session.request('GET', `${pathname}${search}`);
  expect(response.status).toBe(303);
  const landed = new URL(response.headers.get('location') ?? '', 'http://localhost');
  expect(landed.pathname).toBe('/user/integrations');
  return landed.searchParams.get('failed') ?? 'connected';
}

/** Every exchange the simulators have seen, refused ones included. */
async function exchanges(): Promise<number> {
  const { simulators } = await stack.file();
  const ledgers = await Promise.all(['zoom', 'teams', 'meet'].map((id) => openSimulator(simulators, id).ledger()));
  return ledgers.flat().filter(({ operation }) => operation === 'exchange').length;
}

const changed = (url: URL, change: (parameters: URLSearchParams) => void): URL => {
  const other = new URL(url);
  change(other.searchParams);
  return other;
};

test.each([
  ['no state', (parameters: URLSearchParams) => parameters.delete('state')],
  ['an empty state', (parameters: URLSearchParams) => parameters.set('state', '')],
  ['a made-up state', (parameters: URLSearchParams) => parameters.set('state', 'a'.repeat(43))],
])('%s is refused without a call; the right one still works', async (_name, change) => {
  const { host, callback } = await allowed('zoom');
  const before = await exchanges();
  expect(await goBack(host, changed(callback, change))).toBe('state_unknown');
  expect(await exchanges()).toBe(before);
  expect((await host.integration('zoom')).status).toBe('not_connected');
  expect(await goBack(host, callback)).toBe('connected');
});

test('another browser’s state is refused without a call, logged in or not; in its own browser it still works', async () => {
  const { app } = await stack.file();
  const { host, callback } = await allowed('teams');
  const before = await exchanges();
  const other = await signUp(app);
  expect(await goBack(other, callback)).toBe('state_unknown');
  expect(await goBack(openSession(app), callback)).toBe('state_unknown');
  expect(await exchanges()).toBe(before);
  expect((await other.integration('teams')).status).toBe('not_connected');
  expect(await goBack(host, callback)).toBe('connected');
});

test('a state works once, even where it comes twice at once', async () => {
  const { host, callback } = await allowed('meet');
  const before = await exchanges();
  const answers = await Promise.all([goBack(host, callback), goBack(host, callback)]);
  expect(new Set(answers)).toEqual(new Set(['connected', 'state_used']));
  expect(await goBack(host, callback)).toBe('state_used');
  expect(await exchanges()).toBe(before + 1);
  expect((await host.integration('meet')).status).toBe('connected');
});

test('a state older than ten minutes is refused without a call', async () => {
  const { host, attemptId, callback } = await allowed('zoom');
  const before = await exchanges();
  const { database } = await stack.file();
  const sql = `update oauth_attempts set created_at = created_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes' where id = $1 returning expires_at - created_at as life`;
  const [attempt] = await rowsOf<{ life: { minutes: number } }>(database, sql, [attemptId]);
  expect(attempt?.life.minutes).toBe(10);
  expect(await goBack(host, callback)).toBe('attempt_expired');
  expect(await exchanges()).toBe(before);
  expect(await host.json('GET', `/api/v1/integrations/attempts/${attemptId}`)).toMatchObject({ status: 'failed' });
});

test('one provider’s state is refused at another’s callback without a call', async () => {
  const { host, callback } = await allowed('zoom');
  const before = await exchanges();
  for (const other of ['teams', 'meet']) {
    const elsewhere = new URL(callback);
    elsewhere.pathname = `/oauth/${other}/callback`;
    expect(await goBack(host, elsewhere)).toBe('state_unknown');
  }
  expect(await exchanges()).toBe(before);
  expect(await goBack(host, callback)).toBe('connected');
});

test('looking ahead uses nothing up', async () => {
  const { host, callback } = await allowed('zoom');
  const before = await exchanges();
  const { app } = await stack.file();
  const cookie = [...host.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ahead = await fetch(new URL(`${callback.pathname}${callback.search}`, app), {
    method: 'HEAD',
    redirect: 'manual',
    headers: { cookie },
  });
  expect(ahead.status).toBe(405);
  expect(await exchanges()).toBe(before);
  expect(await goBack(host, callback)).toBe('connected');
});

test('what was denied at the provider is said, without a call', async () => {
  const { host, attemptId, callback } = await allowed('teams');
  const before = await exchanges();
  const denied = changed(callback, (parameters) => {
    parameters.delete('code');
    parameters.set('error', 'access_denied');
  });
  expect(await goBack(host, denied)).toBe('access_denied');
  expect(await exchanges()).toBe(before);
  expect(await host.json('GET', `/api/v1/integrations/attempts/${attemptId}`)).toEqual({
    status: 'failed',
    code: 'access_denied',
  });
});
