import { expect, test } from 'vitest';
import { furtherGuestToken } from '#commands/bookings/further-guest-token.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { HostBooking } from '../bookings/schema.ts';
import type { GuestBooking, PublicEventType } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const type = await host.offer('phone');
const closed = await host.offer('phone', { allowsGuests: false });
const guest = newGuest(api.base);

let hours = 48;
/** A slot that no other test of this file uses. */
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();

const pathOf = (slug: string) => `/api/v1/public/${host.handle}/${slug}`;

let numbered = 0;
const newAddress = () => `bo${(numbered += 1)}.${guest.email}`;

async function book(guests: unknown, slug = type.slug) {
  const body = { startsAt: nextFree(), guest: { name: 'Ann Lee', email: guest.email, timeZone: 'UTC' }, guests };
  const answer = await guest.request('POST', `${pathOf(slug)}/bookings`, body);
  return {
    status: answer.status,
    body: (await answer.json()) as GuestBooking & { code?: string; errors?: { pointer: string }[] },
  };
}

const tokenOf = async (bookingId: string) => {
  const row = await api.orm.em.fork().findOneOrFail(FurtherGuest, { booking: bookingId });
  return furtherGuestToken(api.config, row);
};

test('guest and host see whom the guest brings along, each once and none who is there anyway', async () => {
  const email = newAddress();
  const { status, body } = await book([
    { email, name: 'Bo Lind' },
    { email: email.toUpperCase() },
    { email: email.replace('@', '+work@') },
    { email: guest.email },
    { email: host.email },
    { email: `carl.${email}` },
  ]);
  const expected = [
    { email, name: 'Bo Lind' },
    { email: `carl.${email}`, name: null },
  ];
  expect([status, body.guests]).toEqual([201, expected]);
  expect((await guest.read(body.token)).guests).toEqual(expected);
  const { guests } = await host.booking(body.id);
  expect(guests).toEqual(expected.map((told) => ({ id: expect.any(String), ...told })));
  expect(await (await host.request('GET', '/api/v1/bookings.csv')).text()).toContain(`"${email}; carl.${email}"`);
  const page = await (await guest.request('GET', `/booking/${body.token}`)).text();
  expect(page).toContain(email);
});

test.each([
  ['/guests/0/email', [{ email: 'bo@' }]],
  ['/guests/1/name', [{ email: 'bo@example.org' }, { email: 'carl@example.org', name: 'a\nb' }]],
  ['/guests', Array.from({ length: 11 }, (_, index) => ({ email: `bo${index}@example.org` }))],
])('%s is looked at', async (pointer, guests) => {
  const { status, body } = await book(guests);
  expect([status, body.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
});

test('a host can allow none', async () => {
  const shown = (slug: string) => guest.json<PublicEventType>('GET', pathOf(slug));
  expect([(await shown(type.slug)).allowsGuests, (await shown(closed.slug)).allowsGuests]).toEqual([true, false]);
  const { status, body } = await book([{ email: newAddress() }], closed.slug);
  expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/guests']]);
  const form = await (await guest.request('GET', `/${host.handle}/${closed.slug}?slot=${nextFree()}`)).text();
  expect(form).not.toContain('Add guests');
});

test('a host removes a further guest, and the booking stands', async () => {
  const { body } = await book([{ email: newAddress() }]);
  const [added] = (await host.booking(body.id)).guests;
  const path = `/api/v1/bookings/${body.id}/guests/${added?.id}`;
  const removed = await host.json<HostBooking>('DELETE', path);
  expect(removed).toMatchObject({ status: 'confirmed', guests: [], revision: 2 });
  expect(removed.timeline.map(({ kind }) => kind)).toEqual(['booked', 'guest_removed']);
  expect((await guest.read(body.token)).guests).toEqual([]);
  expect(await host.json('DELETE', path)).toMatchObject({ revision: 2 });
  const another = await signUp(api.base, {});
  expect((await another.request('DELETE', path)).status).toBe(404);
});

test('a further guest leaves by the link in the mail: nothing of them is left, and the booking stands', async () => {
  const email = newAddress();
  const { body } = await book([{ email }]);
  const token = await tokenOf(body.id);
  const page = `/booking/${token}/leave`;
  const asked = await (await guest.request('GET', page)).text();
  expect(asked).toContain('Ann Lee');
  expect((await guest.read(body.token)).guests).toHaveLength(1);
  const left = await sendForm(api.base, formIn(asked, page), {});
  expect([left.status, await left.text()]).toEqual([200, expect.stringContaining('You left the meeting')]);
  expect(await guest.read(body.token)).toMatchObject({ status: 'confirmed', guests: [] });
  expect((await guest.request('GET', page)).status).toBe(410);
  expect((await guest.request('POST', `/api/v1/public/guests/${token}/leave`)).status).toBe(404);
});

test('a mail program leaves with one click; that link opens nothing else', async () => {
  const { body } = await book([{ email: newAddress() }]);
  const token = await tokenOf(body.id);
  for (const path of ['', '/calendar.ics'])
    expect((await guest.request('GET', `/api/v1/public/bookings/${token}${path}`)).status).toBe(404);
  for (const path of ['cancel', 'export', 'erase', 'unsubscribe'])
    expect((await guest.request('POST', `/api/v1/public/bookings/${token}/${path}`, {})).status).toBe(404);
  expect((await guest.request('POST', `/api/v1/public/guests/${body.token}/leave`)).status).toBe(404);
  const oneClick = await fetch(`${api.base}/api/v1/public/guests/${token}/leave`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect([oneClick.status, await oneClick.json()]).toEqual([200, { left: true }]);
  expect((await guest.read(body.token)).guests).toEqual([]);
});

test('both sides export them, and they go with the booking’s guest', async () => {
  const email = newAddress();
  const { body } = await book([{ email, name: 'Bo Lind' }]);
  const exported = await guest.json<{ booking: object }>('POST', `/api/v1/public/bookings/${body.token}/export`);
  expect(exported.booking).toMatchObject({ furtherGuests: [{ email, name: 'Bo Lind' }] });
  const { bookings } = await host.json<{ bookings: { id: string }[] }>('POST', '/api/v1/me/export', {});
  expect(bookings.find(({ id }) => id === body.id)).toMatchObject({ furtherGuests: [{ email }] });
});

test('without scripts the form takes them too, and keeps what was typed', async () => {
  const [path, email] = [`/${host.handle}/${type.slug}`, newAddress()];
  const opened = await (await guest.request('GET', `${path}?slot=${encodeURIComponent(nextFree())}`)).text();
  expect(opened).toMatch(/<details class="guests"><summary[^>]*>Add guests/);
  const typed = { name: 'Ann Lee', email: guest.email, guests: `Bo Lind <${email}>, carl@` };
  const refused = await sendForm(api.base, formIn(opened, path), typed);
  const page = await refused.text();
  expect([refused.status, page.includes('id="field-guests-problem"')]).toEqual([422, true]);
  expect(page).toMatch(/<details class="guests" open/);
  const again = formIn(page, path);
  expect(again.fields['guests']).toBe(typed.guests);
  const booked = await sendForm(api.base, again, { guests: `Bo Lind <${email}>` });
  const token = /booking\/([^?]+)/.exec(booked.headers.get('location') ?? '')?.[1] ?? '';
  expect((await guest.read(token)).guests).toEqual([{ email, name: 'Bo Lind' }]);
});
