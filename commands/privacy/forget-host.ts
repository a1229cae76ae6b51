import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';

/** Work that is not finished within a week is left undone, so that personal data is erased. */
const PATIENCE_MS = 7 * 86_400_000;

/** In an order that no foreign key minds. Notifications of an account that another host has connected as well stay theirs. */
const STEPS = [
  // First, so that what is kept of their meetings from now on is dropped by who keeps it (`receive-notifications.ts`).
  'select 1 from conferences where booking_id in (select id from bookings where host_id = ?) for update',
  `delete from inbox_notifications where (provider, meeting_id) in (
     select c.provider, c.provider_meeting_id from conferences c join bookings b on b.id = c.booking_id where b.host_id = ?)`,
  `delete from inbox_notifications where (provider, account_id) in (
     select provider, account_id from connections group by provider, account_id having bool_and(host_id = ?))`,
  `delete from inbox_notifications where (provider, subscription_id) in (
     select w.provider, w.subscription_id from subscriptions w join connections k on k.id = w.connection_id where k.host_id = ?)`,
  'delete from bookings where host_id = ?',
  'delete from event_types where host_id = ?',
  'delete from schedules where host_id = ?',
  'delete from connections where host_id = ?',
  'delete from users where id = ?',
];

/** Removes every row of a host who deleted the account, once nothing is pending. To be called under the host's lock. */
export async function forgetHost(em: Em, hostId: string, now: Date): Promise<void> {
  const host = await em.findOne(User, { id: hostId });
  if (!host?.eraseAskedAt) return;
  const patient = now.getTime() < host.eraseAskedAt.getTime() + PATIENCE_MS;
  if (patient && (await isWorkPending(em, hostId, now))) return;
  for (const statement of STEPS) await em.execute(statement, [hostId]);
}

/** Bookings ahead, mails, meetings to be deleted, grants to be ended: while there is one, the rows are needed. */
async function isWorkPending(em: Em, hostId: string, now: Date): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 where
       exists (select 1 from bookings where host_id = ? and status in ('pending', 'confirmed') and ends_at > ?)
       or exists (select 1 from email_deliveries m join bookings b on b.id = m.booking_id
         where b.host_id = ? and m.state in ('queued', 'claimed'))
       or exists (select 1 from email_deliveries m join connections k on k.id = m.connection_id
         where k.host_id = ? and m.state in ('queued', 'claimed'))
       or exists (select 1 from conferences c join bookings b on b.id = c.booking_id
         where b.host_id = ? and (c.state in ('intended', 'deleting') or c.look_again_at is not null
           or (c.state = 'live' and b.status in ('cancelled', 'declined', 'expired'))))
       or exists (select 1 from connection_tokens t join connections k on k.id = t.connection_id where k.host_id = ?)`,
    [hostId, now, hostId, hostId, hostId, hostId],
  );
  return rows.length > 0;
}
