import { expect, test, vi } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { createOrm } from '#db/orm.ts';
import { at, outcomes, requestFor, tally } from '#test/fixtures/bookings.ts';
import { startDatabaseProxy } from '#test/fixtures/database-proxy.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { holdHost, standingAtLocks } from '#test/fixtures/locks.ts';
import { book } from './book.ts';

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
  expect(await book(deps, request)).toEqual({ bookingId: first.bookingId, replayed: true, made: null });
  expect(await countOf(type.host)).toBe(1);
});

test('the same key with another body is a mistake and says so', async () => {
  const { type, request } = await aRequest();
  await book(deps, request);
  expect(await outcomes([book(deps, { ...request, startsAt: at(60) })])).toEqual(['idempotency_mismatch']);
  expect(await countOf(type.host)).toBe(1);
});

test('ten at once with one key: one booking, and each of them gets it', async () => {
  const { type, request } = await aRequest();
  const made = await Promise.all(Array.from({ length: 10 }, () => book(deps, request)));
  expect(made.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(new Set(made.map(({ bookingId }) => bookingId)).size).toBe(1);
  expect(await countOf(type.host)).toBe(1);
});

test('two at once with one key and different bodies: one booking, and a mistake', async () => {
  const { type, request } = await aRequest();
  const words = await outcomes([book(deps, request), book(deps, { ...request, startsAt: at(60) })]);
  expect(tally(words)).toEqual({ ok: 1, idempotency_mismatch: 1 });
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

test('a request that dies with its process leaves its key free', async () => {
  const { type, request } = await aRequest();
  const proxy = await startDatabaseProxy(deps.config.DATABASE_URL);
  const orm = createOrm({ url: proxy.url });
  const release = await holdHost(deps, type.host);
  const dying = book({ ...deps, orm }, request).catch(() => 'died');
  await vi.waitUntil(async () => (await standingAtLocks(deps)) > 0);
  // What Postgres sees of a killed process: its connections end, and nothing comes after.
  proxy.weather.isDown = true;
  proxy.cut();
  expect(await dying).toBe('died');
  await release();
  expect(await book(deps, request)).toMatchObject({ replayed: false });
  expect(await countOf(type.host)).toBe(1);
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
  expect(await book(deps, again)).toEqual({ bookingId: first.bookingId, replayed: true, made: null });
});

test('an event type deleted while it is booked is not found', async () => {
  const { type, request } = await aRequest();
  const other = deps.orm.em.fork();
  await other.begin();
  await other.execute('delete from event_types where id = ?', [type.id]);
  const booking = outcomes([book(deps, request)]);
  await vi.waitUntil(async () => (await standingAtLocks(deps)) > 0);
  await other.commit();
  expect(await booking).toEqual(['not_found']);
});
