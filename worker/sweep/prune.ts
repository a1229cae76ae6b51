import type { CommandDeps } from '#commands/shared/deps.ts';

/** What has outlived its use, table by table; each statement may run again at any time. */
const STATEMENTS = [
  `delete from oauth_attempts where expires_at < now() - interval '1 day'`,
  `delete from idempotency_keys where created_at < now() - interval '24 hours'`,
  // They matched no connection, or one that could not be read: a poll finds the changes they announced.
  `delete from inbox_notifications where handled_at is null and received_at < now() - interval '24 hours'`,
  // Kept against repeated deliveries, which no provider makes after more than some days.
  `delete from inbox_notifications where handled_at < now() - interval '30 days'`,
  `delete from email_deliveries d where state in ('sent', 'superseded', 'refused') and created_at < now() - interval '400 days'
     and not exists (select 1 from bookings b where b.id = d.booking_id and b.status in ('pending', 'confirmed'))`,
  `delete from subscriptions where expires_at < now() - interval '7 days'`,
  `delete from verifications where expires_at < now() - interval '1 day'`,
  `delete from sessions where expires_at < now() - interval '1 day'`,
  `update bookings set requested_from = null where requested_from is not null and status <> 'pending'`,
  `delete from former_handles where kept_until < now()`,
  `delete from rate_limits where expire < (extract(epoch from now()) * 1000)::bigint`,
];

/** Removes what its retention no longer covers. */
export async function pruneExpired({ orm }: CommandDeps): Promise<void> {
  const em = orm.em.fork();
  for (const statement of STATEMENTS) await em.execute(statement);
}
