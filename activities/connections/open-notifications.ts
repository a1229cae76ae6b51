import type { Connection } from '#db/entities/connection.ts';
import type { InboxNotification } from '#db/entities/inbox-notification.ts';
import type { Em } from '#db/host-transaction.ts';

/**
 * Notifications that concern a connection: of a meeting it made, or of the connection itself. A notification of an
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
