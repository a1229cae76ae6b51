import { inUse } from '#commands/access-token.ts';
import type { Connection } from '#db/entities/connection.ts';

/**
 * Whether calls can be made with a connection: `now`, `later` (paused, or until the host reconnects what broke), or
 * `never` (disconnected on purpose and past its grace, or replaced by another account).
 */
export function reachable(connection: Connection | null, now: Date): 'now' | 'later' | 'never' {
  if (connection === null) return 'never';
  if (inUse(connection, now)) return connection.pausedUntil && connection.pausedUntil > now ? 'later' : 'now';
  if (connection.state === 'revoked' && connection.cause !== 'uninstalled') return 'never';
  return connection.isCurrent ? 'later' : 'never';
}
