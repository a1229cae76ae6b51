import { expect, test } from 'vitest';
import type { Booking } from '#db/entities/booking.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { isOverlap } from '#db/host-transaction.ts';
import { offeredSlots } from '#domain/slots/slots.ts';
import { at, bookTime, mailsOf, outcomes, readBooking, tally } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { cancelBooking } from './cancel-booking.ts';
import { confirmBooking } from './confirm-booking.ts';
import { declineBooking } from './decline-booking.ts';
import { eraseGuest } from '#commands/privacy/erase-guest.ts';
import { rescheduleBooking } from './reschedule-booking.ts';
import { loadAvailability } from './availability.ts';

const deps = await openInstallation({ pool: 8 });
const MINUTE_MS = 60_000;

interface Seen {
  readonly revision?: number;
}

/** A confirmed booking of a type whose host confirms each new time. */
async function confirmed(changes: Parameters<typeof makeEventType>[2] = {}) {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { requiresConfirmation: true, holdMinutes: 60, ...changes });
  const bookingId = await bookTime(deps, type, at(0));
  const confirm = (seen: Seen = {}) => confirmBooking(deps, { bookingId, hostId: host.id, ...seen });
  await confirm();
  const move =
    (actor: 'guest' | 'host') =>
    (minutes: number, seen: Seen = {}) =>
      rescheduleBooking(deps, { bookingId, actor, startsAt: at(minutes), ...seen });
  return {
    host,
    type,
    bookingId,
    confirm,
    ask: move('guest'),
    moveByHost: move('host'),
    decline: (more: Seen & { reason?: string } = {}) => declineBooking(deps, { bookingId, hostId: host.id, ...more }),
    cancel: () => cancelBooking(deps, { bookingId, actor: 'guest' }),
    read: () => readBooking(deps, bookingId),
    book: (minutes: number) => bookTime(deps, type, at(minutes)),
  };
}

async function eventsOf(booking: string): Promise<string[]> {
  const events = await deps.orm.em.fork().find(BookingEvent, { booking }, { orderBy: { revision: 'asc' } });
  return events.map(({ actor, kind }) => `${actor} ${kind}`);
}

async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  deps.clock.offsetMs = ms;
  try {
    return await work();
  } finally {
    deps.clock.offsetMs = 0;
  }
}

const KEPT = {
  status: 'confirmed',
  startsAt: at(0),
  proposedStartsAt: null,
  proposedBlockedFrom: null,
  proposedBlockedUntil: null,
  pendingSince: null,
  holdEndsAt: null,
};

test('a confirmed booking whose guest asks to move it is not lost when the host declines, nor its time sold meanwhile', async () => {
  const { ask, decline, read, book, bookingId } = await confirmed();
  await ask(120);
  expect(await outcomes([book(0)])).toEqual(['slot_taken']);
  await decline({ reason: 'I am away then.' });
  expect(await read()).toMatchObject({ ...KEPT, proposalOutcome: 'declined', reason: 'I am away then.' });
  expect(await outcomes([book(0), book(120)])).toEqual(['slot_taken', 'ok']);
  expect((await eventsOf(bookingId)).slice(2)).toEqual(['guest proposed', 'host proposal_declined']);
  expect((await mailsOf(deps, bookingId)).slice(4)).toEqual([
    'proposed guest queued',
    'proposed host queued',
    'proposal_declined guest queued',
    'proposal_declined host queued',
  ]);
});

test('while the host is asked the booking keeps its time, and both times are held', async () => {
  const { ask, read, book } = await confirmed();
  await ask(120);
  const booking = await read();
  expect(booking).toMatchObject({ status: 'confirmed', startsAt: at(0), endsAt: at(30), proposedStartsAt: at(120) });
  expect(booking.holdEndsAt?.getTime()).toBe((booking.pendingSince?.getTime() ?? 0) + 60 * MINUTE_MS);
  expect(await outcomes([book(0), book(120), book(105), book(60)])).toEqual([
    'slot_taken',
    'slot_taken',
    'slot_taken',
    'ok',
  ]);
});

test('confirmed, it moves: the former time is free, the new one its own; confirming twice changes nothing', async () => {
  const { ask, confirm, read, book, bookingId } = await confirmed();
  await ask(120);
  expect(await outcomes([confirm(), confirm()])).toEqual(['ok', 'ok']);
  const moved = { startsAt: at(120), endsAt: at(150), previousStartsAt: at(0), revision: 4, proposalOutcome: null };
  expect(await read()).toMatchObject({ ...KEPT, ...moved });
  expect(await outcomes([book(0), book(120)])).toEqual(['ok', 'slot_taken']);
  expect((await eventsOf(bookingId)).at(-1)).toBe('host proposal_confirmed');
  expect(tally((await mailsOf(deps, bookingId)).map((mail) => mail.split(' ')[0] ?? ''))).toMatchObject({
    confirmed: 2,
    rescheduled: 2,
  });
});

