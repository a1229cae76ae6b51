import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { at, readBooking } from '#test/fixtures/bookings.ts';
import { bookingsAtZoom } from '#test/fixtures/bookings-at-zoom.ts';
import { openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();
const { booked, meetingOf, change, changeConnection, mailsAreOut, gaveUp } = bookingsAtZoom(deps);

test('what gave up is tried again after a growing wait, up to a quarter of an hour', async () => {
  const { id } = await booked();
  await plan(deps, id);
  for (const wait of [30, 60, 120, 240, 480, 900, 900, 900].map((seconds) => seconds * 1_000)) {
    const failed = await gaveUp(id);
    const before = Date.now();
    const { conference } = await plan(deps, id, failed);
    const after = Date.now();
    expect(conference).toBeNull();
    const { retryAt, id: meeting } = await meetingOf(id);
    const at = retryAt?.getTime() ?? 0;
    expect([at >= before + wait - 1, at <= after + wait + 1]).toEqual([true, true]);
    await change(meeting, 'retry_at = now()');
    expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
  }
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
  await mailsAreOut(id);
  const planned = await plan(deps, id, await gaveUp(id));
  const { retryAt } = await meetingOf(id);
  expect(planned).toMatchObject({ wakeAt: retryAt?.getTime(), next: 'zoom again (createMeeting)' });
  expect((await readBooking(deps, id)).nextWakeAt).toEqual(retryAt);
});

test('at the daily cap everything of the account is parked until it is lifted', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  await changeConnection(connection, `paused_until = date_trunc('second', now()) + interval '5 hours'`);
  const parked = await plan(deps, id);
  expect(parked.conference).toBeNull();
  expect((await plan(deps, id, await gaveUp(id))).conference).toBeNull();
  await mailsAreOut(id);
  const later = await plan(deps, id);
  expect(Math.round(later.wakeInMs / 60_000)).toBe(300);
  await changeConnection(connection, 'paused_until = now()');
  await change((await meetingOf(id)).id, 'retry_at = null');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
});

test('a look for a late twin that gave up waits like any other call, and ends a week after the meeting', async () => {
  const { id, connection } = await booked();
  await plan(deps, id);
  const { id: meeting } = await meetingOf(id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await mailsAreOut(id);
  await change(meeting, `state = 'deleted', called_at = now(), look_again_at = now()`);
  const waiting = await plan(deps, id, await gaveUp(id));
  expect(waiting).toMatchObject({ conference: null, next: 'zoom again (reconcileMeeting)', done: false });
  await changeConnection(connection, `state = 'reconnect_needed', cause = 'token_dead'`);
  await shift(deps, id, -7 * 1_440 - 31);
  expect(await plan(deps, id)).toMatchObject({ wakeAt: null, done: true });
});
