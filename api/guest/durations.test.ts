import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { HostSlots } from '../event-types/schema.ts';
import type { GuestBooking, PublicEventType, Slots } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const type = await host.offer('phone', { furtherDurations: [60, 45], slotIntervalMinutes: null });
const guest = newGuest(api.base);
const path = `/api/v1/public/${host.handle}/${type.slug}`;
const page = `/${host.handle}/${type.slug}`;

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const minutesOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

async function slotsOf(
  query: Readonly<Record<string, string>> = {},
): Promise<readonly { startsAt: string; endsAt: string }[]> {
  const search = new URLSearchParams({ from: dayIn(3), to: dayIn(3), timeZone: 'UTC', ...query });
  const { days } = await guest.json<Slots>('GET', `${path}/slots?${search}`);
  return days.flatMap(({ slots }) => slots);
}

async function book(change: object) {
  const body = { guest: { name: guest.name, email: guest.email, timeZone: 'UTC' }, ...change };
  const answer = await guest.request('POST', `${path}/bookings`, body);
  return { http: answer.status, body: (await answer.json()) as GuestBooking & { errors?: { pointer: string }[] } };
}

test('a guest is told the lengths, and the times of the one that is chosen', async () => {
  const shown = await guest.json<PublicEventType>('GET', path);
  expect(shown).toMatchObject({ durationMinutes: 30, durations: [30, 45, 60] });
  expect(new Set((await slotsOf()).map(minutesOf))).toEqual(new Set([30]));
  expect(new Set((await slotsOf({ durationMinutes: '45' })).map(minutesOf))).toEqual(new Set([45]));
  for (const durationMinutes of ['20', '0', 'long'])
    expect(
      (await guest.request('GET', `${path}/slots?from=${dayIn(3)}&to=${dayIn(3)}&durationMinutes=${durationMinutes}`))
        .status,
    ).toBe(422);
  const { days } = await host.json<HostSlots>(
    'GET',
    `/api/v1/event-types/${type.id}/slots?from=${dayIn(3)}&to=${dayIn(3)}&durationMinutes=60`,
  );
  expect(new Set(days.flatMap(({ slots }) => slots.map(minutesOf)))).toEqual(new Set([60]));
});

test('a booking has the length that was chosen, blocks all of it, and keeps it where it moves', async () => {
  const startsAt = `${dayIn(4)}T10:00:00.000Z`;
  const { http, body } = await book({ startsAt, durationMinutes: 60 });
  expect([http, body.durationMinutes, minutesOf(body)]).toEqual([201, 60, 60]);
  expect(await host.booking(body.id)).toMatchObject({ durationMinutes: 60, eventType: { durationMinutes: 60 } });
  expect(await book({ startsAt: `${dayIn(4)}T10:30:00.000Z` })).toMatchObject({
    http: 409,
    body: { code: 'slot_taken' },
  });
  const own = await slotsOf({ booking: body.token });
  expect(new Set(own.map(minutesOf))).toEqual(new Set([60]));
  const moved = await guest.reschedule(body.token, own[3]?.startsAt ?? '');
  expect([moved.startsAt, moved.durationMinutes]).toEqual([own[3]?.startsAt, 60]);
});

test('a length that the event type does not have, or no longer, is refused by its name', async () => {
  const startsAt = `${dayIn(5)}T10:00:00.000Z`;
  const refused = await book({ startsAt, durationMinutes: 20 });
  expect([refused.http, refused.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/durationMinutes']]);
  expect(await book({ startsAt })).toMatchObject({ http: 201, body: { durationMinutes: 30 } });
});

test('without scripts the address carries the length through the form', async () => {
  const opened = await (await guest.request('GET', `${page}?date=${dayIn(6)}&tz=UTC`)).text();
  expect(opened).toContain(`href="${page}?date=${dayIn(6)}&amp;tz=UTC&amp;duration=45"`);
  const [, { startsAt } = { startsAt: '' }] = await slotsOf({ from: dayIn(6), to: dayIn(6), durationMinutes: '45' });
  const address = `${page}?duration=45&slot=${encodeURIComponent(startsAt)}&tz=UTC`;
  const form = formIn(await (await guest.request('GET', address)).text(), page);
  expect(await (await guest.request('GET', `${page}?duration=45`)).text()).toContain('duration=30');
  expect(form.fields['durationMinutes']).toBe('45');
  const refused = await sendForm(api.base, form, { name: 'Sam', email: 'sam@' });
  const again = formIn(await refused.text(), page);
  expect([refused.status, again.fields['durationMinutes']]).toEqual([422, '45']);
  const booked = await sendForm(api.base, again, { email: guest.email });
  const token = /booking\/([^?]+)/.exec(booked.headers.get('location') ?? '')?.[1] ?? '';
  expect((await guest.read(token)).durationMinutes).toBe(45);
});

test('lengths are checked where a host sets them, and an address with another one shows the usual one', async () => {
  for (const furtherDurations of [[0], [1_441], Array.from({ length: 10 }, (_, index) => index + 1)])
    expect((await host.request('PATCH', `/api/v1/event-types/${type.id}`, { furtherDurations })).status).toBe(422);
  const shown = await (await guest.request('GET', `${page}?duration=20&tz=UTC`)).text();
  expect(shown).toContain('30 min');
});
