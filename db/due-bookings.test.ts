import { expect, test } from 'vitest';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { drainMails, makeLive, openWorkshop, plan } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();
const ask = <Row>(sql: string, values: unknown[] = []) => deps.orm.em.fork().execute<Row[]>(sql, values);

interface Updates {
  readonly all: number;
  /** Those that left every index of the table alone. */
  readonly hot: number;
}

/** As Postgres counts them, some seconds later. */
async function updatesOf(table: string): Promise<Updates> {
  const [row] = await ask<Updates>(
    'select n_tup_upd::int as "all", n_tup_hot_upd::int as hot from pg_stat_user_tables where relname = ?',
    [table],
  );
  return row ?? { all: 0, hot: 0 };
}

const dueOf = (id: string) =>
  ask<{ isSame: boolean }>(
    `select d.next_wake_at = b.next_wake_at and d.late_since is not distinct from b.late_since
            and d.is_undelivered = (b.revision > b.delivered_revision) as "isSame"
       from due_bookings d join bookings b on b.id = d.booking_id where b.id = ?`,
    [id],
  );

async function atZoom() {
  const host = await makeHost(deps);
  await makeConnection(deps, host);
  return makeEventType(deps, host, { location: { kind: 'zoom' } });
}

test('from the commit on, a booking is planned, linked, mailed and woken up without a write to any index of its table', async () => {
  const id = await bookTime(deps, await atZoom(), at(0));
  await plan(deps, id);
  await makeLive(deps, id);
  await plan(deps, id);
  await drainMails(deps, id);
  for (let turn = 0; turn < 5; turn += 1) {
    await ask(
      `update bookings set next_wake_at = now() - interval '1 hour', late_since = now(), delivered_revision = 0`,
    );
    await plan(deps, id);
  }
  await expect.poll(async () => (await updatesOf('bookings')).all).toBeGreaterThan(10);
  const { all, hot } = await updatesOf('bookings');
  expect(hot).toBe(all);
});

test('what is due follows the booking, and is gone with its last wake time and with the booking', async () => {
  const id = await bookTime(deps, await atZoom(), at(0));
  expect(await dueOf(id)).toEqual([{ isSame: true }]);
  await ask('update bookings set revision = revision + 1, late_since = now() where id = ?', [id]);
  expect(await dueOf(id)).toEqual([{ isSame: true }]);
  await ask(`update bookings set next_wake_at = next_wake_at + interval '1 day', late_since = null where id = ?`, [id]);
  expect(await dueOf(id)).toEqual([{ isSame: true }]);
  await ask('update bookings set next_wake_at = null where id = ?', [id]);
  expect(await dueOf(id)).toEqual([]);
  await ask('update bookings set next_wake_at = now() where id = ?', [id]);
  expect(await dueOf(id)).toEqual([{ isSame: true }]);
  await ask('delete from bookings where id = ?', [id]);
  expect(await ask('select 1 from due_bookings where booking_id = ?', [id])).toEqual([]);
});
