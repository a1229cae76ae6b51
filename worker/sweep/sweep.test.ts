import { expect, test } from 'vitest';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { makeLive, openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { recordStatements } from '#test/fixtures/statements.ts';
import { sweep } from './sweep.ts';

const statements = recordStatements();

const deps = await openWorkshop();

/** What one sweep signals of what contains `id`. */
async function sweptOf(id: string): Promise<string[]> {
  deps.signalled.length = 0;
  await sweep(deps);
  return deps.signalled.filter((line) => line.includes(id));
}

const set = (table: string, id: string, what: string) =>
  deps.orm.em.fork().execute(`update ${table} set ${what} where id = ?`, [id]);

async function bookedWhile(temporalIsUp: boolean) {
  deps.temporal.isUp = temporalIsUp;
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { requiresConfirmation: true });
  const id = await bookTime(deps, type, at(0));
  deps.temporal.isUp = true;
  if (temporalIsUp) await set('bookings', id, `next_wake_at = now() + interval '1 hour'`);
  return { host, id };
}

const secondsAgo = (seconds: number) => `next_wake_at = now() - interval '${seconds} seconds'`;

test('a sweep that finds nothing asks once', async () => {
  await sweep(deps);
  statements.length = 0;
  await sweep(deps);
  expect(statements).toHaveLength(1);
});

test('a booking Temporal never heard of is signalled once it is five seconds old, until it is accepted', async () => {
  const { id } = await bookedWhile(false);
  expect(await sweptOf(id)).toEqual([]);
  await set('bookings', id, secondsAgo(6));
  expect(await sweptOf(id)).toEqual([`booking ${id} sweep`]);
  expect((await readBooking(deps, id)).deliveredRevision).toBe(1);
  expect(await sweptOf(id)).toEqual([]);
});

test('a booking whose workflow the sweep starts is shown in the Temporal UI as one that the API starts', async () => {
  const { id } = await bookedWhile(false);
  await set('bookings', id, secondsAgo(6));
  const shown: (string | undefined)[] = [];
  const signals: typeof deps.signals = {
    ...deps.signals,
    async booking(bookingId, signal, announced) {
      if (bookingId === id) shown.push(announced?.shown?.summary);
      await deps.signals.booking(bookingId, signal, announced);
    },
  };
  await sweep({ ...deps, signals });
  expect(shown).toEqual(['phone · 30 min · asks for confirmation']);
});

test('a change that was planned without its signal needs none any more', async () => {
  const { id } = await bookedWhile(false);
  await plan(deps, id);
  await set('bookings', id, secondsAgo(6));
  expect(await sweptOf(id)).toEqual([]);
});

test('while Temporal is away the signal is repeated again and again', async () => {
  const { id } = await bookedWhile(false);
  const sweptLater = async () => {
    await set('bookings', id, secondsAgo(6));
    return sweptOf(id);
  };
  deps.temporal.isUp = false;
  expect(await sweptLater()).toHaveLength(1);
  expect(await sweptLater()).toHaveLength(1);
  deps.temporal.isUp = true;
  expect(await sweptLater()).toHaveLength(1);
  expect(await sweptLater()).toHaveLength(0);
});

test('a change after a delivered one is undelivered again', async () => {
  const { id, host } = await bookedWhile(true);
  deps.temporal.isUp = false;
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  deps.temporal.isUp = true;
  await set('bookings', id, secondsAgo(6));
  expect(await sweptOf(id)).toEqual([`booking ${id} sweep`]);
});

test('a workflow that has not planned a minute after it should have is signalled', async () => {
  const { id } = await bookedWhile(true);
  await set('bookings', id, secondsAgo(50));
  expect(await sweptOf(id)).toEqual([]);
  await set('bookings', id, secondsAgo(61));
  expect(await sweptOf(id)).toEqual([`booking ${id} sweep`]);
  await set('bookings', id, 'next_wake_at = null');
  expect(await sweptOf(id)).toEqual([]);
});

/** So many more connections, all overdue by an hour. */
async function overdueConnections(count: number): Promise<void> {
  const { id } = await makeConnection(deps, await makeHost(deps));
  await deps.orm.em.fork().execute(
    `insert into connections (id, host_id, provider, account_id, account_email, is_current, state, connected_at,
         revision, delivered_revision, next_wake_at, failures, created_at, updated_at)
       select gen_random_uuid(), host_id, provider, 'lost-' || n, account_email, false, state, connected_at,
         revision, delivered_revision, now() - interval '1 hour', failures, created_at, updated_at
         from connections, generate_series(1, ?) n where id = ?`,
    [count, id],
  );
}

test('the newest does not stand behind a backlog, and what never plans is not signalled at every sweep', async () => {
  const { id } = await makeConnection(deps, await makeHost(deps));
  await overdueConnections(600);
  await set('connections', id, secondsAgo(90));
  const first = await sweptOf('connection');
  expect(first.findIndex((line) => line.includes(id))).toBeLessThan(20);
  expect(first).toHaveLength(500);
  expect(await sweptOf('connection')).toHaveLength(101);
  expect(await sweptOf('connection')).toEqual([]);
});

