import type { CommandDeps } from '#commands/shared/deps.ts';
import type { Location } from '#db/entities/event-type.ts';

/** A booking, connection, calendar or webhook whose workflow is to be signalled. */
export interface Lost {
  readonly id: string;
  readonly revision: number;
}

/** What a booking's workflow is shown by; times in epoch ms. */
export interface LostBooking extends Lost {
  readonly location: Location;
  readonly requiresConfirmation: boolean;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface Claims {
  readonly bookings: LostBooking;
  readonly connections: Lost;
  readonly calendars: Lost;
  readonly webhooks: Lost;
}
const COLUMNS = {
  bookings: `t.id, t.revision, t.location, t.requires_confirmation as "requiresConfirmation",
    extract(epoch from t.starts_at)::float8 * 1000 as "startsAt", extract(epoch from t.ends_at)::float8 * 1000 as "endsAt"`,
  connections: 't.id, t.revision',
  calendars: 't.id, t.revision',
  webhooks: 't.id, t.revision',
} as const satisfies Record<keyof Claims, string>;

export type Order = 'newest' | 'oldest';

/** Where it stands when a row `t` is due, and whether Temporal has accepted its newest revision; both by indexes. */
interface Due {
  readonly from: (table: string) => string;
  readonly at: string;
  readonly isUndelivered: string;
}
const OWN: Due = {
  from: (table) => `${table} t`,
  at: 't.next_wake_at',
  isUndelivered: 't.revision > t.delivered_revision',
};
const DUE = {
  // A row that another worker has claimed meanwhile has another time.
  bookings: {
    from: () => 'due_bookings d join bookings t on t.id = d.booking_id and t.next_wake_at = d.next_wake_at',
    at: 'd.next_wake_at',
    isUndelivered: 'd.is_undelivered',
  },
  connections: OWN,
  calendars: OWN,
  webhooks: OWN,
} as const satisfies Record<keyof Claims, Due>;

/** Changes whose signal Temporal never accepted, and workflows that did not plan when they should have. */
export type Half = 'undelivered' | 'overdue';

/**
 * Claims at most `limit` of what Temporal does not know of or has lost. Claiming moves the wake time to now: another
 * worker's sweep passes them over, and one that fails every time is lost again only after a while, so it keeps no other
 * from being repaired. Since when it is late is kept for monitoring, until a plan looks.
 */
export function claimLost<Table extends keyof Claims>(
  { orm, config }: CommandDeps,
  table: Table,
  half: Half,
  { order, limit }: { readonly order: Order; readonly limit: number },
): Promise<Claims[Table][]> {
  const { sql, ageMs } = lostRows(config, table, half);
  return orm.em.fork().execute<Claims[Table][]>(
    `with lost as materialized (
       ${sql} order by ${DUE[table].at} ${order === 'newest' ? 'desc' : 'asc'} limit ? for update of t skip locked)
     update ${table} t set next_wake_at = now(), late_since = coalesce(t.late_since, lost.next_wake_at)
       from lost where t.id = lost.id returning ${COLUMNS[table]}`,
    [ageMs, limit],
  );
}

/** A query and its value: how long, in milliseconds, something must have been so; null where it takes none. */
export interface Aged {
  readonly sql: string;
  readonly ageMs: number | null;
}

/** What `claimLost` claims of. */
export function lostRows(config: CommandDeps['config'], table: keyof Claims, half: Half): Aged {
  const { from, at, isUndelivered } = DUE[table];
  const only = half === 'undelivered' ? `${isUndelivered} and` : '';
  return {
    sql: `select t.id, t.next_wake_at from ${from(table)} where ${only} ${at} < now() - interval '1 millisecond' * ?`,
    ageMs: half === 'undelivered' ? config.UNDELIVERED_MS : config.OVERDUE_MS,
  };
}

/** Not planned for longer than this, milliseconds, a claimed booking is taken for one that cannot be planned now. */
const PLANNED_WITHIN_MS = 10_000;

/** How many claimed bookings have still to be planned, `most` at most. */
export async function countUnplanned({ orm }: CommandDeps, most: number): Promise<number> {
  const rows = await orm.em.fork().execute<unknown[]>(
    `select 1 from due_bookings
      where late_since is not null and next_wake_at > now() - interval '1 millisecond' * ? and next_wake_at <= now() limit ?`,
    [PLANNED_WITHIN_MS, most],
  );
  return rows.length;
}

/** Connections with a notification that was stored while the meeting it is about was still being stored. */
export const UNREAD = `
  select id from connections k
   where state = 'connected' and (next_wake_at is null or next_wake_at > now())
     and (retry_at is null or retry_at < now()) and id in (
       select c.connection_id from inbox_notifications n
         join conferences c on c.provider = n.provider and c.provider_meeting_id = n.meeting_id
        where n.handled_at is null and n.received_at < now() - interval '1 millisecond' * ?)`;

/**
 * Claims connections with a notification that was stored while the meeting it is about was still being stored, so that
 * neither saw the other.
 */
export function claimUnread({ orm, config }: CommandDeps, limit: number): Promise<Lost[]> {
  return orm.em.fork().execute<Lost[]>(
    `with unread as materialized (${UNREAD} limit ? for update skip locked)
     update connections t set next_wake_at = now() from unread where t.id = unread.id returning t.id, t.revision`,
    [config.OVERDUE_MS, limit],
  );
}

/** Webhooks with a delivery that no plan of theirs has seen. */
export const UNPLANNED = `
  select id from webhooks where (next_wake_at is null or next_wake_at > now()) and id in (
    select webhook_id from webhook_deliveries
     where planned_at is null and created_at < now() - interval '1 millisecond' * ?)`;

/** Claims webhooks with a delivery that no plan of theirs has seen: the signal after its transaction was lost. */
export function claimUnplanned({ orm, config }: CommandDeps, limit: number): Promise<Lost[]> {
  return orm.em.fork().execute<Lost[]>(
    `with unplanned as materialized (${UNPLANNED} limit ? for no key update skip locked)
     update webhooks t set next_wake_at = now() from unplanned where t.id = unplanned.id returning t.id, t.revision`,
    [config.UNDELIVERED_MS, limit],
  );
}

/** Deleted accounts that are not erased yet. */
export const DELETED = 'select id from users where erase_asked_at is not null';

/** Accounts that were deleted while something was still queued or live for them. */
export function deletedHosts({ orm }: CommandDeps, limit: number): Promise<{ id: string }[]> {
  return orm.em.fork().execute(`${DELETED} order by random() limit ?`, [limit]);
}
