import { expect, test } from 'vitest';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { EventType } from '#db/entities/event-type.ts';
import { HostBusy } from '#db/queue-per-host.ts';
import { offeredSlots } from '#domain/slots/slots.ts';
import { at, bookTime, mailsOf, outcomes, readBooking, tally } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { cancelBooking } from './cancel-booking.ts';
import { confirmBooking } from './confirm-booking.ts';
import { declineBooking } from './decline-booking.ts';
import { rescheduleBooking } from './reschedule-booking.ts';
import { loadAvailability } from './availability.ts';

const deps = await openInstallation({ pool: 8 });
const MINUTE_MS = 60_000;

interface Seen {
  readonly revision?: number;
}

async function booked(changes: Parameters<typeof makeEventType>[2] = {}) {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, changes);
  const bookingId = await bookTime(deps, type, at(0));
  return {
    host,
    type,
    bookingId,
    read: () => readBooking(deps, bookingId),
    move: (minutes: number, actor: 'guest' | 'host' = 'guest', revision?: number) =>
      rescheduleBooking(deps, { bookingId, actor, startsAt: at(minutes), ...(revision ? { revision } : {}) }),
    cancel: (actor: 'guest' | 'host' = 'guest', seen: Seen = {}) => cancelBooking(deps, { bookingId, actor, ...seen }),
    confirm: (seen: Seen = {}) => confirmBooking(deps, { bookingId, hostId: host.id, ...seen }),
    decline: (seen: Seen = {}) => declineBooking(deps, { bookingId, hostId: host.id, ...seen }),
  };
}

async function eventsOf(booking: string): Promise<string[]> {
  const events = await deps.orm.em.fork().find(BookingEvent, { booking }, { orderBy: { id: 'asc' } });
  return events.map(({ actor, kind }) => `${actor} ${kind}`);
}

/** Until so many minutes after the end of a meeting of 30 minutes. */
const sinceEnd = (minutes: number) => at(30 + minutes).getTime() - Date.now();

async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  deps.clock.offsetMs = ms;
  try {
    return await work();
  } finally {
    deps.clock.offsetMs = 0;
  }
}

test('a booking moves onto a time that overlaps its own, for its own slot blocks only other bookings', async () => {
  const { move, read, type } = await booked({ bufferBeforeMinutes: 10, bufferAfterMinutes: 10 });
  await move(15);
  expect(await read()).toMatchObject({ startsAt: at(15), endsAt: at(45), revision: 2 });
  expect((await read()).previousStartsAt).toEqual(at(0));
  expect(await outcomes([bookTime(deps, type, at(20))])).toEqual(['slot_taken']);
});

test('a move frees the former time and takes the new one at once', async () => {
  const { move, type } = await booked();
  await move(60);
  expect(await outcomes([bookTime(deps, type, at(60)), bookTime(deps, type, at(0))])).toEqual(['slot_taken', 'ok']);
});

test('a move onto a booked time is refused and changes nothing', async () => {
  const { move, read, type } = await booked();
  await bookTime(deps, type, at(60));
  expect(await outcomes([move(60), move(45)])).toEqual(['slot_taken', 'slot_taken']);
  expect(await read()).toMatchObject({ startsAt: at(0), revision: 1 });
});

test('two who move onto the same free time: one gets it, both bookings stay whole', async () => {
  const one = await booked();
  const otherId = await bookTime(deps, one.type, at(120));
  const moveOther = rescheduleBooking(deps, { bookingId: otherId, actor: 'guest', startsAt: at(300) });
  const words = await outcomes([one.move(300), moveOther]);
  expect(tally(words)).toEqual({ ok: 1, slot_taken: 1 });
  const starts = [(await one.read()).startsAt, (await readBooking(deps, otherId)).startsAt];
  expect(starts.filter((start) => start.getTime() === at(300).getTime())).toHaveLength(1);
});

test('one booking moved twenty times at once ends at one of the times, each move counted once', async () => {
  const { move, read, bookingId } = await booked();
  const times = Array.from({ length: 20 }, (_, index) => 60 + index * 30);
  expect(tally(await outcomes(times.map((minutes) => inItsTurn(() => move(minutes)))))).toEqual({ ok: 20 });
  const booking = await read();
  expect(times.map((minutes) => at(minutes).getTime())).toContain(booking.startsAt.getTime());
  expect(booking.revision).toBe(21);
  expect(tally(await eventsOf(bookingId))).toEqual({ 'guest booked': 1, 'guest rescheduled': 20 });
});

