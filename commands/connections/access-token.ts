import { LockMode } from '@mikro-orm/postgresql';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { type JsonRow, readPlainRow } from '#db/read-rows.ts';
import { open, seal } from '#db/seal.ts';
import { deadlineAfter } from '#providers/deadline.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { Access, Grant } from '#providers/provider.ts';
import { deliverConnection } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { type BreakCause, markConnectionBroken, restoreConnection } from './mark-connection-broken.ts';
import { type TokenLease, takeTokenLease, waitForTokenLease } from './token-lease.ts';

/** Refreshed this long before it ends, so that no call starts with a token about to die. */
const MARGIN_MS = 60_000;

export interface VersionedAccess extends Access {
  readonly version: number;
  /** When a call was last made with the connection, to the minute; null before the first. */
  readonly lastUsedAt: Date | null;
}

/**
 * A usable access token of a connection. Refreshing is single-flight across processes by a lease in the token row, and
 * a rotated token is committed before it is used.
 * @param refusedVersion the version a provider has just refused; a newer one is tried before refreshing again
 * @param cause what a revoked grant means, where the provider has said so already
 * @throws ProviderError `reauthorize` where the grant is revoked or the connection is not in use, `conflict` while another
 * process is still at it
 */
export async function accessFor(
  deps: CommandDeps,
  connectionId: string,
  refusedVersion?: number,
  cause: BreakCause = 'token_dead',
): Promise<VersionedAccess> {
  const patience = deadlineAfter(deps.config.CALL_LEASE_MS);
  for (;;) {
    const known = await loadGrant(deps, connectionId);
    if (isFresh(known.tokens, deps.now(), refusedVersion)) return opened(deps, known);
    const lease = await takeTokenLease(deps, { connectionId });
    if (lease !== null) return refreshUnder(lease, deps, { connectionId, refusedVersion, cause });
    await waitForTokenLease(patience);
  }
}

/** The same where another statement has just brought the tokens: mostly they need no refreshing. */
export async function accessBy(deps: CommandDeps, connectionId: string, row: GrantRow): Promise<VersionedAccess> {
  const known = grantOf(deps, row);
  return isFresh(known.tokens, deps.now()) ? opened(deps, known) : accessFor(deps, connectionId);
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

interface Stored {
  readonly connection: Readonly<Connection>;
  readonly tokens: Readonly<ConnectionTokens>;
}

/** A connection with its tokens, as one row of `GRANT`; null where it has none. */
export type GrantRow = Readonly<Record<keyof Stored, JsonRow | null>>;

/** What a statement selects of a connection `c` and its tokens `t`. */
export const GRANT = 'to_json(t) as tokens, to_json(c) as connection';

async function loadGrant(deps: CommandDeps, connectionId: string): Promise<Stored> {
  const [row] = await deps.orm.em
    .fork()
    .execute<GrantRow[]>(
      `select ${GRANT} from connection_tokens t join connections c on c.id = t.connection_id where c.id = ?`,
      [connectionId],
    );
  return grantOf(deps, row);
}

function grantOf(deps: CommandDeps, row: GrantRow | undefined): Stored {
  const { em } = deps.orm;
  if (!row?.connection || !row.tokens) throw notConnected();
  const connection = readPlainRow(em, Connection, row.connection);
  if (!inUse(connection, deps.now())) throw notConnected();
  return { connection, tokens: readPlainRow(em, ConnectionTokens, row.tokens) };
}

interface Refresh {
  readonly connectionId: string;
  readonly refusedVersion: number | undefined;
  readonly cause: BreakCause;
}

async function refreshUnder(lease: TokenLease, deps: CommandDeps, asked: Refresh): Promise<VersionedAccess> {
  try {
    return await refresh(deps, lease, asked);
  } finally {
    await lease.release();
  }
}

async function refresh(deps: CommandDeps, lease: TokenLease, { connectionId, refusedVersion, cause }: Refresh) {
  // Read again under the lease: its former holder may have refreshed.
  const known = await loadGrant(deps, connectionId);
  if (isFresh(known.tokens, deps.now(), refusedVersion)) return opened(deps, known);
  const { provider, tokenVersion } = known.tokens;
  try {
    const refreshToken = openRefreshToken(deps, known.tokens);
    if (refreshToken === null) throw notConnected();
    const grant = await deps.providers.require(provider).refresh(refreshToken, await lease.commit());
    return await keepRefreshed(deps, known, grant);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'reauthorize') throw error;
    const broken = await deps.orm.em
      .fork()
      .transactional((em) =>
        markConnectionBroken(em, connectionId, { cause, usedVersion: tokenVersion, now: deps.now() }),
      );
    if (broken) await deliverConnection(deps, broken, 'problem');
    throw notConnected();
  }
}

/** Stores what a refresh brought, unless a reconnect has stored a newer grant meanwhile: then that one is used. */
async function keepRefreshed(deps: CommandDeps, known: Stored, grant: Grant): Promise<VersionedAccess> {
  const { restored, ...stored } = await deps.orm.em.fork().transactional(async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const connection = await em.findOneOrFail(Connection, { id: known.connection.id }, lock);
    const tokens = await em.findOne(ConnectionTokens, { connection: connection.id }, lock);
    if (tokens === null) throw notConnected();
    const isNews = tokens.tokenVersion === known.tokens.tokenVersion;
    if (isNews) storeGrant(deps, tokens, grant, deps.now());
    return { connection, tokens, restored: isNews && restoreConnection(connection, deps.now()) };
  });
  if (restored) await deliverConnection(deps, stored.connection, 'connected');
  return opened(deps, stored);
}

function isFresh(tokens: ConnectionTokens, now: Date, refusedVersion?: number): boolean {
  if (refusedVersion !== undefined && tokens.tokenVersion <= refusedVersion) return false;
  return tokens.expiresAt.getTime() - MARGIN_MS > now.getTime();
}

function opened(deps: CommandDeps, { connection, tokens }: Stored): VersionedAccess {
  const place = { purpose: 'access_token' as const, rowId: connection.id, provider: connection.provider };
  return {
    accessToken: open(deps.config.TOKEN_KEYS, place, tokens.access),
    accountId: connection.accountId,
    version: tokens.tokenVersion,
    lastUsedAt: connection.lastUsedAt ?? null,
  };
}

function notConnected(): ProviderError {
  return new ProviderError('reauthorize', {
    text: 'The connection is not usable until the host reconnects it.',
    code: 'not_connected',
    definite: true,
  });
}
