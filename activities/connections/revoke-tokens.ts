import { LockMode } from '@mikro-orm/postgresql';
import { openRefreshToken } from '#commands/connections/access-token.ts';
import { tokensLeased, type TokenLease, takeTokenLease } from '#commands/connections/token-lease.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { Subscription } from '#db/entities/subscription.ts';
import { open } from '#db/seal.ts';
import { describeError, log } from '#log';
import type { Deadline } from '#providers/deadline.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '../deps.ts';
import { toProviderSubscription } from './subscriptions.ts';

/**
 * A provider that is away is asked again; after so many rounds of attempts, some hours, then delete the tokens anyway.
 */
const MOST_ROUNDS = 10;

/**
 * Ends a revoked connection: stops subscriptions, revokes the tokens at the provider unless another live connection
 * here uses the same account there, and erases them here. Logs what the provider refuses. Under the lease that
 * refreshes and reconnects take: a grant that came meanwhile stays.
 * @throws ProviderError while the provider is away and there is patience left, `conflict` while another process refreshes
 */
export async function revokeTokens(deps: ActivityDeps, connectionId: string): Promise<void> {
  const lease = await takeTokenLease(deps, { connectionId });
  if (lease === null) throw tokensLeased();
  try {
    const em = deps.orm.em.fork();
    const connection = await em.findOne(Connection, { id: connectionId });
    const tokens = await em.findOne(ConnectionTokens, { connection: connectionId });
    if (connection?.state !== 'revoked') return;
    if (tokens !== null && connection.cause !== 'uninstalled') await endAtProvider(deps, connection, tokens, lease);
    await eraseGrant(deps, connectionId);
  } finally {
    await lease.release();
  }
}

async function eraseGrant(deps: ActivityDeps, id: string): Promise<void> {
  await deps.orm.em.fork().transactional(async (em) => {
    const connection = await em.findOne(Connection, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (connection?.state !== 'revoked') return;
    await em.execute(`update subscriptions set state = 'closed' where connection_id = ?`, [id]);
    await em.nativeDelete(ConnectionTokens, { connection: id });
  });
}

async function endAtProvider(
  deps: ActivityDeps,
  connection: Connection,
  tokens: ConnectionTokens,
  lease: TokenLease,
): Promise<void> {
  const { accountId } = connection;
  const provider = deps.providers.require(connection.provider);
  const em = deps.orm.em.fork();
  const subscriptions = await em.find(Subscription, { connection: connection.id, state: { $in: ['open', 'closing'] } });
  const attempt = (work: (until: Deadline) => Promise<void>) =>
    lease
      .commit()
      .then(work)
      .catch((error: unknown) => {
        if (isHeld(error) || (isAway(error) && connection.failures < MOST_ROUNDS)) throw error;
        log.warn(
          { connection: connection.id, ...describeError(error) },
          'the grant could not be ended at the provider',
        );
      });
  for (const subscription of subscriptions)
    await attempt(async (until) => {
      const accessToken = await workingToken(deps, connection, tokens, until);
      await provider.subscriptions?.cancel({ accessToken, accountId, until }, toProviderSubscription(subscription));
    });
  if (provider.manifest.revocable && !(await usedElsewhere(deps, connection)))
    await attempt((until) =>
      provider.revoke({ accessToken: storedToken(deps, tokens), refreshToken: openRefreshToken(deps, tokens) }, until),
    );
}

/** The access token of an idle connection has expired; the renewed one is used only here. */
async function workingToken(
  deps: ActivityDeps,
  { provider }: Connection,
  tokens: ConnectionTokens,
  until: Deadline,
): Promise<string> {
  const refreshToken = openRefreshToken(deps, tokens);
  if (tokens.expiresAt > deps.now() || refreshToken === null) return storedToken(deps, tokens);
  return (await deps.providers.require(provider).refresh(refreshToken, until)).accessToken;
}

function storedToken({ config }: ActivityDeps, { connection: rowId, provider, access }: ConnectionTokens): string {
  return open(config.TOKEN_KEYS, { purpose: 'access_token', rowId, provider }, access);
}

const isHeld = (error: unknown) => error instanceof ProviderError && error.facts.code === 'grant_held';
const isAway = (error: unknown) =>
  error instanceof ProviderError && (error.kind === 'unavailable' || error.kind === 'rate_limited');

/** Live: connected, or disconnected a moment ago and finishing what was under way. The last one ends the grant. */
async function usedElsewhere(deps: ActivityDeps, { id, provider, accountId }: Connection): Promise<boolean> {
  const others = await deps.orm.em.fork().count(Connection, {
    id: { $ne: id },
    provider,
    accountId,
    $or: [{ state: 'connected' }, { state: 'revoked', graceUntil: { $gt: deps.now() } }],
  });
  return others > 0;
}