/** Asks again where a slow machine leaves it waiting for its turn until it is refused: then it must have changed nothing. */
async function inItsTurn<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HostBusy)) throw error;
    }
  }
}

test('of two who saw the same revision, one wins and the other is told that it is stale', async () => {
  const { move, read } = await booked();
  const words = await outcomes([move(60, 'guest', 1), move(120, 'host', 1)]);
  expect(tally(words)).toEqual({ ok: 1, stale: 1 });
  expect((await read()).revision).toBe(2);
});

test('a change that is already made is no conflict, even with an old revision', async () => {
  const seen = { revision: 1 };
  const kept = await booked({ requiresConfirmation: true });
  expect(await outcomes([kept.confirm(seen), kept.confirm(seen)])).toEqual(['ok', 'ok']);
  await kept.move(60, 'host');
  expect(await outcomes([kept.move(60, 'host', 1), kept.move(60, 'guest', 1), kept.confirm(seen)])).toEqual([
    'ok',
    'ok',
    'ok',
  ]);
  expect(await outcomes([kept.move(120, 'host', 1), kept.decline(seen), kept.cancel('host', seen)])).toEqual([
    'stale',
    'stale',
    'stale',
  ]);
  expect(await kept.read()).toMatchObject({ status: 'confirmed', startsAt: at(60), revision: 3 });
  await kept.cancel();
  const declined = await booked({ requiresConfirmation: true });
  await declined.decline();
  const before = [await mailsOf(deps, kept.bookingId), await mailsOf(deps, declined.bookingId)];
  expect(await outcomes([kept.cancel('guest', seen), kept.cancel('host', seen), declined.decline(seen)])).toEqual([
    'ok',
    'ok',
    'ok',
  ]);
  expect([(await kept.read()).revision, (await declined.read()).revision]).toEqual([4, 2]);
  expect([await mailsOf(deps, kept.bookingId), await mailsOf(deps, declined.bookingId)]).toEqual(before);
});

test('a stale move that no longer fits is stale, not taken', async () => {
  const { move, type } = await booked();
  await move(60);
  await bookTime(deps, type, at(120));
  expect(await outcomes([move(120, 'guest', 1)])).toEqual(['stale']);
});

test('a meeting that is over is neither cancelled nor moved, though Temporal is away: it is completed', async () => {
  const { cancel, move, confirm, read, bookingId } = await booked({ bufferAfterMinutes: 10 });
  deps.temporal.isUp = false;
  const attempts = [() => cancel('guest', { revision: 1 }), () => move(30 * 24 * 60, 'host'), () => confirm()];
  for (const attempt of attempts)
    expect(await later(sinceEnd(11), () => outcomes([attempt()]))).toEqual(['invalid_transition']);
  expect(await read()).toMatchObject({ status: 'completed', endedBy: 'system', revision: 2, deliveredRevision: 1 });
  expect(await eventsOf(bookingId)).toEqual(['guest booked', 'system completed']);
  deps.temporal.isUp = true;
});

test('move against cancel: whichever comes first, the booking ends cancelled and its time is free', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { move, cancel, read, type } = await booked();
    const attempts = round % 2 === 0 ? [move(60), cancel('host')] : [cancel('host'), move(60)];
    const [...words] = await outcomes(attempts);
    expect(words.toSorted()).toContain('ok');
    expect(tally(words)['invalid_transition'] ?? 0).toBeLessThan(2);
    expect((await read()).status).toBe('cancelled');
    expect(await outcomes([bookTime(deps, type, at(0)), bookTime(deps, type, at(60))])).toEqual(['ok', 'ok']);
  }
});

test('cancelling twice changes nothing the second time: one revision, one mail each, one winner', async () => {
  const { cancel, read, bookingId } = await booked();
  expect(await outcomes([cancel('guest'), cancel('host')])).toEqual(['ok', 'ok']);
  expect(await read()).toMatchObject({ status: 'cancelled', revision: 2 });
  expect((await mailsOf(deps, bookingId)).filter((mail) => mail.startsWith('cancelled'))).toHaveLength(2);
});

test('moving to the time it has changes nothing', async () => {
  const { move, read, bookingId } = await booked();
  await move(0);
  expect((await read()).revision).toBe(1);
  expect(await mailsOf(deps, bookingId)).toHaveLength(2);
});

