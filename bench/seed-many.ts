import type { Client } from 'pg';
import { timed } from './measure.ts';

interface Many {
  /** Bookings ahead, each with its link and its confirmations sent; no workflow in Temporal knows of them. */
  readonly open: number;
  /** Bookings that are over. */
  readonly ended: number;
  readonly hosts: number;
}

/** Of the seeded bookings' guests, for SQL's `like`. */
export const SEEDED_GUEST = 'many-%@example.org';

/** While it copies: no triggers, no waits for the disk, much room to sort for indexes. */
const FAST = [
  'set session_replication_role = replica',
  'set synchronous_commit = off',
  `set maintenance_work_mem = '512MB'`,
];

/** Of a host's time ahead, bookings of half an hour from the third day on, one after another. */
const SLOT = `interval '30 minutes'`;
const idOf = (kind: number, n: string) => `('00000000-000${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/**
 * Copies the rows of one booking, of its host and of what belongs to both, so many times, over hosts of their own. The
 * first host gets its share of the bookings that are over. Triggers, foreign keys and indexes are left out meanwhile, or it would take hours.
 */
export async function seedMany(db: Client, bookingId: string, { open, ended, hosts }: Many): Promise<void> {
  const all = open + ended;
  const host = `(n % ${hosts})::bigint`;
  const isOpen = `n <= ${open}`;
  const at = `case when ${isOpen} then date_trunc('day', now()) + interval '3 days' + ${SLOT} * (n / ${hosts})
                   else date_trunc('day', now()) - interval '1 day' - ${SLOT} * (n / ${hosts}) end`;
  const times = { starts_at: at, ends_at: `(${at}) + ${SLOT}`, blocked_from: at, blocked_until: `(${at}) + ${SLOT}` };
  // The host of the template takes the place of the first of the others, for what is over.
  const owned = (kind: number, own: string) =>
    `case when ${isOpen} or n % ${hosts} > 0 then ${idOf(kind, host)} else one.${own} end`;
  const one = await rowsAbout(db, bookingId);
  type Changed = Readonly<Record<string, string>>;
  const copy = async (table: keyof typeof one, count: number, changed: Changed, reader = 'guest') => {
    const which = table === 'email_deliveries' ? `${one[table]} and recipient = '${reader}'` : one[table];
    const took = await timed(() => withoutIndexes(db, table, () => copyRows(db, table, which, count, changed)));
    console.log(`  ${count} ${table}: ${(took / 1_000).toFixed(1)} s`);
  };

  for (const setting of FAST) await db.query(setting);
  const name = `'many-' || n`;
  const mine = { host_id: idOf(1, 'n - 1') };
  await copy('users', hosts, { id: idOf(1, 'n - 1'), handle: name, email: `'many-' || n || '@example.com'` });
  await copy('schedules', hosts, { id: idOf(2, 'n - 1'), ...mine });
  await copy('event_types', hosts, { id: idOf(3, 'n - 1'), schedule_id: idOf(2, 'n - 1'), ...mine });
  await copy('connections', hosts, { id: idOf(4, 'n - 1'), account_id: name, next_wake_at: 'null', ...mine });
  await copy('bookings', all, {
    id: idOf(5, 'n'),
    host_id: owned(1, 'host_id'),
    event_type_id: owned(3, 'event_type_id'),
    status: `case when ${isOpen} then 'confirmed' else 'completed' end`,
    next_wake_at: `case when ${isOpen} then ${at} end`,
    delivered_revision: 'one.revision',
    late_since: 'null',
    next_reminder_at: 'null',
    guest_email: `'many-' || n || '@example.org'`,
    created_at: 'now()',
    ...times,
  });
  await copy('conferences', all, {
    id: idOf(6, 'n'),
    booking_id: idOf(5, 'n'),
    connection_id: owned(4, 'connection_id'),
    state: `case when ${isOpen} then 'live' else 'ended' end`,
    provider_meeting_id: name,
    synced_starts_at: at,
    synced_ends_at: times.ends_at,
  });
  const [about, link] = [idOf(5, 'n'), `${idOf(6, 'n')}::text`];
  const told = { booking_id: about, about, told_starts_at: at, link_key: link };
  await copy('email_deliveries', all, { id: idOf(7, 'n'), ...told });
  await copy('email_deliveries', all, { id: idOf(9, 'n'), ...told }, 'host');
  await copy('booking_events', all, { id: idOf(8, 'n'), booking_id: idOf(5, 'n') });
  await db.query(
    `insert into due_bookings (booking_id, next_wake_at, is_undelivered)
     select id, next_wake_at, false from bookings where next_wake_at is not null on conflict do nothing`,
  );
  await db.query('reset all');
  await db.query('vacuum analyze');
}

/** Runs `work` while a table has only the indexes of its constraints; the others are made again from the whole of it. */
async function withoutIndexes(db: Client, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = $1::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of rows) await db.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await db.query(definition);
}

/** In SQL, by table: the rows that are copied. */
async function rowsAbout(db: Client, bookingId: string) {
  const { rows } = await db.query<{ host: string; type: string; schedule: string; connection: string }>(
    `select b.host_id as host, b.event_type_id as type, t.schedule_id as schedule, c.connection_id as connection
       from bookings b join event_types t on t.id = b.event_type_id join conferences c on c.booking_id = b.id where b.id = $1`,
    [bookingId],
  );
  const [about] = rows;
  if (about === undefined) throw new Error('The booking to copy has no meeting');
  const mine = `booking_id = '${bookingId}'`;
  return {
    users: `id = '${about.host}'`,
    schedules: `id = '${about.schedule}'`,
    event_types: `id = '${about.type}'`,
    connections: `id = '${about.connection}'`,
    bookings: `id = '${bookingId}'`,
    conferences: mine,
    email_deliveries: `${mine} and kind = 'confirmed'`,
    booking_events: `${mine} and kind = 'booked'`,
  };
}

/** Copies one row `count` times, `n` counting from 1; `changed` says in SQL what is each copy's own. */
async function copyRows(
  db: Client,
  table: string,
  which: string,
  count: number,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  await db.query(
    `insert into ${table} (${columns.join(', ')}) select ${columns.map((name) => changed[name] ?? `one.${name}`).join(', ')}
       from (select * from ${table} where ${which} limit 1) one, generate_series(1, ${count}) n`,
  );
}
