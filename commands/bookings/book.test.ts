import { expect, test, vi } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { at, bookTime, mailsOf, outcomes, readBooking, requestFor, tally } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { holdHost, standingAtLocks } from '#test/fixtures/locks.ts';
import { book } from './book.ts';

const deps = await openInstallation({ pool: 8 });

const holders = (host: string) =>
  deps.orm.em.fork().find(Booking, { host, status: { $in: ['pending', 'confirmed'] } }, { orderBy: { startsAt: 1 } });

function overlaps(bookings: readonly Booking[]): number {
  const inOrder = bookings.toSorted((a, b) => a.blockedFrom.getTime() - b.blockedFrom.getTime());
  return inOrder.filter((booking, index) => {
    const next = inOrder[index + 1];
    return next !== undefined && next.blockedFrom < booking.blockedUntil;
  }).length;
}

test('a booking is confirmed, queues its two mails and tells its workflow', async () => {
  const type = await makeEventType(deps, await makeHost(deps));
  const id = await bookTime(deps, type, at(0));
  const booking = await readBooking(deps, id);
  expect(booking).toMatchObject({ status: 'confirmed', revision: 1, deliveredRevision: 1, startsAt: at(0) });
  expect(booking.endsAt).toEqual(at(30));
  expect(await mailsOf(deps, id)).toEqual(['confirmed guest queued', 'confirmed host queued']);
  expect(deps.signalled).toContain(`booking ${id} booked`);
});

test('Temporal being away costs the booking nothing but its delivery', async () => {
  const type = await makeEventType(deps, await makeHost(deps));
  deps.temporal.isUp = false;
  const booking = await readBooking(deps, await bookTime(deps, type, at(0)));
  deps.temporal.isUp = true;
  expect(booking).toMatchObject({ status: 'confirmed', revision: 1, deliveredRevision: 0 });
  expect(booking.nextWakeAt).not.toBeNull();
});

test('fifty guests want the same time: one has it, the others are told so', async () => {
  const type = await makeEventType(deps, await makeHost(deps));
  const words = await outcomes(Array.from({ length: 50 }, () => bookTime(deps, type, at(0))));
  expect(tally(words)).toEqual({ ok: 1, slot_taken: 49 });
  expect(await holders(type.host)).toHaveLength(1);
});

test('fifty guests want times that overlap: one of them gets it, none gets two', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { bufferBeforeMinutes: 5, bufferAfterMinutes: 10 });
  const words = await outcomes(Array.from({ length: 50 }, (_, index) => bookTime(deps, type, at((index % 8) * 10))));
  const held = await holders(host.id);
  expect(tally(words)).toEqual({ ok: held.length, slot_taken: 50 - held.length });
  expect(held.length).toBeGreaterThan(0);
  expect(overlaps(held)).toBe(0);
});

test('two hundred guests a round on one slot and on six overlapping ones: one winner each', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host);
  for (let round = 0; round < 2; round += 1) {
    const spread = round % 2 === 0 ? 1 : 6;
    const start = 600 * round;
    const request = await requestFor(deps, type, at(start));
    const words = await outcomes(
      Array.from({ length: 200 }, (_, index) => book(deps, { ...request, startsAt: at(start + (index % spread) * 5) })),
    );
    expect(tally(words), `round ${round}`).toEqual({ ok: 1, slot_taken: 199 });
  }
  expect(overlaps(await holders(host.id))).toBe(0);
});

test('hosts do not wait for each other: the same time at two hosts is free twice', async () => {
  const types = [await makeEventType(deps, await makeHost(deps)), await makeEventType(deps, await makeHost(deps))];
  expect(await outcomes(types.map((type) => bookTime(deps, type, at(0))))).toEqual(['ok', 'ok']);
});

test('the time before and the time after are free, buffers counted on both sides', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { bufferBeforeMinutes: 10, bufferAfterMinutes: 20 });
  const plain = await makeEventType(deps, host);
  await bookTime(deps, type, at(100));
  expect(await outcomes([bookTime(deps, plain, at(100 - 10 - 29))])).toEqual(['slot_taken']);
  expect(await outcomes([bookTime(deps, plain, at(130 + 20 - 1))])).toEqual(['slot_taken']);
  expect(await outcomes([bookTime(deps, plain, at(100 - 10 - 30))])).toEqual(['ok']);
  expect(await outcomes([bookTime(deps, plain, at(130 + 20))])).toEqual(['ok']);
  // The newcomer's own buffers must be free as well: 10 minutes before, where a meeting ends at 90.
  expect(await outcomes([bookTime(deps, type, at(180 + 9))])).toEqual(['slot_taken']);
  expect(await outcomes([bookTime(deps, type, at(180 + 10))])).toEqual(['ok']);
});

