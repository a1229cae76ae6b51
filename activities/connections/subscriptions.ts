import { randomBytes, randomUUID } from 'node:crypto';
import { Connection } from '#db/entities/connection.ts';
import { Subscription } from '#db/entities/subscription.ts';
import { seal } from '#db/seal.ts';
import { describeError, log } from '#log';
import { ProviderError } from '#providers/provider-error.ts';
import type { Provider, ProviderSubscription, SubscriptionRequest } from '#providers/provider.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import { callProvider } from '#activities/meetings/call-provider.ts';

/** Asks the provider for notifications. The row is stored first: notifications may precede the answer. */
export async function openSubscription(deps: ActivityDeps, connectionId: string): Promise<void> {
  const connection = await deps.orm.em.fork().findOneOrFail(Connection, { id: connectionId });
  const { row, request } = await newRow(deps, connection);
  const subscription = await callProvider(
    deps,
    connection,
    async () => {},
    (provider, access) => subscriptionsOf(provider).create(access, request),
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
  const renewed = await callProvider(
    deps,
    connection,
    async () => {},
    (provider, access) => subscriptionsOf(provider).renew(access, toProviderSubscription(current), request),
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
    await callProvider(
      deps,
      connection,
      async () => {},
      (provider, access) => subscriptionsOf(provider).cancel(access, toProviderSubscription(subscription)),
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
