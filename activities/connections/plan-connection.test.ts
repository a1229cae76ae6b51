import { expect, test } from 'vitest';
import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { planConnection } from './plan-connection.ts';

const deps = await openWorkshop();

test('of two hosts with one account, the goodbye is read by the one whose grant it is about', async () => {
  const former = await makeConnection(deps, await makeHost(deps));
  const { accountId } = former;
  await deps.orm.em
    .fork()
    .execute(`update connections set state = 'reconnect_needed', cause = 'connected_elsewhere' where id = ?`, [
      former.id,
    ]);
  const present = await makeConnection(deps, await makeHost(deps), { accountId });
  const notifications = [{ accountId, what: 'deauthorized' as const, dedupeKey: `goodbye-${accountId}` }];
  await receiveNotifications(deps, { provider: 'zoom', notifications });
  const callOf = async (id: string) => (await planConnection(deps, id, { busy: [], gaveUp: false })).call;
  expect(await callOf(former.id)).toBeNull();
  expect(await callOf(present.id)).toBe('readNotifications');
  await deps.orm.em.fork().execute(`update connections set cause = 'token_dead' where id = ?`, [former.id]);
  expect(await callOf(former.id)).toBe('readNotifications');
});
