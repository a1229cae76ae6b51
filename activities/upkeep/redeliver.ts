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
 * Batched; the next run goes on.
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

function behind({ orm, config }: CommandDeps, table: 'bookings' | 'connections'): Promise<Behind[]> {
  return orm.em.fork().execute<Behind[]>(
    `select id, revision from ${table}
        where (revision > delivered_revision and updated_at < now() - interval '1 millisecond' * ?)
           or next_wake_at < now() - interval '1 millisecond' * ?
        order by next_wake_at nulls last limit ?`,
    [config.REDELIVER_AGE_MS, config.OVERDUE_MS, BATCH],
  );
}

function withUnreadNotices({ orm, config }: CommandDeps): Promise<Behind[]> {
  return orm.em.fork().execute<Behind[]>(
    `select distinct k.id, k.revision from inbox_notices n
         join conferences c on c.provider = n.provider and c.provider_meeting_id = n.meeting_id
         join connections k on k.id = c.connection_id
        where n.handled_at is null and n.received_at < now() - interval '1 millisecond' * ? and k.state = 'connected' limit ?`,
    [config.REDELIVER_AGE_MS, BATCH],
  );
}

/** Accounts that were deleted while something was still owed. */
function deletedHosts({ orm }: CommandDeps): Promise<{ id: string }[]> {
  return orm.em
    .fork()
    .execute('select id from users where erase_asked_at is not null order by erase_asked_at limit ?', [BATCH]);
}