test('confirmed twice at once: one confirmation, one mail each', async () => {
  const { confirm, read, bookingId } = await booked({ requiresConfirmation: true });
  expect(await outcomes([confirm(), confirm()])).toEqual(['ok', 'ok']);
  expect(await read()).toMatchObject({ status: 'confirmed', revision: 2, holdEndsAt: null });
  expect((await mailsOf(deps, bookingId)).filter((mail) => mail.startsWith('confirmed'))).toHaveLength(2);
});

test('confirm against decline: one clear winner, the loser is told', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { confirm, decline, read } = await booked({ requiresConfirmation: true });
    const words = await outcomes(round % 2 === 0 ? [confirm(), decline()] : [decline(), confirm()]);
    expect(tally(words)).toEqual({ ok: 1, invalid_transition: 1 });
    expect(['confirmed', 'declined']).toContain((await read()).status);
  }
});

test('a hold ends between two instants: confirmed before it, expired from it on', async () => {
  const inTime = await booked({ requiresConfirmation: true, holdMinutes: 5 });
  await later(5 * MINUTE_MS - 5_000, inTime.confirm);
  expect((await inTime.read()).status).toBe('confirmed');

  const late = await booked({ requiresConfirmation: true, holdMinutes: 5 });
  expect(await later(5 * MINUTE_MS, () => outcomes([late.confirm(), late.confirm()]))).toEqual([
    'invalid_transition',
    'invalid_transition',
  ]);
  expect(await late.read()).toMatchObject({ status: 'expired', confirmedAt: null, revision: 2 });
});

test('a hold that ran out does not keep its host from declining nothing: the slot is free, the word is no', async () => {
  const { decline, read, type } = await booked({ requiresConfirmation: true, holdMinutes: 5 });
  expect(await later(6 * MINUTE_MS, () => outcomes([decline()]))).toEqual(['invalid_transition']);
  expect(await later(6 * MINUTE_MS, () => outcomes([bookTime(deps, type, at(0))]))).toEqual(['ok']);
  expect((await read()).status).toBe('expired');
});

test('moving a pending booking does not restart its hold; near its start the hold ends with it', async () => {
  const { move, read } = await booked({ requiresConfirmation: true, holdMinutes: 60 });
  const { holdEndsAt } = await read();
  await later(10 * MINUTE_MS, () => move(60));
  expect(await read()).toMatchObject({ status: 'pending', holdEndsAt });
});

test('another host’s booking is not found', async () => {
  const mine = await booked({ requiresConfirmation: true });
  const stranger = await makeHost(deps);
  const ask = { bookingId: mine.bookingId, hostId: stranger.id };
  expect(await outcomes([confirmBooking(deps, ask), cancelBooking(deps, { ...ask, actor: 'host' })])).toEqual([
    'not_found',
    'not_found',
  ]);
  expect((await mine.read()).revision).toBe(1);
});

test('while Temporal is away the revision runs ahead of what was delivered, and catches up with the next signal', async () => {
  const { move, read } = await booked();
  deps.temporal.isUp = false;
  await move(60);
  deps.temporal.isUp = true;
  expect(await read()).toMatchObject({ revision: 2, deliveredRevision: 1 });
  await move(120);
  expect(await read()).toMatchObject({ revision: 3, deliveredRevision: 3 });
});

test('a booking that moves keeps its own length, even if its event type has another one now', async () => {
  const { host, type, bookingId, move, read } = await booked({ durationMinutes: 60, slotIntervalMinutes: 30 });
  await deps.orm.em.fork().execute('update event_types set duration_minutes = 30 where id = ?', [type.id]);
  const shorter = await deps.orm.em.fork().findOneOrFail(EventType, { id: type.id });
  await bookTime(deps, shorter, at(120));
  expect(await outcomes([move(90)])).toEqual(['slot_taken']);
  const question = await loadAvailability(
    deps.orm.em.fork(),
    shorter,
    { from: at(60), to: at(180), moving: await read() },
    deps.now(),
  );
  expect(offeredSlots(question).filter((start) => start < at(180).getTime())).toEqual([
    at(60).getTime(),
    at(150).getTime(),
  ]);
  await move(60);
  expect(await read()).toMatchObject({ host: host.id, id: bookingId, startsAt: at(60), endsAt: at(120) });
});
