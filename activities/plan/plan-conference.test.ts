import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/cancel-booking.ts';
import { confirmBooking } from '#commands/confirm-booking.ts';
import { disconnect } from '#commands/disconnect.ts';
import { rescheduleBooking } from '#commands/reschedule-booking.ts';
import { resendBooking } from '#commands/resend-booking.ts';
import { setBookingLink } from '#commands/set-booking-link.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Connection } from '#db/entities/connection.ts';
import { at, bookTime, mailsOf, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { makeLive, openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();
const WEEK_MS = 7 * 86_400_000;

/** A booking at Zoom, with a connection unless told otherwise. */
async function booked({
  connected = true,
  ...changes
}: Parameters<typeof makeEventType>[2] & { connected?: boolean } = {}) {
  const host = await makeHost(deps);
  const connection = connected ? await makeConnection(deps, host) : null;
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' }, ...changes });
  return { host, connection, type, id: await bookTime(deps, type, at(0)) };
}

const meetingsOf = (booking: string) =>
  deps.orm.em.fork().find(Conference, { booking }, { orderBy: { createdAt: 'asc', id: 'asc' } });
async function meetingOf(booking: string): Promise<Conference> {
  const [meeting] = await meetingsOf(booking);
  if (meeting === undefined) throw new Error('There is no meeting');
  return meeting;
}
const change = (meeting: string, set: string) =>
  deps.orm.em.fork().execute(`update conferences set ${set} where id = ?`, [meeting]);
const changeConnection = (connection: Connection | null, set: string) =>
  deps.orm.em.fork().execute(`update connections set ${set} where id = ?`, [connection?.id ?? null]);

async function gaveUp(id: string, revision?: number) {
  const [{ id: subject }, booking] = [await meetingOf(id), await readBooking(deps, id)];
  return { gaveUp: [{ lane: 'conference' as const, subject, revision: revision ?? booking.revision }] };
}

test('the intent is committed, with a marker, before the call it asks for', async () => {
  const { id } = await booked();
  const { conference } = await plan(deps, id);
  const meeting = await meetingOf(id);
  expect(conference).toEqual({ provider: 'zoom', action: 'createMeeting', conferenceId: meeting.id });
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

test('never connected: no meeting, the mails go at once, the host hears why', async () => {
  const { id } = await booked({ connected: false });
  expect(await plan(deps, id)).toMatchObject({ conference: null, mailsDue: true, conferenceStatus: 'unavailable' });
  expect(await meetingsOf(id)).toEqual([]);
});

test('the first confirmation waits for a link on its way, and goes as soon as there is one', async () => {
  const { id } = await booked();
  const waiting = await plan(deps, id);
  expect(waiting).toMatchObject({ mailsDue: false, waitingFor: 'a mail', conferenceStatus: 'pending' });
  expect(waiting.wakeInMs).toBeLessThanOrEqual(deps.config.LINK_WAIT_MS);
  await makeLive(deps, id);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true, conferenceStatus: 'ready', conference: null });
});

test('or as soon as it is known that there will be none', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const { id: meeting } = await meetingOf(id);
  await change(meeting, `problem = '{"code":"no_license","text":"The account may not."}'`);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true, conferenceStatus: 'failed', conference: null });
});

test('after a minute at the latest it goes without', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await deps.orm.em.fork().execute(`update email_deliveries set due_at = now() where booking_id = ?`, [id]);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true, conference: { action: 'createMeeting' } });
});

test('what gave up is tried again after a growing wait, up to a quarter of an hour', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const { conference } = await plan(deps, id, await gaveUp(id));
    expect(conference).toBeNull();
    const { retryAt, id: meeting } = await meetingOf(id);
    waits.push(Math.round(((retryAt?.getTime() ?? 0) - Date.now()) / 1_000));
    await change(meeting, 'retry_at = now()');
    expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
});

test('a signal does not end the wait; a change of what is wanted does', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await plan(deps, id, await gaveUp(id));
  const { retryAt } = await meetingOf(id);
  for (let signal = 0; signal < 3; signal += 1)
    expect(await plan(deps, id)).toMatchObject({ conference: null, mailsDue: false });
  expect((await meetingOf(id)).retryAt).toEqual(retryAt);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect(await meetingOf(id)).toMatchObject({ retryAt: null, failures: 0 });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
});

test('a failure of what was wanted before the change counts for nothing', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const former = await gaveUp(id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect((await plan(deps, id, former)).conference).toMatchObject({ action: 'createMeeting' });
  expect((await meetingOf(id)).retryAt).toBeNull();
});

test('the wake time counts the wait in, so that a lost workflow is missed', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  const planned = await plan(deps, id, await gaveUp(id));
  const { retryAt } = await meetingOf(id);
  expect(planned).toMatchObject({ wakeAt: retryAt?.getTime(), waitingFor: 'zoom again (createMeeting)' });
  expect((await readBooking(deps, id)).nextWakeAt).toEqual(retryAt);
});

