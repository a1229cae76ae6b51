import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { disconnect } from '#commands/connections/disconnect.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { setBookingLink } from '#commands/bookings/set-booking-link.ts';
import { at, readBooking } from '#test/fixtures/bookings.ts';
import { bookingsAtZoom } from '#test/fixtures/bookings-at-zoom.ts';
import { makeLive, openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();
const { booked, meetingOf, change, changeConnection, mailsAreOut } = bookingsAtZoom(deps);
const WEEK_MS = 7 * 86_400_000;

test('after a disconnect what was only meant is dropped, and a live link stays', async () => {
  const [meant, live] = [await booked(), await booked()];
  await plan(deps, meant.id);
  await plan(deps, live.id);
  await makeLive(deps, live.id);
  for (const { host, connection } of [meant, live]) {
    await disconnect(deps, { hostId: host.id, provider: 'zoom' });
    await changeConnection(connection, 'grace_until = now()');
  }
  expect(await plan(deps, meant.id)).toMatchObject({
    conference: null,
    conferenceStatus: 'unavailable',
    mailsDue: true,
  });
  expect((await meetingOf(meant.id)).state).toBe('deleted');
  expect((await readBooking(deps, meant.id)).linkWanted).toBe(false);
  expect(await plan(deps, live.id)).toMatchObject({ conference: null, conferenceStatus: 'ready' });
});

test('a meeting stays where it is when the hold on a proposed time runs out', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  await plan(deps, id);
  await makeLive(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await deps.orm.em.fork().execute('update bookings set hold_ends_at = now() where id = ?', [id]);
  expect(await plan(deps, id)).toMatchObject({ status: 'confirmed', conference: null, conferenceStatus: 'ready' });
  expect((await meetingOf(id)).state).toBe('live');
});

test('a cancelled booking is not done before its meeting is gone', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await mailsAreOut(id);
  expect(await plan(deps, id)).toMatchObject({ done: false, conference: { action: 'deleteMeeting' } });
  await change((await meetingOf(id)).id, `state = 'deleted'`);
  expect(await plan(deps, id)).toMatchObject({ done: true, conference: null });
});

test('cancelled after a call with unknown outcome: the meeting is searched for, and once more later', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const { id: meeting } = await meetingOf(id);
  await change(meeting, 'called_at = now()');
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await mailsAreOut(id);
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'deleteMeeting' });
  await change(meeting, `state = 'deleted', look_again_at = now() + interval '2 min'`);
  expect(await plan(deps, id)).toMatchObject({ done: false, conference: null, next: 'zoom again (reconcileMeeting)' });
  await change(meeting, 'look_again_at = now()');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'reconcileMeeting' });
  await change(meeting, 'look_again_at = null, called_at = null');
  expect(await plan(deps, id)).toMatchObject({ done: true });
});

test('the meeting of a booking that is over is no longer among the live ones, and stays where it is', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await mailsAreOut(id);
  await shift(deps, id, -31);
  expect(await plan(deps, id)).toMatchObject({ status: 'completed', done: true, conference: null });
  expect((await meetingOf(id)).state).toBe('ended');
});

test('what was never called needs no deletion', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  expect((await plan(deps, id)).conference).toBeNull();
  expect((await meetingOf(id)).state).toBe('deleted');
});

test('deletion is abandoned a week after the meeting, and the host is told', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await mailsAreOut(id);
  const waiting = await plan(deps, id);
  expect(waiting).toMatchObject({ done: false, conference: null, next: 'a reconnect' });
  expect(waiting.wakeAt).toBe((await readBooking(deps, id)).endsAt.getTime() + WEEK_MS);
  await shift(deps, id, -7 * 1_440 - 31);
  expect(await plan(deps, id)).toMatchObject({ done: true });
  expect((await meetingOf(id)).state).toBe('abandoned');
});

test('a pasted link wins: what was meant is dropped, and no other is ever made', async () => {
  const { id, host } = await booked();
  await plan(deps, id);
  await setBookingLink(deps, { bookingId: id, hostId: host.id, url: 'https://meet.example.com/mine' });
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'ready', mailsDue: true });
  expect((await meetingOf(id)).state).toBe('deleted');
  await resendBooking(deps, { bookingId: id, hostId: host.id });
  expect((await plan(deps, id)).conference).toBeNull();
});

test('a deletion that waited for a reconnect is abandoned when the host disconnects instead, and the host is told', async () => {
  const { id, host, connection } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await mailsAreOut(id);
  await plan(deps, id);
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  const { nextWakeAt } = await readBooking(deps, id);
  expect((nextWakeAt?.getTime() ?? Infinity) - Date.now()).toBeLessThanOrEqual(deps.config.DISCONNECT_GRACE_MS);
  await changeConnection(connection, 'grace_until = now()');
  expect(await plan(deps, id)).toMatchObject({ done: true, conference: null });
  expect((await meetingOf(id)).state).toBe('abandoned');
});
