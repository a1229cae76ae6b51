import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BookingLinks, NewBookingLink } from '#api/openapi/client/types.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { tally } from '#test/fixtures/bookings.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { BookingLink } from './links-schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const type = await host.offer('phone', { visibility: 'off', published: false });
const LINKS = `/api/v1/event-types/${type.id}/links`;
const guest = newGuest(api.base);

const make = (body: NewBookingLink = {}) => host.json<BookingLink>('POST', LINKS, body);
const slugOf = ({ url }: BookingLink) => url.slice(url.lastIndexOf('/') + 1);
const pageOf = (link: BookingLink) => ({ handle: host.handle, slug: slugOf(link) });
const pathOf = (link: BookingLink) => `/${host.handle}/${slugOf(link)}`;
const stored = async ({ id }: BookingLink) =>
  (await host.json<BookingLinks>('GET', LINKS)).items.find((link) => link.id === id);

let hours = 0;
/** A slot that no other test of this file uses. */
const free = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + 5 * 86_400_000 + (hours += 1) * 3_600_000).toISOString();

async function ask(link: BookingLink, startsAt = free(), key: string = randomUUID()) {
  const body = { startsAt, guest: { name: 'Sam Guest', email: 'sam@example.org', timeZone: 'UTC' } };
  const answer = await fetch(`${api.base}/api/v1/public/${host.handle}/${slugOf(link)}/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  const { code, id } = (await answer.json()) as { code?: string; id?: string };
  return { said: code ?? answer.status, id };
}

async function expire({ id }: BookingLink) {
  await api.orm.em.fork().execute('update booking_links set expires_at = now() where id = ?', [id]);
}

test('a type that is off is booked by a link, once; its times are shown and its page is not for search engines', async () => {
  const link = await make({ name: 'For Ann' });
  expect(link).toMatchObject({ name: 'For Ann', singleUse: true, expiresAt: null, usedAt: null, bookingId: null });
  expect((await guest.request('GET', `/${host.handle}/${type.slug}`)).status).toBe(404);
  const page = await guest.request('GET', pathOf(link));
  expect([page.status, page.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
  const [startsAt = ''] = await guest.freeTimes(pageOf(link), new Date(), new Date(Date.now() + 2 * 86_400_000));
  const booked = await guest.book(pageOf(link), startsAt);
  expect(await stored(link)).toMatchObject({ usedAt: expect.any(String), bookingId: booked.id });
  expect(await ask(link)).toMatchObject({ said: 'link_expired' });
  expect(await guest.reschedule(booked.token, free())).toMatchObject({ status: 'confirmed' });
});

test('a used link says so on its page, also once its booking is cancelled', async () => {
  const link = await make();
  const { token } = await guest.book(pageOf(link), free());
  await guest.cancel(token);
  const page = await guest.request('GET', pathOf(link));
  expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('This link was already used')]);
  expect(await ask(link)).toMatchObject({ said: 'link_expired' });
  const slots = await guest.request('GET', `/api/v1/public${pathOf(link)}/slots?from=2027-01-01&to=2027-01-02`);
  expect([slots.status, await slots.json()]).toMatchObject([410, { code: 'link_expired' }]);
});

test('of guests who come at once by one link, one books', async () => {
  const link = await make();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => ask(link)));
  // On a busy machine some may be told to come again.
  const { link_expired = 0, unavailable = 0, ...others } = tally(outcomes.map(({ said }) => String(said)));
  expect([others, link_expired + unavailable]).toEqual([{ 201: 1 }, 7]);
});

test('a request that is sent again after its answer was lost is told its booking', async () => {
  const [link, startsAt, key] = [await make(), free(), randomUUID()];
  const first = await ask(link, startsAt, key);
  expect(first.said).toBe(201);
  expect(await ask(link, startsAt, key)).toEqual(first);
});

test('a link for several bookings works until it expires, and a time that has been taken does not use up a single one', async () => {
  const link = await make({ singleUse: false, expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
  const startsAt = free();
  expect([(await ask(link, startsAt)).said, (await ask(link)).said]).toEqual([201, 201]);
  const single = await make();
  expect((await ask(single, startsAt)).said).toBe('slot_taken');
  expect((await ask(single)).said).toBe(201);
  await expire(link);
  expect((await ask(link)).said).toBe('link_expired');
  expect(await (await guest.request('GET', pathOf(link))).text()).toContain('This link has expired');
});

test('a deleted link, a forged one and one of an archived type lead nowhere', async () => {
  const [deleted, other] = [await make(), await make()];
  await host.json('DELETE', `${LINKS}/${deleted.id}`);
  const forged = { ...other, url: other.url.replace(/.$/, (last) => (last === '0' ? '1' : '0')) };
  for (const link of [deleted, forged]) {
    expect((await guest.request('GET', pathOf(link))).status).toBe(404);
    expect((await ask(link)).said).toBe('not_found');
  }
  await host.json('PATCH', `/api/v1/event-types/${type.id}`, { archived: true });
  expect((await ask(other)).said).toBe('not_found');
  await host.json('PATCH', `/api/v1/event-types/${type.id}`, { archived: false });
});

test('without scripts: the form books by the link', async () => {
  const link = await make();
  const page = await (await guest.request('GET', `${pathOf(link)}?slot=${free()}`)).text();
  const booked = await sendForm(api.base, formIn(page, pathOf(link)), { name: 'Sam', email: 'sam@example.org' });
  expect([booked.status, booked.headers.get('location')]).toEqual([303, expect.stringContaining('/booking/')]);
  expect(await stored(link)).toMatchObject({ usedAt: expect.any(String) });
});

test('an event type has 200 links at most, used ones among them; deleting one makes room', async () => {
  const { id } = await host.offer('phone');
  const path = `/api/v1/event-types/${id}/links`;
  const first = await host.json<BookingLink>('POST', path, {});
  await api.orm.em.fork().execute(
    `insert into booking_links (id, event_type_id, name, single_use, created_at)
     select gen_random_uuid(), ?, '', true, now() from generate_series(2, 200)`,
    [id],
  );
  const refused = await host.request('POST', path, {});
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
  await host.json('DELETE', `${path}/${first.id}`);
  expect((await host.json<BookingLink>('POST', path, {})).isOpen).toBe(true);
});

test('a link that ends in the past is refused; links are exported', async () => {
  const refused = await host.request('POST', LINKS, { expiresAt: '2026-01-01T00:00:00Z' });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer: '/expiresAt' }] }]);
  const link = await make({ name: 'For Ann Lee' });
  const exported = await host.json<{ eventTypes: object[] }>('POST', '/api/v1/me/export', {});
  expect(JSON.stringify(exported.eventTypes)).toContain(link.name);
});
