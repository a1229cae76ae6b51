import { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';

/** The host's current connection to a provider, in any state; null if there never was one. */
export function findCurrentConnection(em: Em, hostId: string, provider: string): Promise<Connection | null> {
  return em.findOne(Connection, { host: hostId, provider, isCurrent: true });
}

/**
 * Whether a booking confirmed now gets its meeting by itself: yes while connected, yes once the host reconnects what
 * broke by itself; no where the host never connected or disconnected on purpose (docs/architecture.md, "States").
 */
export function makesLinks(connection: Connection | null): boolean {
  if (connection === null) return false;
  return connection.state !== 'revoked' || connection.cause === 'uninstalled';
}
