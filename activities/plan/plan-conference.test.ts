import { expect, test } from 'vitest';
import { planConnection } from '../connections/plan-connection.ts';
import { PRIORITY } from '#workflows/plan-types.ts';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { at, mailsOf } from '#test/fixtures/bookings.ts';
import { bookingsAtZoom } from '#test/fixtures/bookings-at-zoom.ts';
import { makeLive, openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();
const { booked, meetingsOf, meetingOf, change, changeConnection } = bookingsAtZoom(deps);

test('the intent is committed, with a marker, before the call it asks for', async () => {
  const { id } = await booked();
  const { conference } = await plan(deps, id);
  const meeting = await meetingOf(id);
  expect(conference).toEqual({
    provider: 'zoom',
    providerName: 'Zoom',
    action: 'createMeeting',
    conferenceId: meeting.id,
    priority: PRIORITY.fresh,
  });
  expect(meeting).toMatchObject({ state: 'intended', marker: `local.${meeting.id}`, calledAt: null });
  await plan(deps, id);
  expect(await meetingsOf(id)).toHaveLength(1);
});

test('planned twice at once, one meeting is meant', async () => {
  const { id } = await booked();
  await Promise.all([plan(deps, id), plan(deps, id), plan(deps, id)]);
  expect(await meetingsOf(id)).toHaveLength(1);
});

test('a lane under way is not given another call', async () => {
  const { id } = await booked();
  expect((await plan(deps, id, { busy: ['conference'] })).conference).toBeNull();
});

test('with a revoked token it waits for the host, however long that takes', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'pending', done: false });
  expect((await meetingOf(id)).state).toBe('intended');
  await changeConnection(connection, `state = 'connected', cause = null`);
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
});

test('a move is pushed to the meeting it has', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  expect((await plan(deps, id)).conference).toBeNull();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect((await plan(deps, id)).conference).toEqual({
    provider: 'zoom',
    providerName: 'Zoom',
    action: 'updateMeeting',
    conferenceId: meeting.id,
    priority: PRIORITY.usual,
  });
});

test('a proposed time leaves the meeting alone until the host has confirmed it', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  await plan(deps, id);
  await makeLive(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect(await plan(deps, id)).toMatchObject({ status: 'confirmed', conference: null, conferenceStatus: 'ready' });
  expect((await meetingOf(id)).state).toBe('live');
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'updateMeeting' });
});

test('a meeting refused permanently is tried again when the host asks', async () => {
  const { id, host } = await booked();
  await plan(deps, id);
  await change((await meetingOf(id)).id, `problem = '{"code":"no_license","text":"The account may not."}'`);
  expect((await plan(deps, id)).conference).toBeNull();
  await resendBooking(deps, { bookingId: id, hostId: host.id });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
  expect(await mailsOf(deps, id)).toContain('confirmed guest queued');
});

test('a notification is followed by a look, but not once the meeting has begun', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  await change(meeting.id, 'follow_asked_at = now()');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'reconcileMeeting' });
  await shift(deps, id, -1);
  expect((await plan(deps, id)).conference).toBeNull();
});

test('a link that is still being made is looked for', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  await change(meeting.id, 'join_url = null');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'reconcileMeeting' });
  await change(meeting.id, 'link_expected = false');
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'failed' });
});

test('an event without a link is still moved with its booking', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  await change(
    meeting.id,
    `join_url = null, link_expected = false, problem = '{"code":"no_link","text":"None came."}'`,
  );
  expect((await plan(deps, id)).conference).toBeNull();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'updateMeeting' });
});

test('a meeting at a provider this build does not know waits for one that does', async () => {
  const { id, host, connection } = await booked();
  await plan(deps, id);
  await deps.orm.em.fork().execute(`update bookings set location = '{"kind":"skype"}' where id = ?`, [id]);
  await change((await meetingOf(id)).id, `provider = 'skype'`);
  await changeConnection(connection, `provider = 'skype'`);
  expect(await plan(deps, id)).toMatchObject({ conference: null, done: false, provider: null });
  await cancelBooking(deps, { bookingId: id, actor: 'host', hostId: host.id });
  await change((await meetingOf(id)).id, `state = 'deleting', called_at = now()`);
  expect(await plan(deps, id)).toMatchObject({ conference: null, done: false });
  expect(await planConnection(deps, connection?.id ?? '', { busy: [], gaveUp: false })).toMatchObject({
    call: null,
    done: false,
    next: { name: 'a version that knows the provider skype' },
  });
});
