import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { BOOKING_STATUSES, type BookingStatus } from '#domain/booking.ts';
import { makeConnection } from '#test/fixtures/hosts.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();

const SECRET = '4915771234';
const PLACES = {
  link: { kind: 'link', value: `https://rooms.example/${SECRET}` },
  phone: { kind: 'phone', value: `+${SECRET}` },
  address: { kind: 'in_person', value: `Main Street ${SECRET}` },
  'link pasted by the host': { kind: 'in_person' },
  'link of the provider': { kind: 'zoom' },
} as const;
type Place = keyof typeof PLACES;

let hours = 48;
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();

/** A request for a place that the guest must not know yet, with what the booking itself answered. */
async function ask(place: Place) {
  const type = await host.offer('any', { location: PLACES[place], requiresConfirmation: true });
  const guest = newGuest(api.base);
  const booking = await guest.book({ handle: host.handle, slug: type.slug }, nextFree());
  expect(booking.status).toBe('pending');
  const url = `https://rooms.example/${SECRET}`;
  if (place === 'link pasted by the host') await host.json('PUT', `/api/v1/bookings/${booking.id}/link`, { url });
  if (place === 'link of the provider') await haveMeeting(booking.id, url);
  return { guest, booking };
}

/** As if the booking had been confirmed before, and its meeting made. */
async function haveMeeting(booking: string, joinUrl: string): Promise<void> {
  const em = api.orm.em.fork();
  const { host } = await em.findOneOrFail(Booking, { id: booking });
  const connection = await makeConnection(api, { id: host });
  em.create(Conference, {
    id: randomUUIDv7(),
    booking,
    connection: connection.id,
    provider: 'zoom',
    marker: 'marker',
    state: 'live',
    providerMeetingId: '1',
    joinUrl,
    createdAt: new Date(),
  });
  await em.flush();
}

const become = (id: string, status: BookingStatus) =>
  api.orm.em.fork().execute('update bookings set status = ? where id = ?', [status, id]);

/** Everything the guest's link opens, as one text by its name. */
async function told(token: string): Promise<Record<string, string>> {
  const guest = newGuest(api.base);
  const path = `/api/v1/public/bookings/${token}`;
  const read = async (method: 'GET' | 'POST', where: string) => (await guest.request(method, where)).text();
  return {
    answer: await read('GET', path),
    page: await read('GET', `/booking/${token}`),
    'page to move': await read('GET', `/booking/${token}?action=reschedule`),
    'page to cancel': await read('GET', `/booking/${token}?action=cancel`),
    export: await read('POST', `${path}/export`),
    'calendar file': (await read('GET', `${path}/calendar.ics`)).replaceAll('\r\n ', ''),
  };
}

test.each(Object.keys(PLACES) as Place[])('only a confirmed booking tells its guest the %s', async (place) => {
  const { guest, booking } = await ask(place);
  expect(JSON.stringify(booking)).not.toContain(SECRET);
  for (const status of BOOKING_STATUSES) {
    await become(booking.id, status);
    const tells = Object.entries(await told(booking.token)).flatMap(([where, text]) =>
      // Phone numbers are kept in their country's grouping.
      text.replaceAll(/[ -]/g, '').includes(SECRET) ? [`${status}: ${where}`] : [],
    );
    const places = ['answer', 'page', 'page to move', 'page to cancel', 'export', 'calendar file'];
    expect(tells).toEqual(status === 'confirmed' ? places.map((where) => `confirmed: ${where}`) : []);
  }
  await become(booking.id, 'confirmed');
  expect(JSON.stringify(await guest.cancel(booking.token))).not.toContain(SECRET);
});
