import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from '../provider-calls/call-provider.ts';
import { readMeetings, showsNothingNew } from './read-meetings.ts';

/** When changes that notifications missed are next polled for, epoch ms; null while no meeting is upcoming. */
export async function pollDueAt(
  em: Em,
  { config }: ActivityDeps,
  connection: Connection,
  now: Date,
): Promise<number | null> {
  const upcoming = await upcomingMeetings(em, connection, { limit: 1 });
  if (upcoming.length === 0) return null;
  const since = (connection.polledAt ?? connection.connectedAt).getTime();
  const dueAfter = config.POLL_MS * (0.8 + 0.4 * spread(connection.id));
  const isRarer = since + dueAfter <= now.getTime() && (await hearsOfMeetings(em, connection, config.POLL_MS * RARER));
  return since + dueAfter * (isRarer ? RARER : 1);
}

/** Where notifications arrive, polls are so many times as rare. */
const RARER = 4;

/** Whether a notification of one of its meetings came in within so many milliseconds: then the others come, too. */
async function hearsOfMeetings(em: Em, { id }: Connection, withinMs: number): Promise<boolean> {
  const heard = await em.execute<unknown[]>(
    `select 1 from conferences c join inbox_notifications n on n.provider = c.provider and n.meeting_id = c.provider_meeting_id
      where c.connection_id = ? and c.state = 'live' and n.received_at > now() - interval '1 millisecond' * ? limit 1`,
    [id, withinMs],
  );
  return heard.length > 0;
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

/** Looked back further than the last poll, since clocks differ and lists lag. */
const OVERLAP_MS = 5 * 60_000;

/**
 * Finds what the notifications missed among our own upcoming meetings; nothing else is read. How far it has come stands
 * in Postgres, so that any worker can continue an interrupted poll.
 */
export async function pollMeetings(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const { pollCursor } = connection;
  const startedAt = connection.pollStartedAt ?? deps.now();
  await em.execute('update connections set poll_started_at = ? where id = ?', [startedAt, connectionId]);
  const meetings = await upcomingMeetings(em, connection, { after: pollCursor ?? null });
  const byMeetingId = new Map(meetings.map((row) => [row.providerMeetingId ?? '', row]));
  const knownIds = [...byMeetingId.keys()].filter((id) => id !== '');
  const since = (connection.polledAt ?? connection.connectedAt).getTime() - OVERLAP_MS;
  const changes = await callProvider(deps, connection, (provider, access) =>
    provider.listChanges(access, since, knownIds),
  );
  const changed = new Map(changes.map(({ meetingId = '', listed }) => [meetingId, listed]));
  const isWorthReading = (id: string) => {
    const [row, listed] = [byMeetingId.get(id), changed.get(id)];
    return changed.has(id) && !(row && listed && showsNothingNew(deps, row, listed));
  };
  await readMeetings(
    deps,
    connection,
    knownIds.filter(isWorthReading),
    async (id) =>
      void (await em.execute('update connections set poll_cursor = ? where id = ?', [
        byMeetingId.get(id)?.id,
        connectionId,
      ])),
  );
  await em.execute(
    'update connections set polled_at = ?, last_used_at = ?, poll_started_at = null, poll_cursor = null where id = ?',
    [startedAt, startedAt, connectionId],
  );
}
