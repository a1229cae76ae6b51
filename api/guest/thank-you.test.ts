import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { GuestBooking } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base);
await host.alwaysOpen();
const guest = newGuest(api.base);
const [from, to] = [new Date(Date.now() + 86_400_000), new Date(Date.now() + 2 * 86_400_000)];
const THANK_YOU = 'See you!\nRing <twice>.';

const pageOf = async ({ token }: GuestBooking) => (await fetch(`${api.base}/booking/${token}`)).text();

/** A booking of an event type with a thank-you text. */
async function bookedWith(changes: object) {
  const { id, slug } = await host.offer('phone', { thankYou: THANK_YOU, ...changes });
  const page = { handle: host.handle, slug };
  const [free = ''] = await guest.freeTimes(page, from, to);
  return { eventTypeId: id, booking: await guest.book(page, free) };
}

test('who is booked reads the host’s thank-you text, as it is now, without scripts too', async () => {
  const { eventTypeId, booking } = await bookedWith({});
  expect(booking.thankYou).toBe(THANK_YOU);
  expect(await pageOf(booking)).toContain('Ring &lt;twice&gt;.');
  await host.json('PATCH', `/api/v1/event-types/${eventTypeId}`, { thankYou: '' });
  expect((await guest.read(booking.token)).thankYou).toBe('');
});

test('who still waits, or was cancelled, reads none', async () => {
  const { booking } = await bookedWith({ requiresConfirmation: true });
  expect([booking.status, booking.thankYou]).toEqual(['pending', '']);
  expect(await pageOf(booking)).not.toContain('Ring');
  await host.json('POST', `/api/v1/bookings/${booking.id}/confirm`, {});
  expect((await guest.read(booking.token)).thankYou).toBe(THANK_YOU);
  expect((await guest.cancel(booking.token, 'A cold')).thankYou).toBe('');
});
