import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { dayFromNow } from '#test/fixtures/guest-pages.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base);
await host.alwaysOpen();
const guest = newGuest(api.base);
const SITE = 'https://www.thanks.example/page?of=talk#top';

let hour = 9;
/** What is booked of an event type that leads on, and its page. */
async function booked(rules: object) {
  const { id, slug } = await host.offer('phone', { redirectUrl: SITE, ...rules });
  const booking = await guest.book({ handle: host.handle, slug }, `${dayFromNow(3)}T${(hour += 1)}:00:00.000Z`);
  const page = async (query = '?news=booked', headers = {}) =>
    (await fetch(`${api.base}/booking/${booking.token}${query}`, { headers })).text();
  return { typeId: id, slug, booking, page };
}

/** Where a page leads on without scripts, and its link there. */
const onwardIn = (html: string) => [
  /<noscript><meta http-equiv="refresh" content="([^"]*)"/.exec(html)?.[1] ?? null,
  /href="(https:\/\/www\.thanks\.example[^"]*)"/.exec(html)?.[1] ?? null,
];

test('who has just booked is led to the host’s page, after a while, with nothing about the guest', async () => {
  const { page } = await booked({});
  const html = await page();
  expect(onwardIn(html)).toEqual([`10;url=${SITE}`, SITE]);
  expect(html).toContain('www.thanks.example');
  expect(html).toContain('Stay on this page');
  expect(html).toContain('You’re booked');
});

test('event details are added where the host wants it: type, start and booking, and no more', async () => {
  const { page, slug, booking } = await booked({ redirectPassesDetails: true });
  const [, href = ''] = onwardIn(await page());
  const { searchParams } = new URL((href ?? '').replaceAll('&amp;', '&'));
  expect(Object.fromEntries(searchParams)).toEqual({
    of: 'talk',
    event_type: slug,
    starts_at: booking.startsAt,
    booking: booking.id,
  });
});

test('in a frame there is only a link: the site around it stays', async () => {
  const { page } = await booked({});
  const html = await page('?news=booked', { 'sec-fetch-dest': 'iframe' });
  expect(onwardIn(html)).toEqual([null, SITE]);
  expect(html).toContain('target="_top"');
});

test('no other guest is led on: who comes back, who waits for the host, who was cancelled, who follows another address', async () => {
  const { page, booking } = await booked({});
  expect(onwardIn(await page(''))).toEqual([null, null]);
  expect(onwardIn(await page('?news=moved'))).toEqual([null, null]);
  expect(await page('?news=booked&redirectUrl=https://evil.example&onward=https://evil.example')).not.toMatch(
    /(url=|href=")https:\/\/evil/,
  );
  await guest.cancel(booking.token, 'A cold');
  expect(onwardIn(await page())).toEqual([null, null]);

  const asked = await booked({ requiresConfirmation: true });
  expect(onwardIn(await asked.page())).toEqual([null, null]);
  await host.json('POST', `/api/v1/bookings/${asked.booking.id}/confirm`, {});
  expect(onwardIn(await asked.page())).toEqual([null, null]);
});
