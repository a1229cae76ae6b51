import { expect, test } from 'vitest';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { open } from '#db/seal.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { openTokenEndpoint } from '#test/fixtures/token-endpoint.ts';
import { accessFor, openRefreshToken } from './access-token.ts';
import { markConnectionBroken } from './mark-connection-broken.ts';
import { disconnect } from './disconnect.ts';
import { awaitTokenLease, takeTokenLease } from './token-lease.ts';
import { storeConnection } from './store-connection.ts';

const tokenEndpoint = await openTokenEndpoint();
const deps = await openInstallation({ environment: { ZOOM_OAUTH_URL: tokenEndpoint.url, HTTP_TIMEOUT_MS: '1000' } });

async function aConnection({ expired = true } = {}) {
  tokenEndpoint.reset();
  const host = await makeHost(deps);
  const connection = await makeConnection(deps, host, {
    grant: { expiresAt: Date.now() + (expired ? 59_000 : 3_600_000) },
  });
  return {
    host,
    id: connection.id,
    access: (refused?: number) => accessFor(deps, connection.id, refused),
    state: () => deps.orm.em.fork().findOneOrFail(Connection, { id: connection.id }),
    tokens: () => deps.orm.em.fork().findOneOrFail(ConnectionTokens, { connection: connection.id }),
  };
}

test('a token with more than a minute to live is used as it is', async () => {
  const { access } = await aConnection({ expired: false });
  expect(await access()).toMatchObject({ accessToken: 'access-1', version: 1 });
  expect(tokenEndpoint.presented).toEqual([]);
});

test('eight callers with a dying token cost one refresh, and all use what it brought', async () => {
  const { access } = await aConnection();
  const got = await Promise.all(Array.from({ length: 8 }, () => access()));
  expect(tokenEndpoint.presented).toEqual(['refresh-1']);
  expect(new Set(got.map(({ accessToken, version }) => `${accessToken} v${version}`))).toEqual(
    new Set(['access-2 v2']),
  );
});

test('eight callers whose token was refused in mid-air cost one refresh as well', async () => {
  const { access } = await aConnection({ expired: false });
  await Promise.all(Array.from({ length: 8 }, () => access(1)));
  expect(tokenEndpoint.presented).toEqual(['refresh-1']);
});

test('both tokens of a refresh are stored before they are used', async () => {
  const { access, tokens, id } = await aConnection();
  const { accessToken } = await access();
  const row = await tokens();
  const place = { rowId: id, provider: 'zoom' };
  expect(open(deps.config.TOKEN_KEYS, { ...place, purpose: 'access_token' }, row.access)).toBe(accessToken);
  expect(openRefreshToken(deps, row)).toBe('refresh-2');
  expect(Buffer.from(row.access).includes(accessToken)).toBe(false);
});

test('a provider that sends no new refresh token lets us keep the one we have', async () => {
  const { access, tokens } = await aConnection();
  tokenEndpoint.mode = 'keep';
  await access();
  expect(openRefreshToken(deps, await tokens())).toBe('refresh-1');
});

test('a revoked grant asks for the host, once, and its workflow hears of it', async () => {
  const { access, state, id } = await aConnection();
  tokenEndpoint.mode = 'invalid_grant';
  const errors = await Promise.allSettled([access(), access()]);
  expect(errors.map((result) => result.status === 'rejected' && result.reason.kind)).toEqual([
    'reauthorize',
    'reauthorize',
  ]);
  expect(await state()).toMatchObject({ state: 'reconnect_needed', cause: 'token_dead', revision: 2 });
  expect((await state()).troubleSince).not.toBeNull();
  expect(deps.signalled.filter((line) => line.includes(id))).toEqual([`connection ${id} problem`]);
});

test.each(['invalid_client', 'broken', 'silent'] as const)(
  'what the host cannot fix leaves the connection alone: %s',
  async (mode) => {
    const { access, state, tokens } = await aConnection();
    tokenEndpoint.mode = mode;
    await expect(access()).rejects.toMatchObject({
      kind: mode === 'invalid_client' ? 'misconfigured' : 'unavailable',
    });
    expect(await state()).toMatchObject({ state: 'connected', revision: 1 });
    expect((await tokens()).tokenVersion).toBe(1);
    tokenEndpoint.mode = 'rotate';
    expect(await access()).toMatchObject({ version: 2 });
  },
);