test('repairs are made in parallel, and none is tried further once Temporal takes nothing', async () => {
  await overdueConnections(60);
  const running = { now: 0, most: 0 };
  const slow = {
    ...deps,
    signals: {
      ...deps.signals,
      async connection(...call: Parameters<typeof deps.signals.connection>) {
        running.most = Math.max(running.most, (running.now += 1));
        await deps.signals.connection(...call);
        running.now -= 1;
      },
    },
  };
  deps.temporal.isUp = false;
  deps.signalled.length = 0;
  await sweep(slow);
  expect(running.most).toBe(20);
  expect(deps.signalled).toHaveLength(20);
  deps.temporal.isUp = true;
  await sweptOf('connection');
});

test('of many lost bookings no more are started again than are planned meanwhile', async () => {
  const type = await makeEventType(deps, await makeHost(deps));
  for (let turn = 0; turn < 45; turn += 1) await bookTime(deps, type, at(turn * 60));
  const lose = () =>
    deps.orm.em
      .fork()
      .execute(
        `update bookings set next_wake_at = now() - interval '1 hour', late_since = null where event_type_id = ?`,
        [type.id],
      );
  await lose();
  deps.signalled.length = 0;
  await sweep(deps, { paceMs: 100 });
  expect(deps.signalled).toHaveLength(20);

  await lose();
  const planning = {
    ...deps,
    signals: {
      ...deps.signals,
      async booking(...[id, ...call]: Parameters<typeof deps.signals.booking>) {
        await deps.signals.booking(id, ...call);
        await plan(deps, id);
      },
    },
  };
  deps.signalled.length = 0;
  await sweep(planning, { paceMs: 60_000 });
  expect(deps.signalled).toHaveLength(45);
});

test('connections are repaired in the same two ways', async () => {
  const { id } = await makeConnection(deps, await makeHost(deps));
  expect(await sweptOf(id)).toEqual([]);
  await set('connections', id, `revision = 2, ${secondsAgo(6)}`);
  expect(await sweptOf(id)).toEqual([`connection ${id} sweep`]);
  await set('connections', id, secondsAgo(61));
  expect(await sweptOf(id)).toEqual([`connection ${id} sweep`]);
});

test('a notification that slipped past the connection that made its meeting is a reason to signal it, once', async () => {
  const host = await makeHost(deps);
  const { id } = await makeConnection(deps, host);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  const bookingId = await bookTime(deps, type, at(0));
  await plan(deps, bookingId);
  const { providerMeetingId } = await makeLive(deps, bookingId);
  const notification = { meetingId: providerMeetingId ?? '', dedupeKey: 'n1', what: 'changed' as const };
  await receiveNotifications(deps, { provider: 'zoom', notifications: [notification] });
  const later = `next_wake_at = now() + interval '1 hour'`;
  await set('connections', id, `delivered_revision = revision, ${later}`);
  await set('bookings', bookingId, later);
  expect(await sweptOf(id)).toEqual([]);
  await deps.orm.em.fork().execute(`update inbox_notifications set received_at = now() - interval '61 seconds'`);
  expect(await sweptOf(id)).toEqual([`connection ${id} sweep`]);
  expect(await sweptOf(id)).toEqual([]);
  await set('connections', id, `${later}, retry_at = now() + interval '5 minutes'`);
  expect(await sweptOf(id)).toEqual([]);
  await set('connections', id, 'retry_at = null');
  await deps.orm.em.fork().execute(`update inbox_notifications set handled_at = now()`);
  expect(await sweptOf(id)).toEqual([]);
});

test('of a meeting that is not ours a change is kept until its id is stored, and its end not at all', async () => {
  const notify = (what: 'changed' | 'deleted', meetingId: string) =>
    receiveNotifications(deps, {
      provider: 'zoom',
      notifications: [{ meetingId, dedupeKey: `${meetingId}-${what}`, what }],
    });
  await notify('changed', 'unknown');
  await notify('deleted', 'unknown');
  const host = await makeHost(deps);
  await makeConnection(deps, host);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  const bookingId = await bookTime(deps, type, at(0));
  await plan(deps, bookingId);
  const { providerMeetingId } = await makeLive(deps, bookingId);
  await notify('deleted', providerMeetingId ?? '');
  const rows = await deps.orm.em
    .fork()
    .execute<{ key: string }[]>(
      `select dedupe_key as key from inbox_notifications where dedupe_key ~ '-(changed|deleted)$' order by id`,
    );
  expect(rows.map(({ key }) => key)).toEqual(['unknown-changed', `${providerMeetingId}-deleted`]);
});

test('a notification that comes again is kept once', async () => {
  const notification = { meetingId: 'm', dedupeKey: 'same', what: 'changed' as const };
  for (let time = 0; time < 3; time += 1)
    await receiveNotifications(deps, { provider: 'zoom', notifications: [notification, notification] });
  const rows = await deps.orm.em.fork().execute(`select 1 from inbox_notifications where dedupe_key = 'same'`);
  expect(rows).toHaveLength(1);
});
