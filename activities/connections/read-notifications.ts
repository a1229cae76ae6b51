import { accessFor } from '#commands/connections/access-token.ts';
import { markConnectionBroken } from '#commands/connections/mark-connection-broken.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import { pollMeetings } from './poll-meetings.ts';
import { readMeetings } from './read-meetings.ts';
import type { InboxNotification } from '#db/entities/inbox-notification.ts';
import type { Em } from '#db/host-transaction.ts';

/** Reads the provider's truth for every notification of a connection; several notifications of one meeting cost one read. */
export async function readNotifications(deps: ActivityDeps, connectionId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const connection = await em.findOneOrFail(Connection, { id: connectionId });
  const notifications = await openNotifications(em, connection);
  const kinds = new Set(notifications.filter(({ meetingId }) => meetingId === null).map(({ what }) => what));
  // First of all: nothing can be read with a revoked grant.
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

/** "Uninstalled" is believed when the grant is really revoked: a late notification after a reconnect changes nothing. */
async function confirmUninstalled(deps: ActivityDeps, connection: Connection): Promise<boolean> {
  const em = deps.orm.em.fork();
  const tokens = await em.findOne(ConnectionTokens, { connection: connection.id });
  if (tokens === null) return true;
  try {
    await accessFor(deps, connection.id, tokens.tokenVersion, 'uninstalled');
    return false;
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'reauthorize') throw error;
    // A call may have found the grant revoked before this notification was read.
    await deps.orm.em.fork().transactional((em) =>
      markConnectionBroken(em, connection.id, {
        cause: 'uninstalled',
        usedVersion: tokens.tokenVersion,
        now: deps.now(),
      }),
    );
    return true;
  }
}

/**
 * Notifications that concern a connection: of a meeting it made, or of the connection itself. A change of an
 * unknown meeting waits a day for its id to be stored.
 */
const CONCERN = `from inbox_notifications n where n.provider = ? and n.handled_at is null and (
  exists (select 1 from conferences c where c.provider = n.provider and c.provider_meeting_id = n.meeting_id and c.connection_id = ?)
  or (n.meeting_id is null and n.account_id = ?)
  or (n.meeting_id is null and exists (
    select 1 from subscriptions w
     where w.connection_id = ? and (w.subscription_id = n.subscription_id or w.id::text = n.subscription_id))))`;

function concern({ provider, id, accountId }: Connection): string[] {
  return [provider, id, accountId, id];
}

/** Whether notifications of this connection wait to be read. */
export async function hasNotifications(em: Em, connection: Connection): Promise<boolean> {
  const rows = await em.execute<unknown[]>(`select 1 ${CONCERN} limit 1`, concern(connection));
  return rows.length > 0;
}

/** Whether the provider says that the host took our access away. */
export async function hasDeauthorization(em: Em, connection: Connection): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 ${CONCERN} and n.what = 'deauthorized' limit 1`,
    concern(connection),
  );
  return rows.length > 0;
}

export type OpenNotification = Pick<InboxNotification, 'id' | 'what' | 'meetingId' | 'subscriptionId'>;

/** At most 200 at a time, oldest first. */
export function openNotifications(em: Em, connection: Connection): Promise<OpenNotification[]> {
  return em.execute<OpenNotification[]>(
    `select n.id, n.what, n.meeting_id as "meetingId", n.subscription_id as "subscriptionId" ${CONCERN}
      order by n.received_at limit 200`,
    concern(connection),
  );
}
