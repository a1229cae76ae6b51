import { LockMode } from '@mikro-orm/postgresql';
import { queueReconnectEvent } from '#commands/webhooks/queue-events.ts';
import { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';

export type BreakCause = 'token_dead' | 'uninstalled';

interface Break {
  readonly cause: BreakCause;
  /** The token version that was refused; a newer one means the host has reconnected meanwhile. */
  readonly usedVersion: number;
  readonly now: Date;
}

/**
 * Records that a connection no longer works, unless it was repaired or ended meanwhile. Returns the connection to
 * signal, or null where nothing changed.
 */
export async function markConnectionBroken(
  em: Em,
  connectionId: string,
  { cause, usedVersion, now }: Break,
): Promise<Connection | null> {
  const connection = await em.findOne(Connection, { id: connectionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const [token] = await em.execute<{ token_version: number }[]>(
    'select token_version from connection_tokens where connection_id = ?',
    [connectionId],
  );
  if (connection === null || token?.token_version !== usedVersion) return null;
  const mayBreak =
    connection.state === 'connected' || (connection.state === 'reconnect_needed' && cause === 'uninstalled');
  const isInGrace = connection.state === 'revoked' && Boolean(connection.graceUntil && connection.graceUntil > now);
  if (!mayBreak && !isInGrace) return null;
  const isNews = connection.isCurrent && connection.state === 'connected';
  if (isInGrace) {
    // Nothing can be finished with a revoked grant: what is due is given up now instead of being tried over and over.
    connection.graceUntil = now;
  } else {
    connection.state = cause === 'uninstalled' ? 'revoked' : 'reconnect_needed';
    connection.troubleSince ??= now;
    connection.cause = cause;
  }
  connection.revision += 1;
  connection.nextWakeAt = now;
  await em.flush();
  if (isNews) await queueReconnectEvent(em, connection, now);
  return connection;
}

/** How long after a meeting its deletion is still tried. */
const DELETED_WITHIN_MS = 7 * 86_400_000;

/** Bookings that waited for a connection are woken soonest first, beginning with meetings that were still to be deleted. */
export const wakeCursorAt = (now: Date): Date => new Date(now.getTime() - DELETED_WITHIN_MS);

/**
 * A refresh that was under way brought a grant after all: a connection that was noted as broken meanwhile works. True
 * where that changed it; its workflow is to be told after the commit.
 */
export function restoreConnection(connection: Connection, now: Date): boolean {
  if (connection.state !== 'reconnect_needed' || connection.cause !== 'token_dead') return false;
  Object.assign(connection, { state: 'connected', cause: null, troubleSince: null, wakeCursor: wakeCursorAt(now) });
  connection.revision += 1;
  connection.nextWakeAt = now;
  return true;
}
