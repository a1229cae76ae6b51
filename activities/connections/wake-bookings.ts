import { Connection } from '#db/entities/connection.ts';
import { stopIfCancelled } from '../activity-result.ts';
import type { ActivityDeps } from '../deps.ts';

const BATCH = 20;

interface Sleeper {
  readonly id: string;
  readonly starts_at: string;
}

/**
 * After a reconnect: tells the bookings that waited for it, soonest meeting first; what was still due with another
 * account is abandoned then, and the host is told. The cursor stands in Postgres, so that an interrupted round
 * continues where it stopped.
 */
export async function wakeBookings(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  for (;;) {
    stopIfCancelled();
    const connection = await em.findOneOrFail(Connection, { id: connectionId }, { refresh: true });
    if (!connection.wakeCursor) return;
    const sleepers = await em.execute<Sleeper[]>(
      `select b.id, b.starts_at from bookings b where b.host_id = ? and b.starts_at > ? and b.location ->> 'kind' = ? and (
         (b.status = 'confirmed' and b.link_wanted) or exists (
           select 1 from conferences c where c.booking_id = b.id and c.provider = ?
              and (c.state in ('intended', 'live', 'deleting') or c.look_again_at is not null)))
        order by b.starts_at fetch first ? rows with ties`,
      [connection.host, connection.wakeCursor, connection.provider, connection.provider, BATCH],
    );
    for (const { id } of sleepers) {
      await em.execute(`update conferences set retry_at = null, failures = 0, problem = null where booking_id = ?`, [
        id,
      ]);
      await em.execute('update bookings set next_wake_at = ? where id = ?', [deps.now(), id]);
      await deps.signals.booking(id, 'connectionRestored');
    }
    const last = sleepers.at(-1)?.starts_at ?? null;
    // Another reconnect, or a disconnect, may have reset the cursor meanwhile.
    await em.execute(
      `update connections set wake_cursor = ? where id = ? and date_trunc('milliseconds', wake_cursor) = ?`,
      [sleepers.length < BATCH ? null : last, connectionId, connection.wakeCursor],
    );
  }
}
