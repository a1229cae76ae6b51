import { Connection } from '#db/entities/connection.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from '../meetings/call-provider.ts';
import { upcomingMeetings } from './poll-due.ts';
import { readMeetings } from './read-meetings.ts';

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
  const byMeetingId = new Map(meetings.map((row) => [row.providerMeetingId ?? '', row.id]));
  const knownIds = [...byMeetingId.keys()].filter((id) => id !== '');
  const since = (connection.polledAt ?? connection.connectedAt).getTime() - OVERLAP_MS;
  const changes = await callProvider(
    deps,
    connection,
    async () => {},
    (provider, access) => provider.listChanges(access, since, knownIds),
  );
  const changed = new Set(changes.flatMap(({ meetingId }) => meetingId ?? []));
  await readMeetings(
    deps,
    connection,
    knownIds.filter((id) => changed.has(id)),
    async (id) =>
      void (await em.execute('update connections set poll_cursor = ? where id = ?', [
        byMeetingId.get(id),
        connectionId,
      ])),
  );
  await em.execute(
    'update connections set polled_at = ?, last_used_at = ?, poll_started_at = null, poll_cursor = null where id = ?',
    [startedAt, startedAt, connectionId],
  );
}