test('of a day that takes two, two are taken however many come at once', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { maxPerDay: 2 });
  const noon = new Date(at(0).setUTCHours(12, 0, 0, 0));
  const times = Array.from({ length: 12 }, (_, index) => new Date(noon.getTime() + index * 1_800_000));
  const words = await outcomes(times.map((time) => bookTime(deps, type, time)));
  expect(tally(words)).toEqual({ ok: 2, slot_unavailable: 10 });
});

test('a hold that has run out gives the time away, though no workflow ever ran', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { requiresConfirmation: true, holdMinutes: 5 });
  const first = await bookTime(deps, type, at(0));
  expect(await outcomes([bookTime(deps, type, at(0))])).toEqual(['slot_taken']);
  deps.clock.offsetMs = 5 * 60_000 + 1;
  const second = await bookTime(deps, type, at(0));
  deps.clock.offsetMs = 0;
  expect(await readBooking(deps, first)).toMatchObject({ status: 'expired', revision: 2 });
  expect(await readBooking(deps, second)).toMatchObject({ status: 'pending' });
  expect(deps.signalled).toContain(`booking ${first} expired`);
  expect(await mailsOf(deps, first)).toContain('expired guest queued');
});

test('a requested meeting waits for its link only while the platform is connected', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  const never = await readBooking(deps, await bookTime(deps, type, at(0)));
  expect(never).toMatchObject({ linkWanted: false, linkWaitUntil: null });
  const connection = await makeConnection(deps, host);
  const ready = await readBooking(deps, await bookTime(deps, type, at(60)));
  expect(ready.linkWanted).toBe(true);
  expect(ready.linkWaitUntil?.getTime()).toBe(ready.createdAt.getTime() + deps.config.LINK_WAIT_MS);
  await deps.orm.em
    .fork()
    .execute(`update connections set state = 'reconnect_needed', cause = 'token_dead' where id = ?`, [connection.id]);
  const waiting = await readBooking(deps, await bookTime(deps, type, at(120)));
  expect(waiting).toMatchObject({ linkWanted: true, linkWaitUntil: null });
});

test('what is not offered is refused as that: off the hours, unpublished, in the past', async () => {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { minimumNoticeMinutes: 60 });
  const hidden = await makeEventType(deps, host, { visibility: 'off' });
  const soon = new Date(Math.ceil(Date.now() / 300_000) * 300_000 + 600_000);
  expect(await outcomes([bookTime(deps, type, soon)])).toEqual(['slot_unavailable']);
  expect(await outcomes([bookTime(deps, type, new Date(at(0).getTime() + 1_000))])).toEqual(['slot_unavailable']);
  expect(await outcomes([bookTime(deps, hidden, at(0))])).toEqual(['not_found']);
});

test('an answer that is asked for and missing is named', async () => {
  const question = { id: 'topic', label: 'Topic', kind: 'text', required: true } as const;
  const type = await makeEventType(deps, await makeHost(deps), { questions: [question] });
  const request = await requestFor(deps, type, at(0));
  await expect(book(deps, request)).rejects.toMatchObject({
    code: 'validation_failed',
    facts: { errors: [{ pointer: '/answers/topic' }] },
  });
  const { bookingId } = await book(deps, { ...request, answers: { topic: 'Prices' } });
  expect((await readBooking(deps, bookingId)).answers).toEqual([
    { questionId: 'topic', label: 'Topic', value: 'Prices' },
  ]);
});

test.each([
  ['deleted', 'delete from event_types where id = ?'],
  ['archived', 'update event_types set archived_at = now() where id = ?'],
  ['turned off', `update event_types set visibility = 'off' where id = ?`],
])('an event type %s while a guest waits in line takes no booking', async (_, statement) => {
  const type = await makeEventType(deps, await makeHost(deps));
  const release = await holdHost(deps, type.host);
  const booking = outcomes([bookTime(deps, type, at(0))]);
  await vi.waitUntil(async () => (await standingAtLocks(deps)) > 0);
  await deps.orm.em.fork().execute(statement, [type.id]);
  await release();
  expect(await booking).toEqual(['not_found']);
  expect(await holders(type.host)).toEqual([]);
});

test('a guest who waited in line gets the event type as it is by then', async () => {
  const type = await makeEventType(deps, await makeHost(deps));
  const release = await holdHost(deps, type.host);
  const booking = bookTime(deps, type, at(0));
  await vi.waitUntil(async () => (await standingAtLocks(deps)) > 0);
  await deps.orm.em.fork().execute('update event_types set duration_minutes = 60 where id = ?', [type.id]);
  await release();
  expect((await readBooking(deps, await booking)).endsAt).toEqual(at(60));
});
