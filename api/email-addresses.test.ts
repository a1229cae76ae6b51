import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { logIn, signUp } from '#dev/clients/host.ts';
import { Booking } from '#db/entities/booking.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base);
await host.alwaysOpen();
const { slug } = await host.offer('phone');
const page = { handle: host.handle, slug };
const guest = newGuest(api.base);
const DAY_MS = 86_400_000;
const free = await guest.freeTimes(page, new Date(Date.now() + DAY_MS), new Date(Date.now() + 2 * DAY_MS));
/** Half an hour apart. */
const times = free.filter((_, index) => index % 6 === 0).values();

const body = (email: string) => ({
  startsAt: times.next().value ?? '',
  guest: { name: 'Ann Lee', email, timeZone: 'UTC' },
});

async function bookAs(email: string) {
  const made = await guest.json<{ id: string; token: string; guest: { email: string } }>(
    'POST',
    `/api/v1/public/${host.handle}/${slug}/bookings`,
    body(email),
  );
  const { guestEmail } = await api.orm.em.fork().findOneOrFail(Booking, { id: made.id });
  return { ...made, stored: guestEmail };
}

const LEGAL = ['r&d', "o'brien+x", '#1%/?=^`{|}~', 'a.b_c-d$!*'].map((local) => `${local}@mail.example.org`);

test.each(LEGAL)('%s books by program and by form, and its calendar file is sound', async (email) => {
  const { token, stored } = await bookAs(email);
  expect(stored).toBe(email);
  const file = await guest.request('GET', `/api/v1/public/bookings/${token}/calendar.ics`);
  expect(file.status).toBe(200);
  expect(lintIcs(await file.text(), { attendees: [], method: 'PUBLISH' })).toEqual([]);

  const { startsAt } = body(email);
  const form = new URLSearchParams({ startsAt, name: 'Ann Lee', email, timeZone: 'UTC' });
  const sent = await fetch(`${api.base}/${host.handle}/${slug}`, { method: 'POST', body: form, redirect: 'manual' });
  expect(sent.status).toBe(303);
});

test.each(LEGAL)('%s has an account', async (email) => {
  const password = 'correct horse battery';
  const local = email.replace('@', '@host.');
  expect((await signUp(api.base, { email: local, password })).email).toBe(local.toLowerCase());
  expect((await logIn(api.base, { email: local, password })).email).toBe(local.toLowerCase());
});

test.each([
  ['ann@MÜLLER.example', 'ann@xn--mller-kva.example', 'ann@müller.example'],
  ['ann@пример.рф', 'ann@xn--e1afmkfd.xn--p1ai', 'ann@пример.рф'],
  [' ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ\u200B', 'ann@example.com', 'ann@example.com'],
])('%s is stored as mail carries it and shown as people read it', async (typed, stored, shown) => {
  const booking = await bookAs(typed);
  expect([booking.stored, booking.guest.email]).toEqual([stored, shown]);
  expect((await host.booking(booking.id)).guest.email).toBe(shown);
  const found = await host.json<{ items: { id: string }[] }>(
    'GET',
    `/api/v1/bookings?view=upcoming&q=${encodeURIComponent(shown)}`,
  );
  expect(found.items.map(({ id }) => id)).toContain(booking.id);
  const own = await guest.request('GET', `/booking/${booking.token}`);
  expect(await own.text()).toContain(shown);
});

test('an account with an internationalised domain is one, however it is written', async () => {
  const password = 'correct horse battery';
  const written = ['Robin@Bücher.example', 'robin@xn--bcher-kva.example'] as const;
  expect((await signUp(api.base, { email: written[0], password })).email).toBe('robin@bücher.example');
  for (const email of written) expect((await logIn(api.base, { email, password })).email).toBe('robin@bücher.example');
});

test.each(['ann@example', 'ann@127.0.0.1', '"a b"@example.com', 'a..b@example.com', 'ännn@example.com'])(
  '%s is refused at its field',
  async (email) => {
    const answer = await guest.request('POST', `/api/v1/public/${host.handle}/${slug}/bookings`, body(email));
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: '/guest/email' }] }]);
  },
);
