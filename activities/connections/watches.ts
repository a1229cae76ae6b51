import { randomBytes, randomUUID } from 'node:crypto';
import { Connection } from '#db/entities/connection.ts';
import { ProviderWatch } from '#db/entities/provider-watch.ts';
import { seal } from '#db/seal.ts';
import { describeError, log } from '#log';
import { ProviderError } from '#providers/provider-error.ts';
import type { Provider, Watch, WatchRequest } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from '../meetings/call-provider.ts';

/** Asks the provider for notices. The row is stored first: notices may precede the answer. */
export async function openWatch(deps: ActivityDeps, connectionId: string): Promise<void> {
  const connection = await deps.orm.em.fork().findOneOrFail(Connection, { id: connectionId });
  const { row, request } = await newRow(deps, connection);
  const watch = await callProvider(
    deps,
    connection,
    async () => {},
    (provider, access) => watchingOf(provider).watch(access, request),
  );
  await store(deps, row.id, watch);
}

/** Renews the newest subscription; where the provider makes a new one, the old one overlaps and is then stopped. */
export async function renewWatch(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const [current] = await em.find(
    ProviderWatch,
    { connection: connectionId, state: 'open' },
    { orderBy: { expiresAt: 'desc' }, limit: 1 },
  );
  if (current === undefined) return openWatch(deps, connectionId);
  const { row, request } = await newRow(deps, connection);
  const renewed = await callProvider(
    deps,
    connection,
    async () => {},
    (provider, access) => watchingOf(provider).renew(access, asWatch(current), request),
  );
  const same = renewed.subscriptionId === current.subscriptionId;
  await store(deps, same ? current.id : row.id, renewed);
  await setState(deps, same ? row.id : current.id, same ? 'closed' : 'closing');
}

/** Stops subscriptions that a newer one has replaced. */
export async function closeWatches(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  for (const watch of await em.find(ProviderWatch, { connection: connectionId, state: 'closing' })) {
    await callProvider(
      deps,
      connection,
      async () => {},
      (provider, access) => watchingOf(provider).unwatch(access, asWatch(watch)),
    ).catch(unlessRefused(watch));
    await setState(deps, watch.id, 'closed');
  }
}

/** What the provider will not stop, such as one of a former consent, ends by itself. */
const unlessRefused =
  ({ id }: ProviderWatch) =>
  (error: unknown) => {
    if (!(error instanceof ProviderError) || error.kind !== 'rejected') throw error;
    log.warn({ subscription: id, ...describeError(error) }, 'the subscription could not be stopped');
  };

/** A stored watch as the provider's own calls take it. */
export function asWatch({ subscriptionId, resourceId, expiresAt }: ProviderWatch): Watch {
  return { subscriptionId, expiresAt: expiresAt.getTime(), ...(resourceId ? { resourceId } : {}) };
}

async function newRow(
  deps: ActivityDeps,
  connection: Connection,
): Promise<{ row: ProviderWatch; request: WatchRequest }> {
  const em = deps.orm.em.fork();
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  const life = deps.providers.require(connection.provider).manifest.watchLifeMs ?? 0;
  const expiresAt = new Date(deps.now().getTime() + life);
  const row = em.create(ProviderWatch, {
    id,
    connection: connection.id,
    provider: connection.provider,
    subscriptionId: id,
    secret: seal(deps.config.TOKEN_KEYS, { purpose: 'watch_secret', rowId: id, provider: connection.provider }, secret),
    state: 'opening',
    expiresAt,
    createdAt: deps.now(),
  });
  await em.flush();
  const notificationUrl = `${deps.config.WEBHOOK_URL ?? deps.config.PUBLIC_URL}/webhooks/${connection.provider}`;
  return { row, request: { subscriptionId: id, secret, notificationUrl, expiresAt: expiresAt.getTime() } };
}

async function store(deps: ActivityDeps, rowId: string, watch: Watch): Promise<void> {
  await deps.orm.em
    .fork()
    .execute(
      `update provider_watches set state = 'open', subscription_id = ?, resource_id = ?, expires_at = ? where id = ?`,
      [watch.subscriptionId, watch.resourceId ?? null, new Date(watch.expiresAt), rowId],
    );
}

async function setState(deps: ActivityDeps, rowId: string, state: ProviderWatch['state']): Promise<void> {
  await deps.orm.em.fork().execute('update provider_watches set state = ? where id = ?', [state, rowId]);
}

function watchingOf(provider: { readonly watching: Watching | null }): Watching {
  if (provider.watching === null) throw new TypeError('This provider has no subscriptions');
  return provider.watching;
}

type Watching = NonNullable<Provider['watching']>;
