import { expect, test } from 'vitest';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { createMetrics } from './metrics.ts';
import { sweep } from './sweep/sweep.ts';

const deps = await openWorkshop();
const swept = new Date('2026-11-29T10:00:00Z');
const readMetrics = createMetrics({ orm: deps.orm, lastSweep: () => swept, temporal: async () => 'temporal_x 1' });

/** Our own figures, by name and label. */
async function figures(): Promise<Record<string, number>> {
  const lines = (await readMetrics()).matchAll(/^insytical_(\S+) (\S+)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value]) => [name, Number(value)]));
}

const execute = (statement: string, values: readonly unknown[] = []) => deps.orm.em.fork().execute(statement, values);

test('metrics say what is due, and nothing once it is done', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { requiresConfirmation: true });
  const id = await bookTime(deps, type, at(0));
  const connection = await makeConnection(deps, host);
  await execute(`update email_deliveries set due_at = now() + interval '1 day'`);
  expect(await figures()).toMatchObject({
    signals_undelivered: 0,
    wake_ups_overdue: 0,
    mails_queued: 0,
    'connections_to_reconnect{provider="zoom"}': 0,
  });

  await execute(
    `update bookings set delivered_revision = 0, next_wake_at = now() - interval '6 minutes' where id = ?`,
    [id],
  );
  await execute(`update email_deliveries set due_at = now() - interval '90 seconds' where booking_id = ?`, [id]);
  await execute(`update connections set state = 'reconnect_needed' where id = ?`, [connection.id]);
  const before = await figures();
  expect(before).toMatchObject({
    signals_undelivered: 1,
    wake_ups_overdue: 1,
    notifications_unhandled: 0,
    meetings_abandoned: 0,
    'connections_to_reconnect{provider="zoom"}': 1,
    last_sweep_timestamp_seconds: swept.getTime() / 1_000,
  });
  expect(before['mails_queued']).toBeGreaterThan(0);
  expect(before['mails_oldest_seconds']).toBeGreaterThanOrEqual(90);

  await plan(deps, id);
  await execute(`update bookings set next_reminder_at = now() - interval '6 minutes' where id = ?`, [id]);
  expect(await figures()).toMatchObject({ wake_ups_overdue: 1 });
  await plan(deps, id);
  expect(await figures()).toMatchObject({ wake_ups_overdue: 0 });
  const reconnecting = async (what: string) => {
    await execute(`update connections set ${what} where id = ?`, [connection.id]);
    return (await figures())['connections_to_reconnect{provider="zoom"}'];
  };
  expect(await reconnecting(`state = 'connected'`)).toBe(0);
  expect(await reconnecting(`state = 'revoked', cause = 'uninstalled'`)).toBe(1);
  expect(await reconnecting(`cause = 'disconnected'`)).toBe(0);
});

test('a row that the sweep fails to repair stays due until a plan has run', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { requiresConfirmation: true });
  deps.temporal.isUp = false;
  const id = await bookTime(deps, type, at(30));
  const pass = (minutes: number) =>
    execute(
      `update bookings set next_wake_at = next_wake_at - ? * interval '1 minute',
         late_since = late_since - ? * interval '1 minute' where id = ?`,
      [minutes, minutes, id],
    );
  for (let minute = 0; minute < 6; minute += 1) {
    await pass(1);
    await sweep(deps);
  }
  expect(await figures()).toMatchObject({ signals_undelivered: 1, wake_ups_overdue: 1 });
  deps.temporal.isUp = true;
  await plan(deps, id);
  expect(await figures()).toMatchObject({ signals_undelivered: 0, wake_ups_overdue: 0 });
});

test('what the SDK exports is part of them', async () => {
  expect(await readMetrics()).toContain('temporal_x 1');
});
