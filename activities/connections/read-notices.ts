import { accessFor } from '#commands/access-token.ts';
import { breakConnection } from '#commands/break-connection.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '../deps.ts';
import { openNotices } from './open-notices.ts';
import { pollMeetings } from './poll-meetings.ts';
import { readMeeting } from './read-meetings.ts';

/** Reads the provider's truth for every notice of a connection; several notices of one meeting cost one read. */
export async function readNotices(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const notices = await openNotices(em, connection);
  const meetings = new Set(notices.flatMap(({ meetingId }) => meetingId ?? []));
  for (const meetingId of meetings) await readMeeting(deps, connection, meetingId);
  const kinds = new Set(notices.filter(({ meetingId }) => meetingId === null).map(({ what }) => what));
  if (kinds.has('changed') || kinds.has('missed') || kinds.has('deleted')) await pollMeetings(deps, connectionId);
  for (const { what, subscriptionId } of notices)
    if (what === 'watch_ended' && subscriptionId)
      await em.execute(
        `update provider_watches set state = 'closed' where connection_id = ? and (subscription_id = ? or id::text = ?)`,
        [connectionId, subscriptionId, subscriptionId],
      );
  if (kinds.has('deauthorized')) await confirmUninstalled(deps, connection);
  for (const { id } of notices)
    await em.execute('update inbox_notices set handled_at = ? where id = ?', [deps.now(), id]);
}

/** "Uninstalled" is believed when the grant is really dead: a late notice after a reconnect changes nothing. */
async function confirmUninstalled(deps: ActivityDeps, connection: Connection): Promise<void> {
  const em = deps.orm.em.fork();
  const tokens = await em.findOne(ConnectionTokens, { connection: connection.id });
  if (tokens === null) return;
  try {
    await accessFor(deps, connection.id, tokens.tokenVersion);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'reauthorize') throw error;
    await deps.orm.em.fork().transactional((em) =>
      breakConnection(em, connection.id, {
        cause: 'uninstalled',
        usedVersion: tokens.tokenVersion,
        now: deps.now(),
      }),
    );
  }
}