test('a refusal of the former token after a reconnect touches neither the fresh grant nor its connection', async () => {
  const { access, state, host } = await aConnection({ expired: false });
  const former = await access();
  await deps.orm.em.fork().transactional(async (em) => {
    const { accountId, accountEmail } = await state();
    await storeConnection(em, deps, {
      hostId: host.id,
      provider: deps.providers.require('zoom'),
      grant: { accessToken: 'fresh', refreshToken: 'fresh-r', expiresAt: Date.now() + 3_600_000, scopes: [] },
      account: { accountId, email: accountEmail },
    });
  });
  expect(await access(former.version)).toMatchObject({ accessToken: 'fresh', version: 2 });
  expect(tokenEndpoint.presented).toEqual([]);
  const late = { cause: 'token_dead', usedVersion: former.version, now: new Date() } as const;
  const broken = await deps.orm.em
    .fork()
    .transactional(async (em) => markConnectionBroken(em, (await state()).id, late));
  expect(broken).toBeNull();
  expect(await state()).toMatchObject({ state: 'connected', cause: null });
});

test('a reconnect waits for a refresh under way, and its grant is the one that stays', async () => {
  const { access, state, host, tokens } = await aConnection();
  const { accountId, accountEmail } = await state();
  const reconnect = async () => {
    const lease = await awaitTokenLease(deps, { hostId: host.id, provider: 'zoom' });
    await deps.orm.em.fork().transactional((em) =>
      storeConnection(em, deps, {
        hostId: host.id,
        provider: deps.providers.require('zoom'),
        grant: { accessToken: 'fresh', refreshToken: 'fresh-r', expiresAt: Date.now() + 3_600_000, scopes: [] },
        account: { accountId, email: accountEmail },
      }),
    );
    await lease.release();
  };
  let reconnecting: Promise<unknown> = Promise.resolve();
  tokenEndpoint.meanwhile = async () => {
    tokenEndpoint.meanwhile = async () => {};
    reconnecting = reconnect();
    tokenEndpoint.mode = 'invalid_grant';
  };
  await expect(access()).rejects.toMatchObject({ kind: 'reauthorize' });
  await reconnecting;
  expect(await state()).toMatchObject({ state: 'connected', cause: null, troubleSince: null });
  expect(openRefreshToken(deps, await tokens())).toBe('fresh-r');
  expect(await access()).toMatchObject({ accessToken: 'fresh' });
});

test('after a disconnect the tokens serve for the grace, and no longer', async () => {
  const { access, host } = await aConnection({ expired: false });
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  expect(await access()).toMatchObject({ accessToken: 'access-1' });
  deps.clock.offsetMs = deps.config.DISCONNECT_GRACE_MS + 1;
  await expect(access()).rejects.toMatchObject({ kind: 'reauthorize', facts: { code: 'not_connected' } });
  deps.clock.offsetMs = 0;
});

test('a grant found revoked within the grace ends it: nothing is tried over and over', async () => {
  const { access, host, state } = await aConnection();
  tokenEndpoint.mode = 'invalid_grant';
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  await expect(access()).rejects.toMatchObject({ kind: 'reauthorize' });
  const { graceUntil, state: now, cause } = await state();
  expect([now, cause]).toEqual(['revoked', 'disconnected']);
  expect(graceUntil?.getTime()).toBeLessThanOrEqual(Date.now());
  await expect(access()).rejects.toMatchObject({ facts: { code: 'not_connected' } });
  expect(tokenEndpoint.presented).toHaveLength(1);
});

test('a process that dies while it refreshes delays others no longer than its lease', async () => {
  const { access, id } = await aConnection();
  const lease = await takeTokenLease(deps, { connectionId: id });
  expect(lease).not.toBeNull();
  const waiting = access();
  await deps.orm.em.fork().execute(`update connection_tokens set lease_until = now() where connection_id = ?`, [id]);
  expect(await waiting).toMatchObject({ accessToken: 'access-2' });
});

test('tokens that arrive after their connection was recorded as broken repair it', async () => {
  const { access, id, state } = await aConnection();
  tokenEndpoint.meanwhile = async () => {
    tokenEndpoint.meanwhile = async () => {};
    // Its process is stopped for longer than its lease; another one asks with the same token, which is used up.
    await deps.orm.em.fork().execute(`update connection_tokens set lease_until = now() where connection_id = ?`, [id]);
    tokenEndpoint.mode = 'invalid_grant';
    await expect(access()).rejects.toMatchObject({ kind: 'reauthorize' });
    expect(await state()).toMatchObject({ state: 'reconnect_needed' });
    tokenEndpoint.mode = 'rotate';
  };
  expect(await access()).toMatchObject({ accessToken: 'access-2' });
  expect(await state()).toMatchObject({ state: 'connected', cause: null, troubleSince: null });
  expect((await state()).wakeCursor).not.toBeNull();
  expect(deps.signalled.filter((line) => line.includes(id))).toEqual([
    `connection ${id} problem`,
    `connection ${id} connected`,
  ]);
});
