import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { PublicEventType } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const NOTICE = { changeNoticeMinutes: 4 * 1_440 };
const type = await host.offer('phone', NOTICE);
const asking = await host.offer('phone', { ...NOTICE, requiresConfirmation: true });
const guest = newGuest(api.base);

let hours = 0;
/** A slot so many days ahead that no other test of this file uses. */
const inDays = (days: number) =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + days * 86_400_000 + (hours += 1) * 3_600_000).toISOString();
const book = (days: number, { slug } = type) => guest.book({ handle: host.handle, slug }, inDays(days));

async function refusalOf(token: string, verb: 'reschedule' | 'cancel', body = {}) {
  const answer = await guest.request('POST', `/api/v1/public/bookings/${token}/${verb}`, body);
  return [answer.status, ((await answer.json()) as { code?: string }).code];
}

const TOO_LATE = [409, 'too_late_to_change'];

test('guests are told before they book, and until when once they have', async () => {
  const shown = await guest.json<PublicEventType>('GET', `/api/v1/public/${host.handle}/${type.slug}`);
  expect(shown.changeNoticeMinutes).toBe(NOTICE.changeNoticeMinutes);
  const page = await (await guest.request('GET', `/${host.handle}/${type.slug}`)).text();
  expect(page).toContain('Reschedule or cancel until 4 days before');
  const { startsAt, changeableUntil, token } = await book(10);
  expect(Date.parse(startsAt) - Date.parse(changeableUntil)).toBe(NOTICE.changeNoticeMinutes * 60_000);
  expect(await (await guest.request('GET', `/booking/${token}`)).text()).toContain('Possible until');
  expect(await guest.reschedule(token, inDays(11))).toMatchObject({ status: 'confirmed' });
  expect(await guest.cancel(token)).toMatchObject({ status: 'cancelled' });
});

test('after that a guest is told to contact the host, who still can', async () => {
  const { id, token } = await book(2);
  expect(await refusalOf(token, 'reschedule', { startsAt: inDays(12) })).toEqual(TOO_LATE);
  expect(await refusalOf(token, 'cancel')).toEqual(TOO_LATE);
  const page = await (await guest.request('GET', `/booking/${token}?action=cancel`)).text();
  expect(page).toContain('too late to reschedule or cancel online');
  expect(page).not.toContain('Cancel meeting');
  await host.json('POST', `/api/v1/bookings/${id}/reschedule`, { startsAt: inDays(2) });
  expect(await refusalOf(token, 'cancel')).toEqual(TOO_LATE);
  expect(await host.json('POST', `/api/v1/bookings/${id}/cancel`, {})).toMatchObject({ status: 'cancelled' });
  expect(await refusalOf(token, 'cancel')).toEqual([200, undefined]);
});

test('a request that waits for its host is withdrawn at any time; once confirmed, it stands', async () => {
  const withdrawn = await book(2, asking);
  expect(withdrawn.changeableUntil).toBe(withdrawn.startsAt);
  expect(await guest.cancel(withdrawn.token)).toMatchObject({ status: 'cancelled' });
  const { id, token } = await book(2, asking);
  await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  expect(await refusalOf(token, 'reschedule', { startsAt: inDays(12) })).toEqual(TOO_LATE);
  expect(await refusalOf(token, 'cancel')).toEqual(TOO_LATE);
});

test('a proposed time is withdrawn at any time', async () => {
  const { id, token, startsAt } = await book(10, asking);
  await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  await guest.reschedule(token, inDays(11));
  await api.orm.em.fork().execute('update bookings set change_notice_minutes = 20000 where id = ?', [id]);
  expect(await guest.reschedule(token, startsAt)).toMatchObject({ startsAt, proposedStartsAt: null });
});

test('a booking keeps the notice it was booked with', async () => {
  const own = await host.offer('phone', NOTICE);
  const { token } = await book(2, own);
  await host.json('PATCH', `/api/v1/event-types/${own.id}`, { changeNoticeMinutes: 0 });
  expect(await refusalOf(token, 'cancel')).toEqual(TOO_LATE);
  expect(await guest.cancel((await book(2, own)).token)).toMatchObject({ status: 'cancelled' });
});

test('a form without scripts that comes too late is answered with the page, which says so', async () => {
  const { token, id } = await book(10);
  const address = `/booking/${token}`;
  const form = formIn(await (await guest.request('GET', `${address}?action=cancel`)).text(), `${address}/cancel`);
  await api.orm.em.fork().execute('update bookings set change_notice_minutes = 20000 where id = ?', [id]);
  const answer = await sendForm(api.base, form);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('too late to reschedule or cancel online');
});

test('a guest who asks to be forgotten need not wait for the host', async () => {
  const { id, token } = await book(2);
  await guest.json('POST', `/api/v1/public/bookings/${token}/erase`);
  expect(await host.booking(id)).toMatchObject({ status: 'cancelled' });
});
