import { LockMode } from '@mikro-orm/postgresql';
import { openRefreshToken } from '#commands/access-token.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { ProviderWatch } from '#db/entities/provider-watch.ts';
import { open } from '#db/seal.ts';
import { describeError, log } from '#log';
import type { ActivityDeps } from '../deps.ts';
import { asWatch } from './watches.ts';

/**
 * Ends a revoked connection for good: subscriptions are stopped, the grant is revoked at the provider unless another
 * live connection here uses the same account there, and the tokens are erased. What the provider refuses is logged;
 * the tokens go all the same. Under the lock that refreshes and reconnects take: a grant that came meanwhile stays.
 */
export async function endGrant(deps: ActivityDeps, connectionId: string): Promise<void> {
  await deps.tokenOrm.em.fork().transactional(async (em) => {
    const tokens = await em.findOne(
      ConnectionTokens,
      { connection: connectionId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const connection = await em.findOne(Connection, { id: connectionId });
    if (connection?.state !== 'revoked') return;
    if (tokens !== null && connection.cause !== 'uninstalled') await endAtProvider(deps, connection, tokens);
    await em.execute(`update provider_watches set state = 'closed' where connection_id = ?`, [connectionId]);
    await em.nativeDelete(ConnectionTokens, { connection: connectionId });
  });
}

async function endAtProvider(deps: ActivityDeps, connection: Connection, tokens: ConnectionTokens): Promise<void> {
  const provider = deps.providers.require(connection.provider);
  const place = { purpose: 'access_token' as const, rowId: connection.id, provider: connection.provider };
  const em = deps.orm.em.fork();
  const watches = await em.find(ProviderWatch, { connection: connection.id, state: { $in: ['open', 'closing'] } });
  try {
    const accessToken = open(deps.config.TOKEN_KEYS, place, tokens.access);
    for (const watch of watches)
      await provider.watching?.unwatch({ accessToken, accountId: connection.accountId }, asWatch(watch));
    if (provider.manifest.revocable && !(await usedElsewhere(deps, connection)))
      await provider.revoke({ accessToken, refreshToken: openRefreshToken(deps, tokens) });
  } catch (error) {
    log.warn({ connection: connection.id, ...describeError(error) }, 'the grant could not be ended at the provider');
  }
}

async function usedElsewhere(deps: ActivityDeps, { id, provider, accountId }: Connection): Promise<boolean> {
  const others = await deps.orm.em
    .fork()
    .count(Connection, { id: { $ne: id }, provider, accountId, state: 'connected' });
  return others > 0;
}
