import { expect, test, vi } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { at, outcomes, requestFor, tally } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { standingAtLocks } from '#test/fixtures/locks.ts';
import { book } from './book.ts';
import { claimKey } from './idempotency.ts';
import { Refusal } from './refusal.ts';

const deps = await openInstallation();
const HOUR_MS = 3_600_000;

async function aRequest(changes: Parameters<typeof makeEventType>[2] = {}) {
  const type = await makeEventType(deps, await makeHost(deps), changes);
  return { type, request: { ...(await requestFor(deps, type, at(0))), idempotencyKey: 'key-1' } };
}
const countOf = (host: string) => deps.orm.em.fork().count(Booking, { host });

test('the same key with the same body answers the same booking, and makes no second one', async () => {
  const { type, request } = await aRequest();
  const first = await book(deps, request);
  expect(first.replayed).toBe(false);
  expect(await book(deps, request)).toEqual({ bookingId: first.bookingId, replayed: true });
  expect(await countOf(type.host)).toBe(1);
});

test('the same key with another body is a mistake and says so', async () => {
  const { type, request } = await aRequest();
  await book(deps, request);
  expect(await outcomes([book(deps, { ...request, startsAt: at(60) })])).toEqual(['idempotency_mismatch']);
  expect(await countOf(type.host)).toBe(1);
});

test('ten at once with one key: one booking, and everybody gets it or hears that it is under way', async () => {
  const { type, request } = await aRequest();
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => book(deps, request)));
  const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
  expect(made.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(new Set(made.map(({ bookingId }) => bookingId)).size).toBe(1);
  expect(codes.every((code) => code === 'idempotency_in_progress')).toBe(true);
  expect(await countOf(type.host)).toBe(1);
});

test('a refusal is not kept: the same key may succeed later, and another body may take it', async () => {
  const { type, request } = await aRequest();
  const rival = await requestFor(deps, type, at(0));
  const { bookingId } = await book(deps, rival);
  expect(await outcomes([book(deps, request)])).toEqual(['slot_taken']);
  await deps.orm.em.fork().execute(`update bookings set status = 'cancelled' where id = ?`, [bookingId]);
  expect(await book(deps, request)).toMatchObject({ replayed: false });
  expect(await countOf(type.host)).toBe(2);
});

test('a key belongs to its event type', async () => {
  const [one, other] = [await aRequest(), await aRequest()];
  expect(await outcomes([book(deps, one.request), book(deps, other.request)])).toEqual(['ok', 'ok']);
});

test('a killed request keeps its key for five seconds', async () => {
  const { type, request } = await aRequest();
  await book(deps, request);
  const em = deps.orm.em.fork();
  await em.execute('delete from bookings where host_id = ?', [type.host]);
  await em.execute('update idempotency_keys set status = null, booking_id = null where event_type_id = ?', [type.id]);
  expect(await outcomes([book(deps, request)])).toEqual(['idempotency_in_progress']);
  deps.clock.offsetMs = 6_000;
  expect(await book(deps, request)).toMatchObject({ replayed: false });
  deps.clock.offsetMs = 0;
});

/** As if the request that holds the key had been at it for so long that another may take over. */
const tire = (eventTypeId: string) =>
  deps.orm.em
    .fork()
    .execute(`update idempotency_keys set locked_until = now() - interval '1 second' where event_type_id = ?`, [
      eventTypeId,
    ]);

test('a slow request answers the booking of the one that took its key over', async () => {
  const { type, request } = await aRequest();
  const made: string[] = [];
  const overtaken = await book(deps, request, {
    mayAsk: async () => {
      await tire(type.id);
      made.push((await book(deps, request)).bookingId);
    },
  });
  expect(overtaken).toEqual({ bookingId: made[0], replayed: true });
  expect(await countOf(type.host)).toBe(1);
});

test('a slow request that is refused leaves the key to the one that took it over', async () => {
  const { type, request } = await aRequest();
  const { idempotencyKey: key, handle: _handle, slug: _slug, ...body } = request;
  const claim = () => claimKey(deps.orm.em.fork(), { eventTypeId: type.id, key, body, now: deps.now() });
  const refused = book(deps, request, {
    mayAsk: async () => {
      await tire(type.id);
      expect(await claim()).toBeNull();
      throw new Refusal('slot_taken', 'Taken.');
    },
  });
  expect(await outcomes([refused])).toEqual(['slot_taken']);
  expect(await outcomes([claim()])).toEqual(['idempotency_in_progress']);
});

test('a key is forgotten after 24 hours, whether or not it was swept away by then', async () => {
  const { type, request } = await aRequest();
  const first = await book(deps, request);
  deps.clock.offsetMs = 24 * HOUR_MS - 60_000;
  expect(await book(deps, request)).toMatchObject({ bookingId: first.bookingId });
  deps.clock.offsetMs = 24 * HOUR_MS + 60_000;
  expect(await outcomes([book(deps, request)])).toEqual(['slot_taken']);
  const words = await outcomes([book(deps, { ...request, startsAt: at(120) })]);
  deps.clock.offsetMs = 0;
  expect(tally(words)).toEqual({ ok: 1 });
  expect(await countOf(type.host)).toBe(2);
});

test('a host who takes another name or address meanwhile makes no other request of it', async () => {
  const { request } = await aRequest();
  const first = await book(deps, request);
  const em = deps.orm.em.fork();
  await em.execute('update users set handle = ? where handle = ?', ['renamed-host', request.handle]);
  await em.execute('update event_types set slug = ? where slug = ?', ['renamed-type', request.slug]);
  const again = { ...request, handle: 'renamed-host', slug: 'renamed-type' };
  expect(await book(deps, again)).toEqual({ bookingId: first.bookingId, replayed: true });
});

test('an event type deleted while its key is claimed is not found', async () => {
  const { type, request } = await aRequest();
  const other = deps.orm.em.fork();
  await other.begin();
  await other.execute('delete from event_types where id = ?', [type.id]);
  const booking = outcomes([book(deps, request)]);
  await vi.waitUntil(async () => (await standingAtLocks(deps)) > 0);
  await other.commit();
  expect(await booking).toEqual(['not_found']);
});