test('a booking may propose a time that overlaps its own, and is moved by a quarter of an hour', async () => {
  const { ask, confirm, read, book } = await confirmed({ bufferBeforeMinutes: 5, bufferAfterMinutes: 5 });
  await ask(15);
  expect(await outcomes([book(40)])).toEqual(['slot_taken']);
  await confirm();
  expect(await read()).toMatchObject({ startsAt: at(15), blockedFrom: at(10), blockedUntil: at(50) });
});

test('the guest withdraws by asking for the present time, and changes the proposed time without a longer hold', async () => {
  const { ask, read, book, bookingId } = await confirmed();
  await ask(120);
  const { holdEndsAt } = await read();
  await later(10 * MINUTE_MS, () => ask(180));
  expect(await read()).toMatchObject({ proposedStartsAt: at(180), holdEndsAt });
  expect(await outcomes([book(120), book(180)])).toEqual(['ok', 'slot_taken']);
  await ask(180);
  expect((await read()).revision).toBe(4);
  await ask(0);
  expect(await read()).toMatchObject({ ...KEPT, proposalOutcome: 'withdrawn', revision: 5 });
  expect(await outcomes([book(180), ask(0)])).toEqual(['ok', 'ok']);
  expect((await eventsOf(bookingId)).slice(2)).toEqual([
    'guest proposed',
    'guest proposed',
    'guest proposal_withdrawn',
  ]);
});

test('without an answer the proposal runs out and the booking keeps its time, while Temporal is away too', async () => {
  const { ask, read, book, bookingId } = await confirmed();
  await ask(120);
  deps.temporal.isUp = false;
  expect(await later(59 * MINUTE_MS, () => outcomes([book(120)]))).toEqual(['slot_taken']);
  expect(await later(61 * MINUTE_MS, () => outcomes([book(120), book(0)]))).toEqual(['ok', 'slot_taken']);
  deps.temporal.isUp = true;
  expect(await read()).toMatchObject({ ...KEPT, proposalOutcome: 'expired' });
  expect((await eventsOf(bookingId)).at(-1)).toBe('system proposal_expired');
});

test('a proposal ends when the meeting begins that it would have moved', async () => {
  const { ask, read, confirm } = await confirmed({ holdMinutes: 100_000 });
  await ask(300);
  expect((await read()).holdEndsAt).toEqual(at(0));
  const begun = at(1).getTime() - Date.now();
  expect(await later(begun, () => outcomes([confirm(), ask(600)]))).toEqual([
    'invalid_transition',
    'invalid_transition',
  ]);
  expect(await read()).toMatchObject({ ...KEPT, proposalOutcome: 'expired' });
});

test('an answer that comes too late moves nothing, and says so; to decline what is over is done already', async () => {
  const ended = {
    withdrawn: (booking: Awaited<ReturnType<typeof confirmed>>) => booking.ask(0),
    declined: (booking: Awaited<ReturnType<typeof confirmed>>) => booking.decline(),
    expired: (booking: Awaited<ReturnType<typeof confirmed>>) =>
      later(61 * MINUTE_MS, () => outcomes([booking.confirm()])),
  };
  for (const end of Object.values(ended)) {
    const booking = await confirmed();
    await booking.ask(120);
    const { revision } = await booking.read();
    await end(booking);
    const { confirm, decline } = booking;
    expect(await outcomes([confirm(), confirm({ revision }), decline(), decline({ revision })])).toEqual([
      'invalid_transition',
      'stale',
      'ok',
      'ok',
    ]);
    expect(await booking.read()).toMatchObject(KEPT);
  }
});

test('a host who moves the booking ends the proposal, and so do cancelling and erasing', async () => {
  const moved = await confirmed();
  await moved.ask(120);
  await moved.moveByHost(240);
  expect(await moved.read()).toMatchObject({ ...KEPT, startsAt: at(240), proposalOutcome: null });
  expect(await outcomes([moved.book(0), moved.book(120), moved.confirm()])).toEqual(['ok', 'ok', 'ok']);
  const [cancelled, erased] = [await confirmed(), await confirmed()];
  await cancelled.ask(120);
  await cancelled.cancel();
  await erased.ask(120);
  await eraseGuest(deps, { bookingId: erased.bookingId });
  for (const { read, book } of [cancelled, erased]) {
    expect(await read()).toMatchObject({ ...KEPT, status: 'cancelled' });
    expect(await outcomes([book(0), book(120)])).toEqual(['ok', 'ok']);
  }
});

