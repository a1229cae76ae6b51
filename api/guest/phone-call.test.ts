import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { says } from '#messages/says.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { GuestBooking, PublicEventType } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const hostCalls = await host.offer('phone', { location: { kind: 'phone' } });
const guestCalls = await host.offer('phone', { location: { kind: 'phone', value: ' +49 (0)30 1234567 ' } });

const PASTED = '\u202A+49 (0)30\u00A0765–4321 ext. 7\u202C';
const NUMBER = '+49 30 7654321 ext. 7';

let hours = 48;
/** A slot that no other test of this file uses. */
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();

const guest = newGuest(api.base);
const pathOf = (slug: string) => `/api/v1/public/${host.handle}/${slug}`;

async function book(slug: string, changes: object) {
  const body = { startsAt: nextFree(), guest: { name: guest.name, email: guest.email, timeZone: 'UTC' }, ...changes };
  const answer = await guest.request('POST', `${pathOf(slug)}/bookings`, body);
  return { status: answer.status, body: (await answer.json()) as GuestBooking & { errors?: { pointer: string }[] } };
}

const textOf = async (path: string) => (await guest.request('GET', path)).text();

test('a host who calls asks each guest for a number', async () => {
  const shown = await guest.json<PublicEventType>('GET', pathOf(hostCalls.slug));
  expect(shown.location).toEqual({
    id: 'phone_host_calls',
    kind: 'phone',
    name: 'Phone call',
    label: null,
    asksPhone: true,
  });
  for (const phone of [undefined, ' ', 'call me', '+49', '1'.repeat(61)]) {
    const { status, body } = await book(hostCalls.slug, { phone });
    expect([status, body.errors?.map(({ pointer }) => pointer), phone]).toEqual([422, ['/phone'], phone]);
  }
});

test('a number is refused where the host does not call', async () => {
  const shown = await guest.json<PublicEventType>('GET', pathOf(guestCalls.slug));
  expect(shown.location).toMatchObject({ asksPhone: false });
  const { status, body } = await book(guestCalls.slug, { phone: NUMBER });
  expect([status, body.errors]).toEqual([
    422,
    [{ pointer: '/phone', detail: says('said.no_phone').text, says: says('said.no_phone').says }],
  ]);
});

test('the guest’s number is where host and guest look for it', async () => {
  const { status, body } = await book(hostCalls.slug, { phone: PASTED });
  const { id, token } = body;
  expect([status, body.phone]).toEqual([201, NUMBER]);
  expect(await host.booking(id)).toMatchObject({ phone: NUMBER });
  expect(await (await host.request('GET', '/api/v1/bookings.csv')).text()).toContain(`"'${NUMBER}"`);
  expect(await textOf(`/booking/${token}`)).toMatch(/Robin Host[^]*will call you[^]*\+49 30 7654321 ext\. 7/);
  const file = (await textOf(`/api/v1/public/bookings/${token}/calendar.ics`)).replaceAll('\r\n ', '');
  expect(file).toContain(`LOCATION:Phone call: Robin Host will call you at ${NUMBER}`);
  const moved = await guest.reschedule(token, nextFree());
  expect(moved.phone).toBe(NUMBER);
  const exported = await guest.json<{ booking: object }>('POST', `/api/v1/public/bookings/${token}/export`);
  expect(exported.booking).toMatchObject({ guestPhone: NUMBER });
});

test('a guest who calls finds the host’s number, in plain characters and ready to be dialled', async () => {
  expect(guestCalls.location).toEqual({ kind: 'phone', value: '+49 30 1234567' });
  const { body } = await book(guestCalls.slug, {});
  expect(body).toMatchObject({ phone: null, eventType: { location: { value: '+49 30 1234567' } } });
  expect(await textOf(`/booking/${body.token}`)).toContain('href="tel:+49301234567"');
  const file = (await textOf(`/api/v1/public/bookings/${body.token}/calendar.ics`)).replaceAll('\r\n ', '');
  expect(file).toContain('LOCATION:+49 30 1234567\r\n');
  expect(file).toContain('tel:+49301234567');
});

test('a host whom guests call has to give a number that can be one', async () => {
  for (const value of ['', 'my office', '12']) {
    const answer = await host.request('PATCH', `/api/v1/event-types/${guestCalls.id}`, {
      location: { kind: 'phone', value },
    });
    const { errors } = (await answer.json()) as { errors: unknown };
    expect([answer.status, errors]).toMatchObject([422, [{ pointer: '/location/value', detail: expect.any(String) }]]);
  }
});

test('without scripts the form asks for the number too, and keeps what was typed', async () => {
  const path = `/${host.handle}/${hostCalls.slug}`;
  const form = formIn(await textOf(`${path}?slot=${encodeURIComponent(nextFree())}&phone=+49+30+7654321`), path);
  expect(form.fields['phone']).toBe('+49 30 7654321');
  const typed = { name: 'Sam Guest', email: guest.email };
  const refused = await sendForm(api.base, form, { ...typed, phone: 'call me' });
  const page = await refused.text();
  expect([refused.status, page.includes('id="field-phone-problem"')]).toEqual([422, true]);
  const again = formIn(page, path);
  expect(again.fields['phone']).toBe('call me');
  const booked = await sendForm(api.base, again, { phone: PASTED });
  expect(booked.status).toBe(303);
  const token = /booking\/([^?]+)/.exec(booked.headers.get('location') ?? '')?.[1] ?? '';
  expect((await guest.read(token)).phone).toBe(NUMBER);
});
