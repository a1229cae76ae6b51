import { randomBytes, randomUUID } from 'node:crypto';
import { Connection } from '#db/entities/connection.ts';
import { Subscription } from '#db/entities/subscription.ts';
import { seal } from '#db/seal.ts';
import { describeError, log } from '#log';
import { ProviderError } from '#providers/provider-error.ts';
import type { Provider, ProviderSubscription, SubscriptionRequest } from '#providers/provider.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import { callProvider } from '../provider-calls/call-provider.ts';
import type { Em } from '#db/host-transaction.ts';
import type { Wake } from '../plan/next-wake.ts';

/** Asks the provider for notifications. The row is stored first: notifications may precede the answer. */
export async function openSubscription(deps: ActivityDeps, connectionId: string): Promise<void> {
  const connection = await deps.orm.em.fork().findOneOrFail(Connection, { id: connectionId });
  const { row, request } = await newRow(deps, connection);
  const subscription = await callProvider(deps, connection, (provider, access) =>
    subscriptionsOf(provider).create(access, request),
  );
  await store(deps, row.id, subscription);
}

/** Renews the newest subscription; where the provider makes a new one, the old one overlaps and is then stopped. */
export async function renewSubscription(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const [current] = await em.find(
    Subscription,
    { connection: connectionId, state: 'open' },
    { orderBy: { expiresAt: 'desc' }, limit: 1 },
  );
  if (current === undefined) return openSubscription(deps, connectionId);
  const { row, request } = await newRow(deps, connection);
  const renewed = await callProvider(deps, connection, (provider, access) =>
    subscriptionsOf(provider).renew(access, toProviderSubscription(current), request),
  );
  const same = renewed.subscriptionId === current.subscriptionId;
  await store(deps, same ? current.id : row.id, renewed);
  await setState(deps, same ? row.id : current.id, same ? 'closed' : 'closing');
}

/** Stops subscriptions that a newer one has replaced. */
export async function closeSubscriptions(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  for (const subscription of await em.find(Subscription, { connection: connectionId, state: 'closing' })) {
    await callProvider(deps, connection, (provider, access) =>
      subscriptionsOf(provider).cancel(access, toProviderSubscription(subscription)),
    ).catch(unlessRefused(subscription));
    await setState(deps, subscription.id, 'closed');
  }
}

/** What the provider will not stop, such as one of a former consent, ends by itself. */
const unlessRefused =
  ({ id }: Subscription) =>
  (error: unknown) => {
    if (!(error instanceof ProviderError) || error.kind !== 'rejected') throw error;
    log.warn({ subscription: id, ...describeError(error) }, 'the subscription could not be stopped');
  };

/** A stored subscription as the provider's own calls take it. */
export function toProviderSubscription({ subscriptionId, resourceId, expiresAt }: Subscription): ProviderSubscription {
  return { subscriptionId, expiresAt: expiresAt.getTime(), ...(resourceId ? { resourceId } : {}) };
}

async function newRow(
  deps: ActivityDeps,
  connection: Connection,
): Promise<{ row: Subscription; request: SubscriptionRequest }> {
  const em = deps.orm.em.fork();
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  const life = deps.providers.require(connection.provider).manifest.subscriptionLifeMs ?? 0;
  const expiresAt = new Date(deps.now().getTime() + life);
  const row = em.create(Subscription, {
    id,
    connection: connection.id,
    provider: connection.provider,
    subscriptionId: id,
    secret: seal(
      deps.config.TOKEN_KEYS,
      { purpose: 'subscription_secret', rowId: id, provider: connection.provider },
      secret,
    ),
    state: 'opening',
    expiresAt,
    createdAt: deps.now(),
  });
  await em.flush();
  const notificationUrl = `${deps.config.WEBHOOK_URL ?? deps.config.PUBLIC_URL}/webhooks/${connection.provider}`;
  return { row, request: { subscriptionId: id, secret, notificationUrl, expiresAt: expiresAt.getTime() } };
}

async function store(deps: ActivityDeps, rowId: string, subscription: ProviderSubscription): Promise<void> {
  await deps.orm.em
    .fork()
    .execute(
      `update subscriptions set state = 'open', subscription_id = ?, resource_id = ?, expires_at = ? where id = ?`,
      [subscription.subscriptionId, subscription.resourceId ?? null, new Date(subscription.expiresAt), rowId],
    );
}

async function setState(deps: ActivityDeps, rowId: string, state: Subscription['state']): Promise<void> {
  await deps.orm.em.fork().execute('update subscriptions set state = ? where id = ?', [state, rowId]);
}

function subscriptionsOf(provider: { readonly subscriptions: Subscriptions | null }): Subscriptions {
  if (provider.subscriptions === null) throw new TypeError('This provider has no subscriptions');
  return provider.subscriptions;
}

type Subscriptions = NonNullable<Provider['subscriptions']>;

interface SubscriptionStep {
  readonly call: 'openSubscription' | 'renewSubscription' | 'closeSubscriptions' | null;
  readonly wakes: Wake[];
}

/** A provider that gives shorter lives than this is asked once a minute; in between, polls are all there is. */
const PAUSE_MS = 60_000;

/** A subscription is renewed when a quarter of its life is left, so that old and new overlap. */
export async function subscriptionStep(
  em: Em,
  deps: ActivityDeps,
  connection: Connection,
  now: Date,
): Promise<SubscriptionStep> {
  const provider = deps.providers.require(connection.provider);
  const longest = provider.manifest.subscriptionLifeMs;
  if (provider.subscriptions === null || longest === null) return { call: null, wakes: [] };
  const subscriptions = await em.find(Subscription, { connection: connection.id, state: { $in: ['open', 'closing'] } });
  const open = subscriptions.filter(({ state }) => state === 'open');
  const last = open.toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime()).at(-1);
  if (last === undefined) return { call: 'openSubscription', wakes: [] };
  const life = Math.min(longest, last.expiresAt.getTime() - last.createdAt.getTime());
  const renewAt = Math.max(last.expiresAt.getTime() - life / 4, (await askedAt(em, connection)) + PAUSE_MS);
  if (renewAt <= now.getTime())
    return { call: last.expiresAt <= now ? 'openSubscription' : 'renewSubscription', wakes: [] };
  if (subscriptions.some(({ state }) => state === 'closing')) return { call: 'closeSubscriptions', wakes: [] };
  return { call: null, wakes: [{ at: renewAt, reason: 'renewing the subscription', waitsFor: 'time' }] };
}

/** When a subscription was last asked for, epoch ms: a row is written before each call. */
async function askedAt(em: Em, { id }: Connection): Promise<number> {
  const [row] = await em.find(Subscription, { connection: id }, { orderBy: { createdAt: 'desc' }, limit: 1 });
  return row?.createdAt.getTime() ?? 0;
}
