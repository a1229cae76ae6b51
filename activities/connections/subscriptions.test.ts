import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { storeConnection } from '#commands/connections/store-connection.ts';
import { Connection } from '#db/entities/connection.ts';
import { Subscription } from '#db/entities/subscription.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { subscriptionStep } from './subscriptions.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const workshop = await openWorkshop();
const deps = { ...workshop, providers: createProviderRegistry(workshop.config) };
const NOW = new Date('2026-12-01T12:00:00Z');

interface Given {
  /** Milliseconds before now. */
  readonly madeAgo: number;
  /** Milliseconds from now. */
  readonly endsIn: number;
  readonly state?: Subscription['state'];
}

/** What is to be done about these subscriptions; a wake as minutes from now. */
async function stepFor(...given: Given[]) {
  const { id } = await makeConnection(deps, await makeHost(deps), { provider: 'meet' });
  const em = deps.orm.em.fork();
  for (const { madeAgo, endsIn, state = 'open' } of given)
    em.create(Subscription, {
      id: randomUUID(),
      connection: id,
      provider: 'meet',
      subscriptionId: randomUUID(),
      secret: Buffer.alloc(0),
      state,
      expiresAt: new Date(NOW.getTime() + endsIn),
      createdAt: new Date(NOW.getTime() - madeAgo),
    });
  await em.flush();
  const { call, wakes } = await subscriptionStep(em, deps, await em.findOneOrFail(Connection, { id }), NOW);
  return call ?? wakes.map(({ at }) => (at - NOW.getTime()) / MINUTE_MS);
}

test('without a subscription one is opened, also when the only one is being closed', async () => {
  expect(await stepFor()).toBe('openSubscription');
  expect(await stepFor({ madeAgo: 5 * SECOND_MS, endsIn: 7 * DAY_MS, state: 'closing' })).toBe('openSubscription');
});

test.each([
  ['a week', 7 * DAY_MS],
  ['an hour', 60 * MINUTE_MS],
])('of a life of %s a quarter is left at its renewal', async (_name, life) => {
  expect(await stepFor({ madeAgo: life / 2, endsIn: life / 2 })).toEqual([life / 4 / MINUTE_MS]);
  expect(await stepFor({ madeAgo: (life * 3) / 4, endsIn: life / 4 })).toBe('renewSubscription');
  expect(await stepFor({ madeAgo: life, endsIn: 0 })).toBe('openSubscription');
});

test.each([30 * SECOND_MS, 1])('a life of %i ms is not renewed without a pause', async (life) => {
  expect(await stepFor({ madeAgo: 0, endsIn: life })).toEqual([1]);
  expect(await stepFor({ madeAgo: 45 * SECOND_MS, endsIn: life - 45 * SECOND_MS })).toEqual([0.25]);
  expect(await stepFor({ madeAgo: MINUTE_MS, endsIn: life - MINUTE_MS })).toBe('openSubscription');
});

test('a renewal that came to nothing is tried again after a pause', async () => {
  const old = { madeAgo: 6 * DAY_MS, endsIn: DAY_MS };
  expect(await stepFor(old, { madeAgo: 20 * SECOND_MS, endsIn: 7 * DAY_MS, state: 'opening' })).toEqual([2 / 3]);
  expect(await stepFor(old, { madeAgo: MINUTE_MS, endsIn: 7 * DAY_MS, state: 'opening' })).toBe('renewSubscription');
});

test('what a newer one has replaced is closed', async () => {
  const replaced = { madeAgo: 6 * DAY_MS, endsIn: DAY_MS, state: 'closing' } as const;
  expect(await stepFor(replaced, { madeAgo: SECOND_MS, endsIn: 7 * DAY_MS })).toBe('closeSubscriptions');
});

test('after a reconnect another one is opened before the former one, which may have ended with its consent, is closed', async () => {
  const host = await makeHost(deps);
  const { id, accountId, accountEmail } = await makeConnection(deps, host, {
    provider: 'teams',
    state: 'reconnect_needed',
    cause: 'token_dead',
  });
  const em = deps.orm.em.fork();
  const expiresAt = new Date(NOW.getTime() + 6 * DAY_MS);
  const state = 'open' as const;
  const row = { id, connection: id, provider: 'teams', subscriptionId: id, secret: Buffer.alloc(0), state, expiresAt };
  em.create(Subscription, { ...row, createdAt: new Date(NOW.getTime() - DAY_MS) });
  await em.flush();
  await deps.orm.em.fork().transactional((em) =>
    storeConnection(em, deps, {
      hostId: host.id,
      provider: deps.providers.require('teams'),
      grant: { accessToken: 'fresh', refreshToken: 'fresh-r', expiresAt: NOW.getTime(), scopes: [] },
      account: { accountId, email: accountEmail },
    }),
  );
  const { call } = await subscriptionStep(em, deps, await em.findOneOrFail(Connection, { id }, { refresh: true }), NOW);
  expect(call).toBe('openSubscription');
  expect(await deps.orm.em.fork().findOneOrFail(Subscription, { id })).toMatchObject({ state: 'closing' });
});