test('a request that was never confirmed moves as it is, and waits no longer', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { requiresConfirmation: true });
  const bookingId = await bookTime(deps, type, at(0));
  await rescheduleBooking(deps, { bookingId, actor: 'guest', startsAt: at(60) });
  expect(await readBooking(deps, bookingId)).toMatchObject({
    status: 'pending',
    startsAt: at(60),
    proposedStartsAt: null,
  });
});

test('a proposal against twenty bookings of its time: one gets it, the others are told', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { ask, book, read } = await confirmed();
    const attempts = Array.from({ length: 20 }, () => book(120));
    const words = await outcomes(round === 0 ? [...attempts, ask(120)] : [ask(120), ...attempts]);
    expect(tally(words)).toEqual({ ok: 1, slot_taken: 20 });
    const isAsked = (await read()).proposedStartsAt !== null;
    expect(words.at(round === 0 ? -1 : 0)).toBe(isAsked ? 'ok' : 'slot_taken');
  }
});

test('two who propose one time, and one who moves to a time that another proposes: one each', async () => {
  const one = await confirmed();
  const otherId = await one.book(60);
  await confirmBooking(deps, { bookingId: otherId, hostId: one.host.id });
  const other = (actor: 'guest' | 'host', minutes: number) =>
    rescheduleBooking(deps, { bookingId: otherId, actor, startsAt: at(minutes) });
  expect(tally(await outcomes([one.ask(120), other('guest', 120)]))).toEqual({ ok: 1, slot_taken: 1 });
  await one.ask(180);
  expect(await outcomes([other('host', 180)])).toEqual(['slot_taken']);
  expect(await outcomes([other('guest', 0)])).toEqual(['slot_taken']);
});

test('Postgres itself refuses a booking that overlaps a proposed time', async () => {
  const { ask, book } = await confirmed();
  const otherId = await book(60);
  await ask(120);
  const overlap = (columns: string, status: string) =>
    deps.orm.em
      .fork()
      .execute(`update bookings set ${columns}, status = ? where id = ?`, [at(110), at(140), status, otherId])
      .catch((error: unknown) => (isOverlap(error) ? 'refused' : error));
  const [own, proposed] = ['blocked', 'proposed_blocked'].map((name) => `${name}_from = ?, ${name}_until = ?`);
  expect(await overlap(own ?? '', 'pending')).toBe('refused');
  expect(await overlap(proposed ?? '', 'confirmed')).toBe('refused');
  expect(await overlap(own ?? '', 'cancelled')).not.toBe('refused');
});

test('a proposed time is offered to no other guest', async () => {
  const { ask, type, bookingId } = await confirmed({ slotIntervalMinutes: 30 });
  await ask(120);
  const offeredTo = async (moving?: Booking) =>
    offeredSlots(await loadAvailability(deps.orm.em.fork(), type, { from: at(0), to: at(150), moving }, deps.now()));
  const [own, free] = [[at(0).getTime(), at(120).getTime()], at(60).getTime()];
  const all = await offeredTo();
  expect(own.filter((time) => all.includes(time))).toEqual([]);
  expect(all).toContain(free);
  expect(await offeredTo(await readBooking(deps, bookingId))).toEqual(expect.arrayContaining(own));
});

test('a proposed time counts against the most of its day, once a day', async () => {
  // The host's days begin at midnight in UTC: all of one is near noon, all of the other a day later.
  const noon = ((36 - at(0).getUTCHours()) % 24) * 60;
  const day = 24 * 60;
  const one = await confirmed({ maxPerDay: 1 });
  await one.moveByHost(noon);
  await one.ask(noon + day);
  expect(await outcomes([one.book(noon + 60), one.book(noon + day + 60)])).toEqual([
    'slot_unavailable',
    'slot_unavailable',
  ]);
  const two = await confirmed({ maxPerDay: 2 });
  await two.moveByHost(noon);
  await two.ask(noon + 120);
  expect(await outcomes([two.book(noon + 60)])).toEqual(['ok']);
  expect(await outcomes([two.book(noon + 180)])).toEqual(['slot_unavailable']);
});
