import { Client } from 'pg';
import { expect, test } from 'vitest';
import { loadAvailability } from '#commands/bookings/availability.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { recordStatements } from '#test/fixtures/statements.ts';
import { drainMails, makeLive, openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { sendReminders } from '#worker/reminders.ts';
import { pruneExpired } from '#worker/sweep/prune.ts';
import { claimLost, claimUnplanned, claimUnread } from '#worker/sweep/lost-work.ts';
import { sweep } from '#worker/sweep/sweep.ts';

/** Ended bookings, every other of which is still looked at, each with a meeting, a mail and a line of its timeline: so many that to read all is never cheapest. */
const ENDED = 20_000;
const GROWING = new Set(['bookings', 'due_bookings', 'conferences', 'email_deliveries', 'booking_events']);
const IDS = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
const LONG_AGO = `now() - interval '1 hour' * n`;

const statements = recordStatements();
const deps = await openWorkshop();
const database = new Client(deps.config.DATABASE_URL);

async function atZoom() {
  const host = await makeHost(deps, { maxPerMonth: 100 });
  await makeConnection(deps, host);
  return makeEventType(deps, host, { location: { kind: 'zoom' }, maxPerDay: 50 });
}

/** Books, and does what a booking's workflow does until its mails are out. */
async function book(type: Awaited<ReturnType<typeof atZoom>>): Promise<string> {
  const id = await bookTime(deps, type, at(0));
  await plan(deps, id);
  await makeLive(deps, id);
  await plan(deps, id);
  await drainMails(deps, id);
  await plan(deps, id);
  return id;
}

/** Copies the first row of a table for every ended booking; `changed` says in SQL what is its own. */
async function copy(table: string, changed: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  await database.query(
    `insert into ${table} (${columns.join(', ')}) select ${columns.map((name) => changed[name] ?? `one.${name}`).join(', ')}
       from (select * from ${table} limit 1) one, generate_series(1, ${ENDED}) n`,
  );
}

async function seed(): Promise<void> {
  await book(await atZoom());
  const times = ['starts_at', 'ends_at', 'blocked_from', 'blocked_until'].map((column) => [column, LONG_AGO]);
  const wakes = `case when n % 2 = 0 then now() + interval '1 hour' * n end`;
  const woken = { next_wake_at: wakes, next_reminder_at: wakes };
  await copy('bookings', { id: IDS, status: `'completed'`, ...woken, ...Object.fromEntries(times) });
  await copy('conferences', {
    id: IDS,
    state: `'ended'`,
    booking_id: IDS,
    provider_meeting_id: 'n::text',
    created_at: LONG_AGO,
  });
  await copy('email_deliveries', { id: IDS, about: IDS, booking_id: IDS, created_at: LONG_AGO });
  await copy('booking_events', { id: IDS, booking_id: IDS, at: LONG_AGO });
  await database.query('analyze');
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Node[];
}

/** The growing tables that a statement reads from end to end. */
async function readWhole(text: string, values: readonly unknown[]): Promise<string[]> {
  const { rows } = await database.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${text}`, [
    ...values,
  ]);
  const walk = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(walk)];
  return walk(rows[0]?.['QUERY PLAN'][0].Plan as Node)
    .filter((node) => node['Node Type'] === 'Seq Scan' && GROWING.has(node['Relation Name'] ?? ''))
    .map((node) => `${node['Relation Name']}: ${text}`);
}

test('no statement of a booking’s life, of the slots, of the sweep, of reminders or of pruning reads a growing table from end to end', async () => {
  await database.connect();
  try {
    await seed();
    const type = await atZoom();
    statements.length = 0;
    const id = await book(type);
    await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(120) });
    await plan(deps, id);
    await loadAvailability(deps.orm.em.fork(), type, { from: at(0), to: at(44_640) }, deps.now());
    await sweep(deps);
    await sendReminders(deps, new AbortController().signal);
    for (const half of ['undelivered', 'overdue'] as const)
      for (const table of ['bookings', 'connections', 'calendars', 'webhooks'] as const)
        await claimLost(deps, table, half, { order: 'oldest', limit: 20 });
    await claimUnread(deps, 20);
    await claimUnplanned(deps, 20);
    await pruneExpired(deps);
    const asked = new Map(statements.map(({ text, values }) => [text, values]));
    const explained = [...asked].filter(([text]) => /^\s*(select|with|insert|update|delete)/i.test(text));
    expect(explained.length).toBeGreaterThan(25);
    const whole: string[] = [];
    for (const [text, values] of explained) whole.push(...(await readWhole(text, values)));
    expect(whole).toEqual([]);
  } finally {
    await database.end();
  }
}, 300_000);
