import { expect, test } from 'vitest';
import { createConnectionActivities } from '#activities/connection-activities.ts';
import { planConnection } from '#activities/connections/plan-connection.ts';
import { Connection } from '#db/entities/connection.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openTokenEndpoint } from '#test/fixtures/token-endpoint.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { checkGrants } from './check-grants.ts';

const tokenEndpoint = await openTokenEndpoint();
const deps = await openWorkshop({ environment: { ZOOM_OAUTH_URL: tokenEndpoint.url } });
const { keepAlive } = createConnectionActivities(deps);

/** A connection last used so many minutes ago, and its next call once the host has looked at it. */
async function lookedAt({ usedMinutesAgo }: { usedMinutesAgo: number }) {
  tokenEndpoint.reset();
  const host = await makeHost(deps);
  const { id } = await makeConnection(deps, host);
  const execute = (sql: string) => deps.orm.em.fork().execute(sql, [id]);
  await execute(`update connection_tokens set refreshed_at = now() - interval '50 minutes' where connection_id = ?`);
  await execute(`update connections set last_used_at = now() - interval '${usedMinutesAgo} minutes' where id = ?`);
  const look = () => checkGrants(deps, host.id);
  const call = async () => (await planConnection(deps, id, { busy: [], gaveUp: false })).call;
  const state = async () => (await deps.orm.em.fork().findOneOrFail(Connection, { id })).state;
  await look();
  return { id, look, call, state };
}

test('a grant that was used a moment ago is not checked', async () => {
  const { call } = await lookedAt({ usedMinutesAgo: 4 });
  expect(await call()).toBeNull();
});

test('one that was not used for some minutes is checked once, however often the host looks', async () => {
  const { id, look, call, state } = await lookedAt({ usedMinutesAgo: 6 });
  expect(await call()).toBe('keepAlive');
  await keepAlive(id);
  await look();
  expect(await call()).toBeNull();
  expect([await state(), tokenEndpoint.presented]).toEqual(['connected', ['refresh-1']]);
});

test('one that was withdrawn at the provider no longer shows as connected', async () => {
  const { id, call, state } = await lookedAt({ usedMinutesAgo: 6 });
  tokenEndpoint.mode = 'invalid_grant';
  expect(await call()).toBe('keepAlive');
  await expect(keepAlive(id)).rejects.toMatchObject({ kind: 'reauthorize' });
  expect(await state()).toBe('reconnect_needed');
  expect(await call()).toBeNull();
});
