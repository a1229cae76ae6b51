import { expect, test } from 'vitest';
import { at, bookTime, outcomes, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { cancelBooking } from './cancel-booking.ts';
import { eraseGuest } from '#commands/privacy/erase-guest.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

const deps = await openInstallation();

/** Sets the commands' clock to so many minutes after the beginning of the meeting at `at(0)`, which takes 30. */
const wait = (minutes: number) => {
  deps.clock.offsetMs = at(minutes).getTime() - Date.now();
};

async function booked(bufferAfterMinutes = 0) {
  wait(-60);
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { bufferAfterMinutes });
  const bookingId = await bookTime(deps, type, at(0));
  const cancel = (actor: 'guest' | 'host') => outcomes([cancelBooking(deps, { bookingId, actor })]);
  const move = (actor: 'guest' | 'host') =>
    outcomes([rescheduleBooking(deps, { bookingId, actor, startsAt: at(120) })]);
  return { type, bookingId, cancel, move, read: () => readBooking(deps, bookingId) };
}

test('before the meeting begins its guest moves and cancels it', async () => {
  const { move, cancel } = await booked();
  wait(-1);
  expect([await move('guest'), await cancel('guest')]).toEqual([['ok'], ['ok']]);
});

test('once the meeting has begun its guest neither moves nor cancels it', async () => {
  const { move, cancel, read } = await booked();
  wait(0);
  expect([await move('guest'), await cancel('guest')]).toEqual([['invalid_transition'], ['invalid_transition']]);
  expect(await read()).toMatchObject({ status: 'confirmed', revision: 1 });
});

test('once the meeting has begun, erasing the guest’s data does not cancel it', async () => {
  const { bookingId, read } = await booked();
  wait(10);
  await eraseGuest(deps, { bookingId });
  expect(await read()).toMatchObject({ status: 'confirmed' });
});

test('the host cancels until the meeting ends', async () => {
  const { cancel } = await booked();
  wait(29);
  expect(await cancel('host')).toEqual(['ok']);
});

test('a booking is over at its meeting’s end, not at the end of its buffer', async () => {
  const { cancel, read } = await booked(60);
  wait(30);
  expect(await cancel('host')).toEqual(['invalid_transition']);
  expect(await read()).toMatchObject({ status: 'completed' });
});

test('the buffer after a meeting that is over still blocks its host’s time', async () => {
  const { type, cancel } = await booked(60);
  wait(31);
  await cancel('host');
  expect(await outcomes([bookTime(deps, type, at(60))])).toEqual(['slot_taken']);
  expect(await outcomes([bookTime(deps, type, at(90))])).toEqual(['ok']);
});
