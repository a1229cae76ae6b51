import { randomUUIDv7 } from 'node:crypto';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { Account, Grant, Provider } from '#providers/provider.ts';
import type { ConnectionSignal } from '#workflows/signals.ts';
import { storeGrant } from './access-token.ts';
import { wakeCursorAt } from './mark-connection-broken.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';

interface NewGrant {
  readonly hostId: string;
  readonly provider: Provider;
  readonly grant: Grant;
  readonly account: Account;
}

interface Touched {
  readonly connection: Connection;
  readonly signal: ConnectionSignal;
}

/**
 * Stores a fresh grant: the same account revives its row, another account gets a new one and retires the old. Returns
 * the connections whose workflows are to be signalled after the commit.
 */
export async function storeConnection(em: Em, deps: CommandDeps, { hostId, provider, grant, account }: NewGrant) {
  const now = deps.now();
  const { id: providerId } = provider.manifest;
  const touched: Touched[] = [];
  await lockConcerned(em, hostId, providerId, account.accountId);
  for (const retired of await others(em, hostId, providerId, account.accountId)) {
    Object.assign(retired, { isCurrent: false, state: 'revoked', cause: 'replaced', troubleSince: null });
    touched.push({ connection: bump(retired, now), signal: 'disconnected' });
  }
  if (provider.manifest.reconsentRevokesPrior)
    for (const loser of await elsewhere(em, hostId, providerId, account.accountId)) {
      Object.assign(loser, { state: 'reconnect_needed', cause: 'connected_elsewhere', troubleSince: now });
      touched.push({ connection: bump(loser, now), signal: 'problem' });
    }
  await em.flush();
  const connection = await revive(em, { hostId, providerId, account, now });
  await keepTokens(em, deps, connection, grant, now);
  await em.flush();
  return [...touched, { connection, signal: 'connected' as const }];
}

async function revive(
  em: Em,
  { hostId, providerId, account, now }: { hostId: string; providerId: string; account: Account; now: Date },
): Promise<Connection> {
  const known = await em.findOne(Connection, { host: hostId, provider: providerId, accountId: account.accountId });
  const fresh = {
    accountEmail: account.email,
    isCurrent: true,
    state: 'connected' as const,
    cause: null,
    troubleSince: null,
    graceUntil: null,
    pausedUntil: null,
    retryAt: null,
    failures: 0,
    connectedAt: now,
    checkAskedAt: null,
    wakeCursor: wakeCursorAt(now),
  };
  if (known !== null) {
    // The provider may have ended them with the former consent; others are opened before they are closed.
    await em.execute(`update subscriptions set state = 'closing' where connection_id = ? and state = 'open'`, [
      known.id,
    ]);
    // What changed at the provider meanwhile is polled for from where the last poll left off.
    return bump(em.assign(known, fresh) as Connection, now);
  }
  return em.create(Connection, {
    id: randomUUIDv7(),
    host: hostId,
    provider: providerId,
    accountId: account.accountId,
    ...fresh,
    polledAt: now,
    nextWakeAt: now,
    createdAt: now,
  });
}

async function keepTokens(em: Em, deps: CommandDeps, connection: Connection, grant: Grant, now: Date): Promise<void> {
  const tokens =
    (await em.findOne(ConnectionTokens, { connection: connection.id })) ??
    em.create(ConnectionTokens, {
      connection: connection.id,
      provider: connection.provider,
      access: Buffer.alloc(0),
      expiresAt: now,
      refreshedAt: now,
      tokenVersion: 0,
    });
  storeGrant(deps, tokens, grant, now);
}

/** All at once and in the order in which notifications lock them, since a deadlock would cost the host a used-up code. */
async function lockConcerned(em: Em, hostId: string, provider: string, accountId: string): Promise<void> {
  await em.execute(
    'select 1 from connections where provider = ? and (host_id = ? or account_id = ?) order by id for update',
    [provider, hostId, accountId],
  );
}

function others(em: Em, host: string, provider: string, accountId: string): Promise<Connection[]> {
  return em.find(Connection, { host, provider, isCurrent: true, accountId: { $ne: accountId } });
}

function elsewhere(em: Em, host: string, provider: string, accountId: string): Promise<Connection[]> {
  return em.find(Connection, { host: { $ne: host }, provider, accountId, state: 'connected' });
}

function bump(connection: Connection, now: Date): Connection {
  connection.revision += 1;
  connection.nextWakeAt = now;
  return connection;
}
