import { expect, test } from 'vitest';
import { confirmBooking } from '#commands/confirm-booking.ts';
import { receiveNotices } from '#commands/receive-notices.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { makeLive, openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { redeliverSignals } from './redeliver.ts';

const deps = await openWorkshop();

async function nudgesOf(id: string): Promise<string[]> {
  deps.signalled.length = 0;
  await redeliverSignals(deps);
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
  await set('bookings', id, `next_wake_at = now() + interval '1 hour'`);
  return { host, id };
}

test('a booking Temporal never heard of is nudged once it is five seconds old, until it is heard', async () => {
  const { id } = await bookedWhile(false);
  expect(await nudgesOf(id)).toEqual([]);
  await set('bookings', id, `updated_at = now() - interval '6 seconds'`);
  expect(await nudgesOf(id)).toEqual([`booking ${id} nudge`]);
  expect((await readBooking(deps, id)).deliveredRevision).toBe(1);
  expect(await nudgesOf(id)).toEqual([]);
});

test('while Temporal is away the nudge is tried again and again', async () => {
  const { id } = await bookedWhile(false);
  await set('bookings', id, `updated_at = now() - interval '6 seconds'`);
  deps.temporal.isUp = false;
  expect(await nudgesOf(id)).toHaveLength(1);
  expect(await nudgesOf(id)).toHaveLength(1);
  deps.temporal.isUp = true;
  expect(await nudgesOf(id)).toHaveLength(1);
  expect(await nudgesOf(id)).toHaveLength(0);
});

test('a change after a delivered one is behind again', async () => {
  const { id, host } = await bookedWhile(true);
  deps.temporal.isUp = false;
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  deps.temporal.isUp = true;
  await set('bookings', id, `updated_at = now() - interval '6 seconds', next_wake_at = now() + interval '1 hour'`);
  expect(await nudgesOf(id)).toEqual([`booking ${id} nudge`]);
});

test('a booking whose workflow has not looked two minutes after it should have is nudged', async () => {
  const { id } = await bookedWhile(true);
  await set('bookings', id, `next_wake_at = now() - interval '110 seconds'`);
  expect(await nudgesOf(id)).toEqual([]);
  await set('bookings', id, `next_wake_at = now() - interval '121 seconds'`);
  expect(await nudgesOf(id)).toEqual([`booking ${id} nudge`]);
  await set('bookings', id, 'next_wake_at = null');
  expect(await nudgesOf(id)).toEqual([]);
});

test('a hundred that never look keep nobody else from being healed, and are not nudged at each round', async () => {
  const lost = await makeConnection(deps, await makeHost(deps));
  const sick = await makeConnection(deps, await makeHost(deps));
  await deps.orm.em.fork().execute(
    `insert into connections (id, host_id, provider, account_id, account_email, is_current, state, scopes, connected_at,
         revision, delivered_revision, next_wake_at, failures, created_at, updated_at)
       select gen_random_uuid(), host_id, provider, 'sick-' || n, account_email, false, state, scopes, connected_at,
         revision, delivered_revision, now() - interval '1 hour', failures, created_at, updated_at
         from connections, generate_series(1, 100) n where id = ?`,
    [sick.id],
  );
  await set('connections', lost.id, `next_wake_at = now() - interval '3 minutes'`);
  const rounds = [await nudgesOf(lost.id), await nudgesOf(lost.id), await nudgesOf(lost.id)];
  expect(rounds.flat()).toEqual([`connection ${lost.id} nudge`]);
  expect(await nudgesOf('connection')).toEqual([]);
});

test('connections heal the same two ways', async () => {
  const { id } = await makeConnection(deps, await makeHost(deps));
  expect(await nudgesOf(id)).toEqual([]);
  await set('connections', id, `revision = 2, updated_at = now() - interval '6 seconds'`);
  expect(await nudgesOf(id)).toEqual([`connection ${id} nudge`]);
  await set('connections', id, `next_wake_at = now() - interval '121 seconds'`);
  expect(await nudgesOf(id)).toEqual([`connection ${id} nudge`]);
});

test('a notice nobody has read is a reason to nudge the connection that made the meeting', async () => {
  const host = await makeHost(deps);
  const { id } = await makeConnection(deps, host);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  const bookingId = await bookTime(deps, type, at(0));
  await plan(deps, bookingId);
  const { providerMeetingId } = await makeLive(deps, bookingId);
  const notice = { meetingId: providerMeetingId ?? '', dedupeKey: 'n1', what: 'changed' as const };
  await receiveNotices(deps, { provider: 'zoom', notices: [notice] });
  await set('connections', id, `delivered_revision = revision, next_wake_at = now() + interval '1 hour'`);
  await set('bookings', bookingId, `next_wake_at = now() + interval '1 hour'`);
  expect(await nudgesOf(id)).toEqual([]);
  await deps.orm.em.fork().execute(`update inbox_notices set received_at = now() - interval '6 seconds'`);
  expect(await nudgesOf(id)).toEqual([`connection ${id} nudge`]);
  await deps.orm.em.fork().execute(`update inbox_notices set handled_at = now()`);
  expect(await nudgesOf(id)).toEqual([]);
});

test('a notice that comes again is kept once', async () => {
  const notice = { meetingId: 'm', dedupeKey: 'same', what: 'changed' as const };
  for (let time = 0; time < 3; time += 1) await receiveNotices(deps, { provider: 'zoom', notices: [notice, notice] });
  const rows = await deps.orm.em.fork().execute(`select 1 from inbox_notices where dedupe_key = 'same'`);
  expect(rows).toHaveLength(1);
});
