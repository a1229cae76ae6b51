import { expect, test } from 'vitest';
import { awaitTokenLease } from '#commands/connections/token-lease.ts';
import { disconnect } from '#commands/connections/disconnect.ts';
import { storeConnection } from '#commands/connections/store-connection.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openTokenEndpoint } from '#test/fixtures/token-endpoint.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { planConnection } from './plan-connection.ts';

const tokenEndpoint = await openTokenEndpoint();
const deps = await openWorkshop({ environment: { ZOOM_OAUTH_URL: tokenEndpoint.url } });
const IDLE = { busy: [], gaveUp: false };

async function disconnected() {
  tokenEndpoint.reset();
  const host = await makeHost(deps);
  const connection = await makeConnection(deps, host);
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  return { host, connection, id: connection.id };
}

const tokensOf = (connection: string) => deps.orm.em.fork().findOne(ConnectionTokens, { connection });
const graceOver = (id: string) =>
  deps.orm.em.fork().execute('update connections set grace_until = now() where id = ?', [id]);

test('the grant is ended after the grace, not within it, and then nothing is left to do', async () => {
  const { id } = await disconnected();
  const within = await planConnection(deps, id, IDLE);
  expect(within).toMatchObject({ call: null, done: false, next: { name: 'the end of the grace' } });
  await graceOver(id);
  expect(await planConnection(deps, id, IDLE)).toMatchObject({ call: 'revokeTokens', done: false });
  await revokeTokens(deps, id);
  expect(tokenEndpoint.revoked).toEqual(['access-1']);
  expect(await tokensOf(id)).toBeNull();
  expect(await planConnection(deps, id, IDLE)).toMatchObject({ call: null, done: true });
});

test('a reconnect that is being stored at that moment keeps its fresh grant', async () => {
  const { host, connection, id } = await disconnected();
  const reconnect = await awaitTokenLease(deps, { hostId: host.id, provider: 'zoom' });
  await expect(revokeTokens(deps, id)).rejects.toMatchObject({ kind: 'conflict', facts: { code: 'grant_held' } });
  await deps.orm.em.fork().transactional((em) =>
    storeConnection(em, deps, {
      hostId: host.id,
      provider: deps.providers.require('zoom'),
      grant: { accessToken: 'fresh', refreshToken: 'fresh-r', expiresAt: Date.now() + 3_600_000, scopes: [] },
      account: { accountId: connection.accountId, email: connection.accountEmail },
    }),
  );
  await reconnect.release();
  await revokeTokens(deps, id);
  expect(await tokensOf(id)).not.toBeNull();
  expect(tokenEndpoint.revoked).toEqual([]);
  expect(await deps.orm.em.fork().findOneOrFail(Connection, { id })).toMatchObject({ state: 'connected' });
});

test('the account another host uses here as well is not revoked under their feet', async () => {
  const { id, connection } = await disconnected();
  const { accountId } = connection;
  await makeConnection(deps, await makeHost(deps), { accountId });
  await revokeTokens(deps, id);
  expect(tokenEndpoint.revoked).toEqual([]);
  expect(await tokensOf(id)).toBeNull();
});

test('of two hosts who disconnect the same account, the last one ends its grant', async () => {
  const { id, connection } = await disconnected();
  const { accountId } = connection;
  const other = await makeHost(deps);
  const { id: otherId } = await makeConnection(deps, other, { accountId });
  await disconnect(deps, { hostId: other.id, provider: 'zoom' });
  await graceOver(id);
  await revokeTokens(deps, id);
  expect(tokenEndpoint.revoked).toEqual([]);
  await graceOver(otherId);
  await revokeTokens(deps, otherId);
  expect(tokenEndpoint.revoked).toEqual(['access-1']);
});

test('a provider that is away is asked again; after many rounds the tokens are deleted anyway', async () => {
  const { id } = await disconnected();
  tokenEndpoint.mode = 'broken';
  await expect(revokeTokens(deps, id)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await tokensOf(id)).not.toBeNull();
  tokenEndpoint.mode = 'rotate';
  await revokeTokens(deps, id);
  expect(tokenEndpoint.revoked).toEqual(['access-1', 'access-1']);
  expect(await tokensOf(id)).toBeNull();

  const hopeless = await disconnected();
  tokenEndpoint.mode = 'broken';
  await deps.orm.em.fork().execute('update connections set failures = 10 where id = ?', [hopeless.id]);
  await revokeTokens(deps, hopeless.id);
  expect(await tokensOf(hopeless.id)).toBeNull();
});

test('what was uninstalled at the provider is not revoked there again', async () => {
  const { id } = await disconnected();
  await deps.orm.em.fork().execute(`update connections set cause = 'uninstalled' where id = ?`, [id]);
  await revokeTokens(deps, id);
  expect(tokenEndpoint.revoked).toEqual([]);
  expect(await tokensOf(id)).toBeNull();
});
