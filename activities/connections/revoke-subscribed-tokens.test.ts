import { afterAll, expect, test } from 'vitest';
import { disconnect } from '#commands/connections/disconnect.ts';
import { ConnectionTokens } from '#db/entities/connection.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { openGoogle } from '#dev/simulators/meet/test-app.ts';
import type { Tokens } from '#dev/simulators/zoom/test-app.ts';
import { CLIENT } from '#dev/simulators/testing/simulated.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { openSubscription } from './subscriptions.ts';

const google = await openGoogle();
afterAll(() => google.close());
const simulator = openSimulator(google.url, 'meet');
const workshop = await openWorkshop({
  environment: { ...simulatorEnvironment(google.url), MEET_CLIENT_ID: CLIENT.id, MEET_CLIENT_SECRET: CLIENT.secret },
});
const deps = { ...workshop, providers: createProviderRegistry(workshop.config) };

async function watched() {
  const host = await makeHost(deps);
  const { access_token: accessToken, refresh_token: refreshToken } = (await google.connect()).body as Tokens;
  const [account] = await simulator.accounts();
  const { id } = await makeConnection(deps, host, { provider: 'meet', grant: { accessToken, refreshToken } });
  await openSubscription(deps, id);
  await disconnect(deps, { hostId: host.id, provider: 'meet' });
  return { id, account: account?.id ?? '' };
}

const calls = async () => (await simulator.ledger()).map(({ operation, status }) => `${operation} ${status}`);

test('after hours without use the subscription is still stopped, and the tokens revoked', async () => {
  const { id, account } = await watched();
  await simulator.expire(account);
  await deps.orm.em.fork().execute('update connection_tokens set expires_at = now() where connection_id = ?', [id]);
  await revokeTokens(deps, id);
  expect((await calls()).slice(-3)).toEqual(['refresh 200', 'watch 204', 'revoke 200']);
  expect(await deps.orm.em.fork().findOne(ConnectionTokens, { connection: id })).toBeNull();
});

test('a subscription that cannot be stopped does not keep the grant alive', async () => {
  const { id } = await watched();
  await simulator.fault({ operation: 'watch', effect: 'error', status: 403 });
  await revokeTokens(deps, id);
  expect((await calls()).slice(-2)).toEqual(['watch 403', 'revoke 200']);
});
