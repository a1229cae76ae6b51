import { windDown } from '#commands/delete-host.ts';
import type { CommandDeps } from '#commands/deps.ts';
import { deliverBooking, deliverConnection } from '#commands/deliver.ts';
import { describeError, log } from '#log';

const BATCH = 100;

interface Behind {
  readonly id: string;
  readonly revision: number;
}

/**
 * Signals again what Temporal missed (revision ahead of what was delivered), what has not looked in time (a lost or
 * terminated workflow heals) and connections with notices nobody has read; goes on with the end of deleted accounts.
 * Batched; the next run goes on with those that have waited longest.
 */
export async function redeliverSignals(deps: CommandDeps): Promise<void> {
  for (const booking of await behind(deps, 'bookings')) await deliverBooking(deps, booking, 'nudge');
  for (const connection of await behind(deps, 'connections')) await deliverConnection(deps, connection, 'nudge');
  for (const connection of await withUnreadNotices(deps)) await deliverConnection(deps, connection, 'nudge');
  for (const { id } of await deletedHosts(deps))
    await windDown(deps, id).catch((error: unknown) =>
      log.warn({ host: id, ...describeError(error) }, 'host not erased'),
    );
}

/**
 * Who is taken is touched: what does not look even when nudged, because its plan fails every time, is overdue again only
 * after a while and then stands behind all others. So it keeps nobody from being healed, and its own history short.
 */
function behind({ orm, config }: CommandDeps, table: 'bookings' | 'connections'): Promise<Behind[]> {
  return orm.em.fork().execute<Behind[]>(
    `with taken as materialized (
       select id from ${table}
        where (revision > delivered_revision and updated_at < now() - interval '1 millisecond' * ?)
           or next_wake_at < now() - interval '1 millisecond' * ?
        order by next_wake_at nulls first limit ? for update skip locked)
     update ${table} b set next_wake_at = now() from taken where b.id = taken.id returning b.id, b.revision`,
    [config.REDELIVER_AGE_MS, config.OVERDUE_MS, BATCH],
  );
}

function withUnreadNotices({ orm, config }: CommandDeps): Promise<Behind[]> {
  return orm.em.fork().execute<Behind[]>(
    `select id, revision from connections where state = 'connected' and id in (
       select c.connection_id from inbox_notices n
         join conferences c on c.provider = n.provider and c.provider_meeting_id = n.meeting_id
        where n.handled_at is null and n.received_at < now() - interval '1 millisecond' * ?)
      order by random() limit ?`,
    [config.REDELIVER_AGE_MS, BATCH],
  );
}

/** Accounts that were deleted while something was still owed. */
function deletedHosts({ orm }: CommandDeps): Promise<{ id: string }[]> {
  return orm.em
    .fork()
    .execute('select id from users where erase_asked_at is not null order by random() limit ?', [BATCH]);
}
