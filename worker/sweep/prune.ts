import type { CommandDeps } from '#commands/shared/deps.ts';

/** Rows that one statement removes: few enough for the longest life of a statement, on a table of any size. */
export const PRUNED_AT_ONCE = 2_000;

/** What has outlived its use, table by table. */
const EXPIRED: readonly (readonly [table: string, condition: string])[] = [
  ['oauth_attempts', `expires_at < now() - interval '1 day'`],
  ['idempotency_keys', `created_at < now() - interval '24 hours'`],
  // They matched no connection, or one that could not be read: a poll finds the changes they announced.
  ['inbox_notifications', `handled_at is null and received_at < now() - interval '24 hours'`],
  // Kept against repeated deliveries, which no provider makes after more than some days.
  ['inbox_notifications', `handled_at < now() - interval '30 days'`],
  [
    'email_deliveries',
    `state in ('sent', 'superseded', 'refused') and created_at < now() - interval '400 days' and not exists (
       select 1 from bookings b where b.id = email_deliveries.booking_id and b.status in ('pending', 'confirmed'))`,
  ],
  ['webhook_deliveries', `created_at < now() - interval '30 days'`],
  ['subscriptions', `expires_at < now() - interval '7 days'`],
  ['verifications', `expires_at < now() - interval '1 day'`],
  ['sessions', `expires_at < now() - interval '1 day'`],
  ['former_handles', 'kept_until < now()'],
  ['booking_links', `least(used_at, expires_at) < now() - interval '90 days'`],
  ['rate_limits', 'expire < (extract(epoch from now()) * 1000)::bigint'],
];

/** Some rows that a condition is true of; those that others are changing come another day. */
const some = (table: string, condition: string) =>
  `ctid = any (array(select ctid from ${table} where ${condition} limit ${PRUNED_AT_ONCE} for update skip locked))`;

/** Each may run again at any time. */
const STATEMENTS = [
  ...EXPIRED.map(([table, condition]) => `delete from ${table} where ${some(table, condition)}`),
  `update bookings set requested_from = null
    where ${some('bookings', `requested_from is not null and status <> 'pending'`)}`,
];

/** Removes what its retention no longer covers, a batch a transaction. */
export async function pruneExpired({ orm }: CommandDeps): Promise<void> {
  const em = orm.em.fork();
  for (const statement of STATEMENTS) {
    let pruned = PRUNED_AT_ONCE;
    while (pruned === PRUNED_AT_ONCE) ({ affectedRows: pruned } = await em.execute(statement, [], 'run'));
  }
}
