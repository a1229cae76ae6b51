import type { Conference } from '#db/entities/conference.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';

type Meeting = Pick<Conference, 'connection' | 'provider' | 'providerMeetingId'>;

/**
 * A connection without upcoming meetings sleeps for days; one that has got a meeting is to poll for it, since no
 * notification may ever come. Says whether its workflow has to be signalled after the commit: also where notifications
 * of this meeting came before its id was known.
 */
export async function wakeToPoll(em: Em, deps: ActivityDeps, meeting: Meeting): Promise<boolean> {
  const { connection, provider, providerMeetingId = null } = meeting;
  const now = deps.now();
  const rows = await em.execute<unknown[]>(
    `with woken as (
       update connections set next_wake_at = ?
        where id = ? and state = 'connected' and (next_wake_at is null or next_wake_at > ?) returning 1)
     select 1 from woken
      union all
     (select 1 from inbox_notifications where provider = ? and meeting_id = ? and handled_at is null limit 1)`,
    [now, connection, new Date(now.getTime() + 2 * deps.config.POLL_MS), provider, providerMeetingId],
  );
  return rows.length > 0;
}
