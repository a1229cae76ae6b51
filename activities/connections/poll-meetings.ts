import { Connection } from '#db/entities/connection.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from '../meetings/call-provider.ts';
import { upcomingMeetings } from './poll-due.ts';
import { readMeeting } from './read-meetings.ts';

/** Looked back further than the last poll, since clocks differ and lists lag. */
const OVERLAP_MS = 5 * 60_000;
/** Soonest first; so many reads, one after the other, end well within one attempt. */
const MOST = 150;

/** Finds what the notices missed among our own upcoming meetings; nothing else is read. */
export async function pollMeetings(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const startedAt = deps.now();
  const meetings = await upcomingMeetings(em, connection, MOST);
  const knownIds = meetings.flatMap(({ providerMeetingId }) => providerMeetingId ?? []);
  const since = (connection.polledAt ?? connection.connectedAt).getTime() - OVERLAP_MS;
  const changes = await callProvider(
    deps,
    connection,
    async () => {},
    (provider, access) => provider.listChanges(access, since, knownIds),
  );
  const changed = new Set(changes.flatMap(({ meetingId }) => meetingId ?? []));
  for (const id of knownIds) if (changed.has(id)) await readMeeting(deps, connection, id);
  await em.execute('update connections set polled_at = ?, last_used_at = ? where id = ?', [
    startedAt,
    startedAt,
    connectionId,
  ]);
}
