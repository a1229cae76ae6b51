import type { CommandDeps } from '#commands/shared/deps.ts';

/** A booking or connection whose workflow is to be signalled. */
export interface Lost {
  readonly id: string;
  readonly revision: number;
}

export type Order = 'newest' | 'oldest';

/**
 * What Temporal does not know of or has lost: changes whose signal it never accepted, and workflows that did not plan
 * when they should have. Each half has a partial index of its own.
 */
const HALVES = {
  undelivered: 'revision > delivered_revision and next_wake_at',
  overdue: 'next_wake_at',
} as const;

export type Half = keyof typeof HALVES;

/**
 * Claims at most `limit` of them. Claiming moves the wake time to now: another worker's sweep passes them over, and one
 * that fails every time is lost again only after a while, so it keeps no other from being repaired. Since when it is late
 * is kept for monitoring, until a plan looks.
 */
export function claimLost(
  { orm, config }: CommandDeps,
  table: 'bookings' | 'connections',
  half: Half,
  { order, limit }: { readonly order: Order; readonly limit: number },
): Promise<Lost[]> {
  const age = half === 'undelivered' ? config.UNDELIVERED_MS : config.OVERDUE_MS;
  return orm.em.fork().execute<Lost[]>(
    `with lost as materialized (
       select id, next_wake_at from ${table} where ${HALVES[half]} < now() - interval '1 millisecond' * ?
        order by next_wake_at ${order === 'newest' ? 'desc' : 'asc'} limit ? for update skip locked)
     update ${table} t set next_wake_at = now(), late_since = coalesce(t.late_since, lost.next_wake_at)
       from lost where t.id = lost.id returning t.id, t.revision`,
    [age, limit],
  );
}

/**
 * Claims connections with a notification that was stored while the meeting it is about was still being stored, so that
 * neither saw the other.
 */
export function claimUnread({ orm, config }: CommandDeps, limit: number): Promise<Lost[]> {
  return orm.em.fork().execute<Lost[]>(
    `with unread as materialized (
       select id from connections k
        where state = 'connected' and (next_wake_at is null or next_wake_at > now())
          and (retry_at is null or retry_at < now()) and id in (
            select c.connection_id from inbox_notifications n
              join conferences c on c.provider = n.provider and c.provider_meeting_id = n.meeting_id
             where n.handled_at is null and n.received_at < now() - interval '1 millisecond' * ?)
        limit ? for update skip locked)
     update connections t set next_wake_at = now() from unread where t.id = unread.id returning t.id, t.revision`,
    [config.OVERDUE_MS, limit],
  );
}

/** Accounts that were deleted while something was still queued or live for them. */
export function deletedHosts({ orm }: CommandDeps, limit: number): Promise<{ id: string }[]> {
  return orm.em
    .fork()
    .execute('select id from users where erase_asked_at is not null order by random() limit ?', [limit]);
}
