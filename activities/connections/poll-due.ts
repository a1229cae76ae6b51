import { Conference } from '#db/entities/conference.ts';
import type { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';

/** When changes that notifications missed are next polled for, epoch ms; null while no meeting is upcoming. */
export async function pollDueAt(em: Em, { config }: ActivityDeps, connection: Connection): Promise<number | null> {
  const upcoming = await upcomingMeetings(em, connection, { limit: 1 });
  if (upcoming.length === 0) return null;
  const since = (connection.polledAt ?? connection.connectedAt).getTime();
  return since + config.POLL_MS * (0.8 + 0.4 * spread(connection.id));
}

interface Range {
  /** The id of the last one that was read. */
  readonly after?: string | null;
  readonly limit?: number;
}

/** Live meetings of bookings that have not begun, in the order of their rows' ids. */
export async function upcomingMeetings(em: Em, { id }: Connection, { after = null, limit }: Range) {
  const rows = await em.execute<{ id: string }[]>(
    `select c.id from conferences c join bookings b on b.id = c.booking_id
      where c.connection_id = ? and c.state = 'live' and b.status = 'confirmed' and b.starts_at > now()
        and (?::uuid is null or c.id > ?::uuid)
      order by c.id limit ?`,
    [id, after, after, limit ?? null],
  );
  return rows.length === 0
    ? []
    : em.find(Conference, { id: { $in: rows.map((row) => row.id) } }, { orderBy: { id: 'asc' } });
}

/** Between 0 and 1, the same for the same connection, so that polls of many do not fall together. */
function spread(id: string): number {
  return Number.parseInt(id.slice(-4), 16) / 0xffff;
}
