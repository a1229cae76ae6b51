import { randomUUIDv7 } from 'node:crypto';
import { describeError, log } from '#log';
import type { Em } from '#db/host-transaction.ts';
import type { Notice } from '#providers/provider.ts';
import { deliverConnection } from './deliver.ts';
import type { CommandDeps } from './deps.ts';

interface Received {
  readonly provider: string;
  readonly notices: readonly Notice[];
}

/**
 * Keeps verified notices, once each, and then nudges the connections they concern. Resolves when they are durable;
 * the nudging goes on behind, and `redeliver` is its net.
 */
export async function receiveNotices(deps: CommandDeps, { provider, notices }: Received): Promise<void> {
  const connections = await deps.orm.em.fork().transactional(async (em) => {
    const now = deps.now();
    const fresh: Notice[] = [];
    for (const notice of notices) if (await insert(em, provider, notice, now)) fresh.push(notice);
    return fresh.length === 0 ? [] : wake(em, provider, fresh, now);
  });
  for (const connection of connections)
    void deliverConnection(deps, connection, 'noticed').catch((error: unknown) =>
      log.warn({ connection: connection.id, ...describeError(error) }, 'notice not nudged'),
    );
}

async function insert(em: Em, provider: string, notice: Notice, now: Date): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `insert into inbox_notices (id, provider, dedupe_key, what, subscription_id, account_id, meeting_id, at, received_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (provider, dedupe_key) do nothing returning 1`,
    [
      randomUUIDv7(),
      provider,
      notice.dedupeKey,
      notice.what,
      notice.subscriptionId ?? null,
      notice.accountId ?? null,
      notice.meetingId ?? null,
      notice.at === undefined ? null : new Date(notice.at),
      now,
    ],
  );
  return rows.length > 0;
}

function wake(em: Em, provider: string, notices: readonly Notice[], now: Date) {
  const list = (pick: (notice: Notice) => string | undefined) => [
    ...new Set(notices.flatMap((notice) => pick(notice) ?? [])),
  ];
  return em.execute<{ id: string; revision: number }[]>(
    `update connections set revision = revision + 1, next_wake_at = ? where id in (
       select id from connections where provider = ? and account_id = any(?) and is_current
       union select connection_id from conferences where provider = ? and provider_meeting_id = any(?)
       union select connection_id from provider_watches where provider = ? and (subscription_id = any(?) or id::text = any(?)))
     returning id, revision`,
    [
      now,
      provider,
      pgArray(list((notice) => notice.accountId)),
      provider,
      pgArray(list((notice) => notice.meetingId)),
      provider,
      pgArray(list((notice) => notice.subscriptionId)),
      pgArray(list((notice) => notice.subscriptionId)),
    ],
  );
}

/** A Postgres text array literal; MikroORM would spread a JavaScript array into several parameters. */
function pgArray(values: readonly string[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
}
