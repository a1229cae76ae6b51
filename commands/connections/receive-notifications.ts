import { randomUUIDv7 } from 'node:crypto';
import { describeError, log } from '#log';
import type { Em } from '#db/host-transaction.ts';
import type { Notification } from '#providers/provider.ts';
import { deliverConnection } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { createBatcher } from '#commands/shared/create-batcher.ts';

interface Received {
  readonly provider: string;
  readonly notifications: readonly Notification[];
}

type Arrived = Notification & { readonly provider: string };

const MOST_CALLS_AT_ONCE = 200;
const inboxes = new WeakMap<CommandDeps, (arrived: readonly Arrived[]) => Promise<void>>();

/**
 * Keeps verified notifications, once each, and then signals the connections they concern. Resolves when they are durable;
 * the signals follow without being waited for, and the sweep repairs lost ones. Bursts share transactions.
 */
export async function receiveNotifications(deps: CommandDeps, { provider, notifications }: Received): Promise<void> {
  if (notifications.length === 0) return;
  const inbox = inboxes.get(deps) ?? createBatcher((arrived) => store(deps, arrived), MOST_CALLS_AT_ONCE);
  inboxes.set(deps, inbox);
  await inbox(notifications.map((notification) => ({ ...notification, provider })));
}

async function store(deps: CommandDeps, arrived: readonly Arrived[]): Promise<void> {
  const now = deps.now();
  const { fresh, connections } = await deps.orm.em.fork().transactional(async (em) => {
    const fresh = await insert(em, arrived, now);
    return { fresh, connections: fresh.length === 0 ? [] : await wake(em, fresh, now) };
  });
  for (const connection of connections)
    void deliverConnection(deps, connection, 'noticed').catch((error: unknown) =>
      log.warn({ connection: connection.id, ...describeError(error) }, 'connection not signalled'),
    );
  const ends = fresh.filter(({ what }) => what === 'deleted').map(({ id }) => id);
  if (ends.length > 0) await dropForgotten(deps.orm.em.fork(), ends);
}

/** What a notification concerns, as the database names it. */
interface Concern {
  readonly id: string;
  readonly what: Notification['what'];
  readonly provider: string;
  readonly subscription_id: string | null;
  readonly account_id: string | null;
  readonly meeting_id: string | null;
}

/**
 * Returns those that were not kept before. In one order everywhere, so that two processes never wait for each other. That a
 * meeting is gone which we do not know changes nothing: mostly it has been forgotten with its guest a moment ago.
 */
function insert(em: Em, arrived: readonly Arrived[], now: Date): Promise<Concern[]> {
  const rows = arrived
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ provider, dedupeKey, what, subscriptionId, accountId, meetingId }) => ({
      id: randomUUIDv7(),
      provider,
      dedupe_key: dedupeKey,
      what,
      subscription_id: subscriptionId,
      account_id: accountId,
      meeting_id: meetingId,
      received_at: now,
    }));
  return em.execute<Concern[]>(
    `insert into inbox_notifications (id, provider, dedupe_key, what, subscription_id, account_id, meeting_id, received_at)
     select id, provider, dedupe_key, what, subscription_id, account_id, meeting_id, received_at
       from jsonb_to_recordset(?::jsonb) as n (id uuid, provider text, dedupe_key text, what text, subscription_id text,
         account_id text, meeting_id text, received_at timestamptz)
      where what <> 'deleted' or meeting_id is null or exists (
        select 1 from conferences c where c.provider = n.provider and c.provider_meeting_id = n.meeting_id)
     on conflict (provider, dedupe_key) do nothing returning id, what, provider, subscription_id, account_id, meeting_id`,
    [JSON.stringify(rows)],
  );
}

/**
 * Drops what was kept of a meeting's end while a transaction forgot the meeting and could not see it yet. That one is
 * waited for by the row it changes; one that comes later sees what was kept. Apart from the transaction that kept it, so
 * that who waits for another holds nothing that the other may wait for.
 */
async function dropForgotten(em: Em, ids: readonly string[]): Promise<void> {
  await em.execute(
    `delete from inbox_notifications n
      where n.id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and n.meeting_id is not null
        and not exists (
          select 1 from conferences c where c.provider = n.provider and c.provider_meeting_id = n.meeting_id for share)`,
    [JSON.stringify(ids)],
  );
}

const keyOf = ({ provider, dedupeKey }: Arrived) => `${provider} ${dedupeKey}`;

function wake(em: Em, concerns: readonly Concern[], now: Date): Promise<{ id: string; revision: number }[]> {
  return em.execute(
    `with said as (
       select distinct * from jsonb_to_recordset(?::jsonb) as n (provider text, subscription_id text, account_id text, meeting_id text)
     ), concerned as (
       select id from connections where id in (
         select k.id from said join connections k on k.provider = said.provider and k.account_id = said.account_id and k.is_current
         union select c.connection_id from said
                 join conferences c on c.provider = said.provider and c.provider_meeting_id = said.meeting_id
         union select w.connection_id from said join subscriptions w on w.provider = said.provider
                  and (w.subscription_id = said.subscription_id or w.id::text = said.subscription_id))
        order by id for update)
     update connections k set revision = k.revision + 1, next_wake_at = ? from concerned
      where k.id = concerned.id returning k.id, k.revision`,
    [JSON.stringify(concerns), now],
  );
}
