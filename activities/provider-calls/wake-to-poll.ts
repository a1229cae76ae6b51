import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';

/**
 * A connection without upcoming meetings sleeps for days; one that has got a meeting is to poll for it, since no notification
 * may ever come. Says whether its workflow has to be signalled after the commit.
 */
export async function wakeToPoll(em: Em, deps: ActivityDeps, connectionId: string): Promise<boolean> {
  const now = deps.now();
  const rows = await em.execute<unknown[]>(
    `update connections set next_wake_at = ?
      where id = ? and state = 'connected' and (next_wake_at is null or next_wake_at > ?) returning 1`,
    [now, connectionId, new Date(now.getTime() + 2 * deps.config.POLL_MS)],
  );
  return rows.length > 0;
}
