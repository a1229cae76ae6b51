import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { guestRequests } from '#test/fixtures/guest-requests.ts';

const api = await startApi();
const { guest, nextFree, requestFor, answerTo } = await guestRequests(api.base);

test('every link that opens nothing is answered alike', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const [kid = '', id = '', mac = ''] = booked.token.split('.');
  const tokens = {
    nonsense: 'nonsense',
    unknown: `${kid}.${randomUUID()}.${mac}`,
    forged: `${kid}.${id}.${'A'.repeat(43)}`,
    cut: booked.token.slice(0, -1),
    ofAnotherKey: `k9.${id}.${mac}`,
  };
  const answers = await Promise.all(
    Object.values(tokens).map(async (token) => {
      const api = await guest.request('GET', `/api/v1/public/bookings/${token}`);
      const cancel = await guest.request('POST', `/api/v1/public/bookings/${token}/cancel`, {});
      const page = await guest.request('GET', `/booking/${token}`);
      const { instance: _a, ...told } = (await api.json()) as { instance: string };
      const { instance: _b, ...refused } = (await cancel.json()) as { instance: string };
      // The page's menu of languages leads to the address that was asked for.
      const shown = (await page.text()).replaceAll(token, '…');
      return [api.status, told, cancel.status, refused, page.status, shown];
    }),
  );
  expect(answers[0]).toMatchObject([404, { code: 'not_found' }, 404, { code: 'not_found' }, 404, expect.any(String)]);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('looking changes nothing, however one looks', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const path = `/api/v1/public/bookings/${booked.token}`;
  for (const what of ['', '/calendar.ics', '/cancel', '/reschedule', '/unsubscribe', '/erase'])
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const headers of [{}, { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' }])
        await (await fetch(`${api.base}${path}${what}`, { method, headers })).body?.cancel();
  for (const action of ['', '?action=cancel', '?action=reschedule', '/cancel', '/erase'])
    await (await fetch(`${api.base}/booking/${booked.token}${action}`)).body?.cancel();
  expect(await guest.read(booked.token)).toMatchObject({ status: 'confirmed', revision: 1, remindersOff: false });
});

test.each([
  ['a form', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
  ['a form of several parts', oneClick()],
  ['the field as plain text', 'List-Unsubscribe=One-Click'],
  ['nothing', null],
])('reminders end by one click of a mail program, too, which sends %s', async (_, body) => {
  const { token } = await answerTo(requestFor(nextFree()));
  const path = `/api/v1/public/bookings/${token}/unsubscribe`;
  const answer = await fetch(`${api.base}${path}`, { method: 'POST', body });
  expect([answer.status, await answer.json()]).toMatchObject([200, { remindersOff: true }]);
});

/** RFC 8058 §3.2 names this kind of form first. */
function oneClick(): FormData {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
}

test('the calendar file is a file', async () => {
  const { token, startsAt } = await answerTo(requestFor(nextFree()));
  const answer = await guest.request('GET', `/api/v1/public/bookings/${token}/calendar.ics`);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  expect(answer.headers.get('content-disposition')).toContain('booking.ics');
  expect(await answer.text()).toContain(`DTSTART:${startsAt.replaceAll(/[-:]|\.\d{3}/g, '')}`);
});
