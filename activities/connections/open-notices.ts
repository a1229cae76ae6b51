import type { Connection } from '#db/entities/connection.ts';
import type { InboxNotice } from '#db/entities/inbox-notice.ts';
import type { Em } from '#db/host-transaction.ts';

/**
 * Notices that concern a connection: of a meeting it made, or of the connection itself. A notice of a meeting nobody
 * knows yet waits a day for its id to be stored.
 */
const CONCERN = `from inbox_notices n where n.provider = ? and n.handled_at is null and (
  exists (select 1 from conferences c where c.provider = n.provider and c.provider_meeting_id = n.meeting_id and c.connection_id = ?)
  or (n.meeting_id is null and n.account_id = ?)
  or (n.meeting_id is null and exists (
    select 1 from provider_watches w
     where w.connection_id = ? and (w.subscription_id = n.subscription_id or w.id::text = n.subscription_id))))`;

function concern({ provider, id, accountId }: Connection): string[] {
  return [provider, id, accountId, id];
}

/** Whether notices of this connection wait to be read. */
export async function hasNotices(em: Em, connection: Connection): Promise<boolean> {
  const rows = await em.execute<unknown[]>(`select 1 ${CONCERN} limit 1`, concern(connection));
  return rows.length > 0;
}

/** Whether the provider says that the host took our access away. */
export async function hasGoodbye(em: Em, connection: Connection): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 ${CONCERN} and n.what = 'deauthorized' limit 1`,
    concern(connection),
  );
  return rows.length > 0;
}

export type OpenNotice = Pick<InboxNotice, 'id' | 'what' | 'meetingId' | 'subscriptionId'>;

/** At most 200 at a time, oldest first. */
export function openNotices(em: Em, connection: Connection): Promise<OpenNotice[]> {
  return em.execute<OpenNotice[]>(
    `select n.id, n.what, n.meeting_id as "meetingId", n.subscription_id as "subscriptionId" ${CONCERN}
      order by n.received_at limit 200`,
    concern(connection),
  );
}
