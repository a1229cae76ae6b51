import { describe, expect, test } from 'vitest';
import type { ConnectStarted, SessionList } from '#api/openapi/client/types.ts';
import type { Schedule } from './schedules/schema.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { GuestBooking } from './guest/schema.ts';
import { operations } from './operations.ts';

const api = await startApi();
const ann = await signUp(api.base, { name: 'Ann' });
const bob = await signUp(api.base, { name: 'Bob' });
await ann.alwaysOpen();

const type = await ann.offer('phone', { title: 'Only Ann’s' });
const { items } = await ann.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
const guest = newGuest(api.base);
const page = { handle: ann.handle, slug: type.slug };
const [free = ''] = await guest.freeTimes(page, new Date(), new Date(Date.now() + 2 * 86_400_000));
const booking = await guest.json<GuestBooking>('POST', `/api/v1/public/${page.handle}/${page.slug}/bookings`, {
  startsAt: free,
  guest: { name: guest.name, email: guest.email, timeZone: 'UTC' },
  guests: [{ email: 'bo@example.org' }],
});
const [added] = (await ann.booking(booking.id)).guests;
const attempt = await ann.json<ConnectStarted>('POST', '/api/v1/integrations/zoom/connect', {});

const sessions = await ann.json<SessionList>('GET', '/api/v1/me/sessions');

const apiKey = await ann.json<{ id: string }>('POST', '/api/v1/api-keys', { name: 'Ann’s', scope: 'read' });
const calendar = await ann.json<{ id: string }>('POST', '/api/v1/calendars', {
  url: 'webcal://calendar.example.com/of-ann.ics',
});

const webhook = await ann.json<{ id: string }>('POST', '/api/v1/webhooks', {
  url: 'https://crm.example.com/hook',
  events: ['booking.confirmed'],
});
const delivery = await ann.json<{ id: string }>('POST', `/api/v1/webhooks/${webhook.id}/test`);

const link = await ann.json<{ id: string }>('POST', `/api/v1/event-types/${type.id}/links`, {});

/** Ann's ids, by the part of the API whose `:id` they stand for. */
const IDS: Readonly<Record<string, string | undefined>> = {
  schedules: items[0]?.id,
  'event-types': type.id,
  bookings: booking.id,
  attempts: attempt.attemptId,
  calendars: calendar.id,
  webhooks: webhook.id,
  sessions: sessions.items[0]?.id,
  'api-keys': apiKey.id,
};

const BODIES: Readonly<Record<string, object>> = {
  rescheduleBooking: { startsAt: free },
  setBookingLink: { url: 'https://meet.example/room' },
  bookForGuest: { startsAt: free, guest: { name: 'Eve', email: 'eve@example.org', timeZone: 'UTC' } },
  correctGuest: { name: 'Eve', email: 'eve@example.org' },
  markNoShow: { noShow: true },
  keepBookingNotes: { notes: 'Not mine' },
};

const owned = operations
  .filter(({ access, path }) => access === 'host' && path.includes(':id'))
  .map((operation) => {
    const [, part = ''] = /([a-z-]+)\/:id/.exec(operation.path) ?? [];
    const ids = { ':id': IDS[part] ?? '', ':guestId': added?.id ?? '', ':deliveryId': delivery.id, ':linkId': link.id };
    const path = Object.entries(ids).reduce((path, [name, id]) => path.replace(name, id), operation.path);
    return { ...operation, path: operation.query === undefined ? path : `${path}?from=2026-12-01&to=2026-12-02` };
  });

test('every route that takes an id is asked with a real one', () => {
  expect(owned.length).toBeGreaterThan(12);
  expect(owned.filter(({ path }) => !/[0-9a-f-]{36}/.test(path) || path.includes(':'))).toEqual([]);
});

describe.each(owned)('$method $path', ({ name, method, path }) => {
  const ask = (who: typeof ann) =>
    who.request(
      method.toUpperCase() as 'GET',
      path,
      method === 'get' || method === 'delete' ? undefined : (BODIES[name] ?? {}),
    );

  test('is not found for another host, as if it did not exist', async () => {
    const answer = await ask(bob);
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not_found' }]);
  });

  test('is unauthenticated without a session', async () => {
    const answer = await fetch(`${api.base}${path}`, { method: method.toUpperCase() });
    expect(answer.status).toBe(401);
    await answer.body?.cancel();
  });
});

test('nothing of Ann’s was changed by all that, nor shows in Bob’s lists', async () => {
  expect(await ann.json('GET', `/api/v1/event-types/${type.id}`)).toEqual(type);
  expect(await ann.booking(booking.id)).toMatchObject({ status: 'confirmed', revision: 1 });
  expect(await ann.json('GET', '/api/v1/calendars')).toMatchObject({ items: [{ id: calendar.id }] });
  expect(await ann.json('GET', '/api/v1/webhooks')).toMatchObject({ items: [{ id: webhook.id, state: 'active' }] });
  for (const list of ['bookings', 'event-types', 'calendars', 'webhooks'])
    expect(await bob.json('GET', `/api/v1/${list}`)).toEqual({ items: [], nextCursor: null });
  expect(await (await bob.request('GET', '/api/v1/bookings.csv')).text()).not.toContain(booking.id);
});

test('no host can point an event type at another host’s schedule', async () => {
  const answer = await bob.request('POST', '/api/v1/event-types', { title: 'Mine', scheduleId: items[0]?.id });
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: '/scheduleId' }] }]);
});
