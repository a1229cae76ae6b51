import { expect, test } from 'vitest';
import { createMissingLinks } from '#commands/bookings/create-missing-links.ts';
import { disconnect } from '#commands/connections/disconnect.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { storeConnection } from '#commands/connections/store-connection.ts';
import { wakeBookings } from '#activities/connections/wake-bookings.ts';
import { at, readBooking } from '#test/fixtures/bookings.ts';
import { bookingsAtZoom } from '#test/fixtures/bookings-at-zoom.ts';
import { makeLive, openWorkshop, plan } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();
const { booked, meetingsOf, meetingOf, change, changeConnection } = bookingsAtZoom(deps);

/** A booking whose meeting exists at the provider, without a link so far. */
async function withoutLink() {
  const made = await booked();
  await plan(deps, made.id);
  await change((await makeLive(deps, made.id)).id, 'join_url = null');
  return made;
}

async function connectAs(hostId: string, accountId: string): Promise<string> {
  const touched = await deps.orm.em.fork().transactional((em) =>
    storeConnection(em, deps, {
      hostId,
      provider: deps.providers.require('zoom'),
      grant: { accessToken: 'fresh', refreshToken: 'fresh-r', expiresAt: Date.now() + 3_600_000, scopes: [] },
      account: { accountId, email: `${accountId}@example.net` },
    }),
  );
  return touched.at(-1)?.connection.id ?? '';
}

test('a meeting whose link never came is created again where another account is connected', async () => {
  const { id, host } = await withoutLink();
  const connection = await connectAs(host.id, 'another');
  const { conference, conferenceStatus } = await plan(deps, id);
  const [former, present] = await meetingsOf(id);
  expect(former).toMatchObject({ state: 'abandoned' });
  expect(present).toMatchObject({ state: 'intended', connection });
  expect(conferenceStatus).toBe('pending');
  expect(conference).toMatchObject({ action: 'createMeeting', conferenceId: present?.id });
});

test('disconnected first, the host is asked: nothing is made before that, and nothing is said to be on its way', async () => {
  const { id, host, connection } = await withoutLink();
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  const { nextWakeAt } = await readBooking(deps, id);
  expect((nextWakeAt?.getTime() ?? Infinity) - Date.now()).toBeLessThanOrEqual(deps.config.DISCONNECT_GRACE_MS);
  await changeConnection(connection, 'grace_until = now()');
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'unavailable' });
  await connectAs(host.id, 'another');
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'unavailable' });
  expect(await createMissingLinks(deps, { hostId: host.id, provider: 'zoom' })).toEqual({ bookings: 1 });
  expect(await plan(deps, id)).toMatchObject({ conference: { action: 'createMeeting' }, conferenceStatus: 'pending' });
});

test('reconnecting the same account continues where it stopped', async () => {
  const { id, host, connection } = await withoutLink();
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  await changeConnection(connection, 'grace_until = now()');
  await plan(deps, id);
  await connectAs(host.id, connection?.accountId ?? '');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'reconcileMeeting' });
});

test('a booking that moves after its account was replaced gets a meeting of the new account', async () => {
  const { id, host } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  const connection = await connectAs(host.id, 'another');
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'ready' });
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
  expect(await meetingsOf(id)).toMatchObject([{ state: 'abandoned' }, { state: 'intended', connection }]);
});

test('a booking that moves after a disconnect keeps its link, and the host is told that the meeting did not move', async () => {
  const { id, host, connection } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  await changeConnection(connection, 'grace_until = now()');
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'ready' });
  expect(await meetingOf(id)).toMatchObject({ state: 'live', problem: { code: 'account_disconnected' } });
  await connectAs(host.id, connection?.accountId ?? '');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'updateMeeting' });
  expect((await meetingOf(id)).problem).toBeNull();
});

test('asked again, a meeting for which no link will come is replaced', async () => {
  const { id, host } = await withoutLink();
  const former = await meetingOf(id);
  await change(former.id, `link_expected = false, problem = '{"code":"no_link","text":"None came."}'`);
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'failed' });
  await resendBooking(deps, { bookingId: id, hostId: host.id });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
  expect(await meetingsOf(id)).toMatchObject([{ id: former.id, state: 'deleting' }, { state: 'intended' }]);
});

test('what was refused for want of a permission is tried again after a reconnect', async () => {
  const { id, host, connection } = await booked();
  await plan(deps, id);
  const { id: meeting } = await makeLive(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await change(meeting, `problem = '{"code":"missing_permission","text":"The account lacks a permission."}'`);
  expect((await plan(deps, id)).conference).toBeNull();
  const reconnected = await connectAs(host.id, connection?.accountId ?? '');
  await wakeBookings(deps, reconnected);
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'updateMeeting' });
});
