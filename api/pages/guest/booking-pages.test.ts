import { expect, test } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { linksOf, dayFromNow, guestPages } from '#test/fixtures/guest-pages.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const { host, path, open, book } = await guestPages(api.base);

test('moving: the times, then the former and the new one, then one button', async () => {
  const location = await book();
  const [to = ''] = linksOf(await open(`${location}?action=reschedule`)).filter((href) => href.includes('slot='));
  const page = await open(to);
  expect(page).toContain('Was');
  const form = formIn(page, `${location}/reschedule`);
  const answer = await sendForm(api.base, form);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${location}?news=moved`]);
  const moved = await open(`${location}?news=moved`);
  for (const words of ['Meeting rescheduled', 'Was ']) expect(moved).toContain(words);
  expect(await newGuest(api.base).read(location.split('/').at(-1) ?? '')).toMatchObject({
    revision: 2,
    startsAt: form.fields['startsAt'],
  });
  const stale = await sendForm(api.base, {
    ...form,
    fields: { ...form.fields, startsAt: new Date(Date.now() + 9e8).toISOString() },
  });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('The booking has changed meanwhile');
});

test('a form without scripts keeps the zone that its time was chosen in, and the clock of the browser’s language', async () => {
  const guest = newGuest(api.base, { timeZone: 'Europe/Berlin' });
  const hour = await host.offer('phone', { slotIntervalMinutes: 60 });
  const { id, token } = await guest.book({ handle: host.handle, slug: hour.slug }, `${dayFromNow(5)}T09:00:00.000Z`);
  const address = `/booking/${token}`;
  const other = encodeURIComponent(`${dayFromNow(5)}T11:00:00.000Z`);
  const form = formIn(await open(`${address}?action=reschedule&slot=${other}&tz=Asia/Tokyo`), `${address}/reschedule`);
  const body = new URLSearchParams(form.fields);
  const headers = { 'accept-language': 'en-US' };
  const sent = await fetch(new URL(form.action, api.base), { method: 'POST', body, headers, redirect: 'manual' });
  expect(sent.status).toBe(303);
  const row = await api.orm.em.fork().findOneOrFail(Booking, { id });
  expect([row.guestTimeZone, row.guestLocale, row.guestHourCycle]).toEqual(['Asia/Tokyo', 'en-US', 'h12']);
});

test('where the host confirms each time, a move asks for it, and the present time is kept by a button', async () => {
  const asking = await host.offer('phone', { requiresConfirmation: true, slotIntervalMinutes: 60 });
  const guest = newGuest(api.base);
  const [booked, wanted] = [`${dayFromNow(3)}T09:00:00.000Z`, `${dayFromNow(3)}T11:00:00.000Z`];
  const { id, token } = await guest.book({ handle: host.handle, slug: asking.slug }, booked);
  await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  const address = `/booking/${token}`;
  const move = formIn(
    await open(`${address}?action=reschedule&slot=${encodeURIComponent(wanted)}`),
    `${address}/reschedule`,
  );
  expect((await sendForm(api.base, move)).headers.get('location')).toBe(address);
  const page = await open(address);
  for (const words of ['New time requested', 'Requested, not confirmed yet', 'Your meeting keeps its time until'])
    expect(page).toContain(words);
  expect(await guest.read(token)).toMatchObject({ startsAt: booked, proposedStartsAt: wanted });
  expect((await sendForm(api.base, formIn(page, `${address}/reschedule`))).status).toBe(303);
  expect(await open(address)).toContain('You kept the current time.');
  expect(await guest.read(token)).toMatchObject({ startsAt: booked, proposedStartsAt: null });
});

test('cancelling: a question, a reason, one button', async () => {
  const location = await book();
  const form = formIn(await open(`${location}?action=cancel`), `${location}/cancel`);
  const answer = await sendForm(api.base, form, { reason: 'Down with a cold' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, location]);
  const page = await open(location);
  expect(page).toContain('Meeting cancelled');
  expect(linksOf(page)).toContain(path);
  const { id } = await newGuest(api.base).read(location.split('/').at(-1) ?? '');
  expect(await host.booking(id)).toMatchObject({ status: 'cancelled', reason: 'Down with a cold' });
});

test('reminders end by a button, data too', async () => {
  const location = await book();
  expect(await open(location)).toContain('Next reminder: ');
  const unsubscribed = await sendForm(api.base, formIn(await open(location), `${location}/unsubscribe`));
  expect(unsubscribed.status).toBe(303);
  const page = await open(location);
  expect(page).toContain('Reminders are off.');
  const copy = await sendForm(api.base, formIn(page, `/api/v1/public/bookings/${location.split('/').at(-1)}/export`));
  expect(copy.headers.get('content-disposition')).toBe('attachment; filename="booking.json"');
  expect(await copy.json()).toMatchObject({ booking: expect.any(Object) });
  const sure = await open(`${location}?action=erase`);
  const erased = await sendForm(api.base, formIn(sure, `${location}/erase`));
  expect([erased.status, await erased.text()]).toEqual([200, expect.stringContaining('Your data is erased')]);
  expect((await fetch(new URL(location, api.base))).status).toBe(404);
});

test('a finished meeting is completed; one that will not take place is struck through, with the host’s reason', async () => {
  const address = await book();
  const guest = newGuest(api.base);
  const { id } = await guest.read(address.split('/').at(-1) ?? '');
  const become = (status: string) =>
    api.orm.em
      .fork()
      .execute(
        `update bookings set status = ?, ended_by = 'host', reason_by = 'host', reason = 'I am <away>.' where id = ?`,
        [status, id],
      );
  for (const status of ['declined', 'cancelled']) {
    await become(status);
    const over = await open(address);
    expect(over).toContain('class="struck"');
    expect(over).toMatch(/wrote:(<!-- -->| )+I am &lt;away&gt;\./);
  }
  await become('completed');
  const finished = await open(address);
  expect(finished).toContain('>Completed<');
  expect(finished).not.toMatch(/class="struck"|status-mark ended/);
});
