import { accessFor } from '#commands/connections/access-token.ts';
import { breakConnection } from '#commands/connections/break-connection.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import { type OpenNotification, openNotifications } from './open-notifications.ts';
import { pollMeetings } from './poll-meetings.ts';
import { readMeetings } from './read-meetings.ts';

/** Reads the provider's truth for every notification of a connection; several notifications of one meeting cost one read. */
export async function readNotifications(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const notifications = await openNotifications(em, connection);
  const kinds = new Set(notifications.filter(({ meetingId }) => meetingId === null).map(({ what }) => what));
  // First of all: nothing can be read with a grant that is dead.
  const ended = kinds.has('deauthorized') && (await confirmUninstalled(deps, connection));
  if (!ended) await follow(deps, connection, notifications, kinds);
  await markHandled(deps, notifications);
}

async function markHandled(deps: ActivityDeps, notifications: readonly OpenNotification[]): Promise<void> {
  for (const { id } of notifications)
    await deps.orm.em.fork().execute('update inbox_notifications set handled_at = ? where id = ?', [deps.now(), id]);
}

async function follow(
  deps: ActivityDeps,
  connection: Connection,
  notifications: readonly OpenNotification[],
  kinds: Set<string>,
) {
  const em = deps.orm.em.fork();
  const meetings = new Set(notifications.flatMap(({ meetingId }) => meetingId ?? []));
  await readMeetings(deps, connection, meetings, (meetingId) =>
    markHandled(
      deps,
      notifications.filter((notification) => notification.meetingId === meetingId),
    ),
  );
  if (kinds.has('changed') || kinds.has('missed') || kinds.has('deleted')) await pollMeetings(deps, connection.id);
  for (const { what, subscriptionId } of notifications)
    if (what === 'subscription_ended' && subscriptionId)
      await em.execute(
        `update subscriptions set state = 'closing'
          where connection_id = ? and state <> 'closed' and (subscription_id = ? or id::text = ?)`,
        [connection.id, subscriptionId, subscriptionId],
      );
}

/** "Uninstalled" is believed when the grant is really dead: a late notification after a reconnect changes nothing. */
async function confirmUninstalled(deps: ActivityDeps, connection: Connection): Promise<boolean> {
  const em = deps.orm.em.fork();
  const tokens = await em.findOne(ConnectionTokens, { connection: connection.id });
  if (tokens === null) return true;
  try {
    await accessFor(deps, connection.id, tokens.tokenVersion, 'uninstalled');
    return false;
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'reauthorize') throw error;
    // A call may have found the grant dead before this notification was read.
    await deps.orm.em.fork().transactional((em) =>
      breakConnection(em, connection.id, {
        cause: 'uninstalled',
        usedVersion: tokens.tokenVersion,
        now: deps.now(),
      }),
    );
    return true;
  }
}
