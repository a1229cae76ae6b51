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
 * the tokens go all the same.
 */
export async function endGrant(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const tokens = await em.findOne(ConnectionTokens, { connection: connectionId });
  if (tokens !== null && connection.cause !== 'uninstalled') await endAtProvider(deps, connection, tokens);
  await em.execute(`update provider_watches set state = 'closed' where connection_id = ?`, [connectionId]);
  await em.execute(
    `delete from connection_tokens t using connections c where t.connection_id = c.id and c.id = ? and c.state = 'revoked'`,
    [connectionId],
  );
}

async function endAtProvider(deps: ActivityDeps, connection: Connection, tokens: ConnectionTokens): Promise<void> {
  const provider = deps.providers.require(connection.provider);
  const place = { purpose: 'access_token' as const, rowId: connection.id, provider: connection.provider };
  const accessToken = open(deps.config.TOKEN_KEYS, place, tokens.access);
  const em = deps.orm.em.fork();
  const watches = await em.find(ProviderWatch, { connection: connection.id, state: { $in: ['open', 'closing'] } });
  try {
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
