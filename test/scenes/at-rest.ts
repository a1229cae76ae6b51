import { Client } from 'pg';
import { until } from '#dev/clients/until.ts';

/**
 * What still has to happen for a host: meetings to make, move or delete, twins to look for, mails to send, bookings to wake
 * after a connect. Mails that wait longer than for a link are held back for their mailbox, and not due now.
 */
const UNDONE = `
  select (select count(*) from connections k join users u on u.id = k.host_id
           where u.handle = $1 and k.wake_cursor is not null)::int +
  count(*)::int as undone from bookings b join users u on u.id = b.host_id
   where u.handle = $1 and (
     exists (select 1 from conferences c where c.booking_id = b.id
              and (c.state in ('intended', 'deleting') or c.look_again_at is not null or c.lease_until > now()))
     or exists (select 1 from conferences c join connections k on k.id = c.connection_id
                 where c.booking_id = b.id and c.state = 'live' and c.tolerated_starts_at is null
                   and c.synced_starts_at is distinct from b.starts_at and b.starts_at > now()
                   and b.status = 'confirmed' and k.state = 'connected')
     or exists (select 1 from email_deliveries m where m.booking_id = b.id and m.state in ('queued', 'claimed')
                 and m.due_at < now() + interval '2 minutes'))`;

/** Waits until nothing is under way for a host any more, as the database has it. `within` in milliseconds. */
export async function atRest(databaseUrl: string, handle: string, within = 120_000): Promise<void> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    await until(
      'everything due to be done',
      async () => {
        const { rows } = await client.query<{ undone: number }>(UNDONE, [handle]);
        return rows[0]?.undone === 0;
      },
      { within, every: 200 },
    );
  } finally {
    await client.end();
  }
}
