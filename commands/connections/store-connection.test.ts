import { expect, test } from 'vitest';
import { Connection } from '#db/entities/connection.ts';
import { A_GRANT, makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { standingAtLocks } from '#test/fixtures/locks.ts';
import { storeConnection } from './store-connection.ts';

const deps = await openInstallation();

test('a consent and notifications about the same accounts lock them in one order and never deadlock', async () => {
  const host = await makeHost(deps);
  const former = await makeConnection(deps, host, { isCurrent: false, state: 'revoked', cause: 'replaced' });
  const present = await makeConnection(deps, host);
  const notifications = deps.orm.em.fork();
  await notifications.begin();
  const lock = 'select 1 from connections where id = ? for update';
  await notifications.execute(lock, [former.id]);
  const consent = deps.orm.em.fork().transactional((em) =>
    storeConnection(em, deps, {
      hostId: host.id,
      provider: deps.providers.require('zoom'),
      grant: { ...A_GRANT, expiresAt: Date.now() + 3_600_000 },
      account: { accountId: former.accountId, email: former.accountEmail },
    }),
  );
  await expect.poll(() => standingAtLocks(deps)).toBe(1);
  await notifications.execute(lock, [present.id]);
  await notifications.commit();
  await consent;
  const em = deps.orm.em.fork();
  expect(await em.findOneOrFail(Connection, { id: former.id })).toMatchObject({ state: 'connected', isCurrent: true });
  expect(await em.findOneOrFail(Connection, { id: present.id })).toMatchObject({ cause: 'replaced', isCurrent: false });
});
