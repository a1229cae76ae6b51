import { LockMode } from '@mikro-orm/postgresql';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { open, seal } from '#db/seal.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { Access, Grant } from '#providers/provider.ts';
import { deliverConnection } from './deliver.ts';
import type { CommandDeps } from './deps.ts';
import { type BreakCause, breakConnection } from './break-connection.ts';

/** Refreshed this long before it ends, so that no call starts with a token about to die. */
const MARGIN_MS = 60_000;

export interface VersionedAccess extends Access {
  readonly version: number;
}

/**
 * A usable access token of a connection. Refreshing is single-flight across processes by a lock on the token row, and
 * a rotated token is committed before anybody uses it.
 * @param refusedVersion the version a provider has just refused; a newer one is tried before refreshing again
 * @param cause what a dead grant means, where the provider has said so already
 * @throws ProviderError `reauthorize` where the grant is dead or the connection is not in use
 */
export async function accessFor(
  deps: CommandDeps,
  connectionId: string,
  refusedVersion?: number,
  cause: BreakCause = 'token_dead',
): Promise<VersionedAccess> {
  const em = deps.orm.em.fork();
  const connection = await em.findOne(Connection, { id: connectionId });
  if (connection === null || !inUse(connection, deps.now())) throw notConnected();
  const tokens = await em.findOne(ConnectionTokens, { connection: connectionId });
  if (tokens === null) throw notConnected();
  if (isFresh(tokens, deps.now(), refusedVersion)) return opened(deps, connection, tokens);
  return refresh(deps, connection, cause, refusedVersion);
}

/** Connected, or disconnected a moment ago and finishing what was under way. */
export function inUse(connection: Connection, now: Date): boolean {
  if (connection.state === 'connected') return true;
  const { graceUntil } = connection;
  return connection.state === 'revoked' && Boolean(graceUntil && graceUntil > now);
}

/** Seals a grant into the token row of a connection, in the caller's transaction. */
export function storeGrant(deps: CommandDeps, tokens: ConnectionTokens, grant: Grant, now: Date): void {
  const place = { rowId: tokens.connection, provider: tokens.provider };
  tokens.access = seal(deps.config.TOKEN_KEYS, { ...place, purpose: 'access_token' }, grant.accessToken);
  if (grant.refreshToken !== null)
    tokens.refresh = seal(deps.config.TOKEN_KEYS, { ...place, purpose: 'refresh_token' }, grant.refreshToken);
  tokens.expiresAt = new Date(grant.expiresAt);
  tokens.refreshedAt = now;
  tokens.tokenVersion += 1;
}

/** The refresh token of a connection, or null where none is kept. */
export function openRefreshToken(deps: CommandDeps, tokens: ConnectionTokens): string | null {
  const { connection: rowId, provider, refresh } = tokens;
  return refresh ? open(deps.config.TOKEN_KEYS, { purpose: 'refresh_token', rowId, provider }, refresh) : null;
}

async function refresh(
  deps: CommandDeps,
  connection: Connection,
  cause: BreakCause,
  refused?: number,
): Promise<VersionedAccess> {
  const outcome = await deps.tokenOrm.em.fork().transactional(async (em) => {
    const tokens = await em.findOne(
      ConnectionTokens,
      { connection: connection.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (tokens === null) return { kind: 'dead' as const };
    if (isFresh(tokens, deps.now(), refused))
      return { kind: 'ready' as const, access: opened(deps, connection, tokens) };
    const refreshToken = openRefreshToken(deps, tokens);
    try {
      if (refreshToken === null) throw notConnected();
      const grant = await deps.providers.require(connection.provider).refresh(refreshToken);
      storeGrant(deps, tokens, grant, deps.now());
      return { kind: 'ready' as const, access: opened(deps, connection, tokens) };
    } catch (error) {
      if (!(error instanceof ProviderError) || error.kind !== 'reauthorize') throw error;
      const broken = await breakConnection(em, connection.id, {
        cause,
        usedVersion: tokens.tokenVersion,
        now: deps.now(),
      });
      return { kind: 'dead' as const, broken };
    }
  });
  if (outcome.kind === 'ready') return outcome.access;
  if (outcome.broken) await deliverConnection(deps, outcome.broken, 'problem');
  throw notConnected();
}

function isFresh(tokens: ConnectionTokens, now: Date, refusedVersion?: number): boolean {
  if (refusedVersion !== undefined && tokens.tokenVersion <= refusedVersion) return false;
  return tokens.expiresAt.getTime() - MARGIN_MS > now.getTime();
}

function opened(deps: CommandDeps, connection: Connection, tokens: ConnectionTokens): VersionedAccess {
  const place = { purpose: 'access_token' as const, rowId: connection.id, provider: connection.provider };
  return {
    accessToken: open(deps.config.TOKEN_KEYS, place, tokens.access),
    accountId: connection.accountId,
    version: tokens.tokenVersion,
  };
}

function notConnected(): ProviderError {
  return new ProviderError('reauthorize', {
    text: 'The connection is not usable until the host reconnects it.',
    code: 'not_connected',
    definite: true,
  });
}