test('at the daily cap everything of the account is parked until it is lifted', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  await changeConnection(connection, `paused_until = date_trunc('second', now()) + interval '5 hours'`);
  const parked = await plan(deps, id);
  expect(parked.conference).toBeNull();
  expect((await plan(deps, id, await gaveUp(id))).conference).toBeNull();
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  const later = await plan(deps, id);
  expect(Math.round(later.wakeInMs / 60_000)).toBe(300);
  await changeConnection(connection, 'paused_until = now()');
  await change((await meetingOf(id)).id, 'retry_at = null');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
});

test('with a dead token it waits for the host, however long that takes', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'pending', done: false });
  expect((await meetingOf(id)).state).toBe('intended');
  await changeConnection(connection, `state = 'connected', cause = null`);
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
});

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

test('a move is pushed to the meeting it has', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  expect((await plan(deps, id)).conference).toBeNull();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect((await plan(deps, id)).conference).toEqual({
    provider: 'zoom',
    action: 'updateMeeting',
    conferenceId: meeting.id,
  });
});

test('a booking that asks for confirmation again leaves its meeting alone until the host has spoken', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  await plan(deps, id);
  await makeLive(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect(await plan(deps, id)).toMatchObject({ status: 'pending', conference: null, conferenceStatus: 'ready' });
  expect((await meetingOf(id)).state).toBe('live');
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'updateMeeting' });
});

test('its meeting is deleted when the hold of that second asking runs out', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  await plan(deps, id);
  await makeLive(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await deps.orm.em.fork().execute('update bookings set hold_ends_at = now() where id = ?', [id]);
  // Waits after trouble with the former wish are over.
  await change((await meetingOf(id)).id, `retry_at = now() + interval '10 minutes', failures = 3`);
  expect(await plan(deps, id)).toMatchObject({ status: 'expired', conference: { action: 'deleteMeeting' } });
});

test('a cancelled booking is not done before its meeting is gone', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  expect(await plan(deps, id)).toMatchObject({ done: false, conference: { action: 'deleteMeeting' } });
  await change((await meetingOf(id)).id, `state = 'deleted'`);
  expect(await plan(deps, id)).toMatchObject({ done: true, conference: null });
});

test('cancelled after a call whose outcome nobody knows: it is searched for, and once more later', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const { id: meeting } = await meetingOf(id);
  await change(meeting, 'called_at = now()');
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'deleteMeeting' });
  await change(meeting, `state = 'deleted', look_again_at = now() + interval '2 min'`);
  expect(await plan(deps, id)).toMatchObject({ done: false, conference: null, waitingFor: 'zoom again (lookAgain)' });
  await change(meeting, 'look_again_at = now()');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'lookAgain' });
  await change(meeting, 'look_again_at = null');
  expect(await plan(deps, id)).toMatchObject({ done: true });
});

test('what was never called needs no deletion', async () => {
  const { id } = await booked();
  await plan(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  expect((await plan(deps, id)).conference).toBeNull();
  expect((await meetingOf(id)).state).toBe('deleted');
});

test('deletion is given up aloud a week after the meeting', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  const waiting = await plan(deps, id);
  expect(waiting).toMatchObject({ done: false, conference: null, waitingFor: 'a reconnect' });
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

test('a meeting refused for good is tried again when the host asks', async () => {
  const { id, host } = await booked();
  await plan(deps, id);
  await change((await meetingOf(id)).id, `problem = '{"code":"no_license","text":"The account may not."}'`);
  expect((await plan(deps, id)).conference).toBeNull();
  await resendBooking(deps, { bookingId: id, hostId: host.id });
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
  expect(await mailsOf(deps, id)).toContain('confirmed guest owed');
});

test('a notice is followed by a look, but not once the meeting has begun', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  await change(meeting.id, 'follow_asked_at = now()');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'lookAgain' });
  await shift(deps, id, -1);
  expect((await plan(deps, id)).conference).toBeNull();
});

test('a link that is still being made is looked for', async () => {
  const { id } = await booked();
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  await change(meeting.id, 'join_url = null');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'lookAgain' });
  await change(meeting.id, 'link_expected = false');
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'failed' });
});

test('an event without a link is moved with its booking all the same', async () => {
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

test('a look for a late twin that gave up waits like any other call, and ends a week after the meeting', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  const { id: meeting } = await meetingOf(id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  await change(meeting, `state = 'deleted', called_at = now(), look_again_at = now()`);
  const waiting = await plan(deps, id, await gaveUp(id));
  expect(waiting).toMatchObject({ conference: null, waitingFor: 'zoom again (lookAgain)', done: false });
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  await shift(deps, id, -7 * 1_440 - 31);
  expect(await plan(deps, id)).toMatchObject({ wakeAt: null, done: true });
});

test('a deletion that waited for a reconnect is given up aloud when the host disconnects instead', async () => {
  const { id, host, connection } = await booked();
  await plan(deps, id);
  await makeLive(deps, id);
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  await plan(deps, id);
  await disconnect(deps, { hostId: host.id, provider: 'zoom' });
  const { nextWakeAt } = await readBooking(deps, id);
  expect((nextWakeAt?.getTime() ?? Infinity) - Date.now()).toBeLessThanOrEqual(deps.config.DISCONNECT_GRACE_MS);
  await changeConnection(connection, 'grace_until = now()');
  expect(await plan(deps, id)).toMatchObject({ done: true, conference: null });
  expect((await meetingOf(id)).state).toBe('abandoned');
});
