import { setTimeout as sleep } from 'node:timers/promises';
import { rowsOf } from '#dev/clients/rows.ts';
import { until } from '#dev/clients/until.ts';

/** Everything is back: what takes longer than this to come right is stuck. */
const SETTLE_WITHIN_MS = 60_000;
/** Nothing may follow once all is done: what comes in this time still counts. */
const QUIET_MS = 1_200;

/**
 * Work that is under way or due soon, for bookings of hosts with these handles, each with its kind. What waits for a host
 * to connect again, or for a time that was agreed, is at rest. $2: when everything was healed; each connection must have
 * looked at its meetings since, as notifications may have been lost.
 */
const UNDONE = `
  with mine as (select b.* from bookings b join users u on u.id = b.host_id where u.handle = any($1)),
       theirs as (select k.* from connections k join users u on u.id = k.host_id where u.handle = any($1))
  select 'signals not accepted' as work, count(*)::int as rows from mine where revision > delivered_revision
  union all select 'signals of connections not accepted', count(*)::int from theirs where revision > delivered_revision
  union all select 'bookings due', count(*)::int from mine where least(next_wake_at, next_reminder_at) <= now() + interval '1 second'
  union all select 'mails', count(*)::int from email_deliveries m
     where m.state not in ('sent', 'refused', 'folded', 'superseded')
       and (m.booking_id in (select id from mine) or m.connection_id in (select id from theirs))
  union all select 'bookings to wake', count(*)::int from theirs where wake_cursor is not null
  union all select 'grace', count(*)::int from theirs where state = 'revoked' and grace_until > now()
  union all select 'meetings', count(*)::int from conferences c join mine b on b.id = c.booking_id
     join theirs k on k.id = c.connection_id
     where k.state = 'connected' and (
       c.state = 'deleting' or c.look_again_at is not null or c.lease_until > now()
       or (c.state = 'intended' and c.problem is null)
       or (c.state = 'live' and b.status = 'confirmed' and b.starts_at > now() and (
             c.follow_asked_at is not null
             or (c.join_url is null and c.link_expected)
             or (c.problem is null and c.synced_starts_at <> b.starts_at and c.tolerated_starts_at is null))))
  union all select 'notifications', count(*)::int from inbox_notifications n join conferences c
       on c.provider = n.provider and c.provider_meeting_id = n.meeting_id
     join theirs k on k.id = c.connection_id where n.handled_at is null and k.state = 'connected'
  union all select 'polls', count(*)::int from theirs k where k.state = 'connected'
     and coalesce(k.polled_at, k.connected_at) < $2 and exists (
       select 1 from conferences c join mine b on b.id = c.booking_id
        where c.connection_id = k.id and c.state = 'live' and b.status = 'confirmed' and b.starts_at > now())`;

export interface Undone {
  readonly work: string;
  readonly rows: number;
}

export interface Settled {
  /** What is still under way although the time is over. */
  readonly undone: readonly Undone[];
  /** When each kind of work was last seen under way, epoch milliseconds, in the order of their ends. */
  readonly lastSeen: ReadonlyMap<string, number>;
}

/**
 * Waits until nothing is under way any more, at most for the longest time that healing may take. `healedAt` is in epoch
 * milliseconds.
 */
export async function settle(database: string, handles: readonly string[], healedAt: number): Promise<Settled> {
  const lastSeen = new Map<string, number>();
  const look = async () => {
    const rows = await rowsOf<Undone>(database, UNDONE, [handles, new Date(healedAt)]);
    const undone = rows.filter(({ rows }) => rows > 0);
    for (const { work } of undone) {
      lastSeen.delete(work);
      lastSeen.set(work, Date.now());
    }
    return undone;
  };
  const isQuiet = async () => {
    if ((await look()).length > 0) return false;
    await sleep(QUIET_MS);
    return (await look()).length === 0;
  };
  await until('everything to come to rest', isQuiet, { within: SETTLE_WITHIN_MS, every: 200 }).catch(() => undefined);
  return { undone: await look(), lastSeen };
}
