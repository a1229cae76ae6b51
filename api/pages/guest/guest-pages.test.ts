import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { formIn, sendForm, unescaped } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { openFrontEnd } from '../../front-end/front-end.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin <b>Host</b>', timeZone: 'Europe/Berlin' });
await host.alwaysOpen();
const type = await host.offer('phone', {
  title: 'Talk & tea',
  slotIntervalMinutes: 60,
  reminderMinutes: [60],
  questions: [
    { id: 'topic', label: 'Topic?', kind: 'long_text', required: true },
    { id: 'size', label: 'How many?', kind: 'choice', required: true, options: ['one', 'more'] },
    { id: 'agreed', label: 'Agreed', kind: 'checkbox', required: true },
  ],
});
const path = `/${host.handle}/${type.slug}`;
const TYPED = {
  name: 'Sam “S” <Guest>',
  email: 'sam@example.org',
  'answer-topic': '\nTwo\nlines & <more>',
  'answer-size': 'more',
  'answer-agreed': 'yes',
};

async function open(address: string): Promise<string> {
  const answer = await fetch(new URL(address, api.base));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  return answer.text();
}

const linksOf = (page: string) => [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => unescaped(href));
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** The dates that can be chosen. */
const daysOf = (page: string) => [...page.matchAll(/<a [^>]*data-date="([^"]+)"/g)].map(([, date]) => date);
const linkNamed = (page: string, name: string) =>
  unescaped(new RegExp(`<a [^>]*aria-label="${name}"[^>]*href="([^"]+)"`).exec(page)?.[1] ?? '') || undefined;
const times = async (query = '') => linksOf(await open(path + query)).filter((href) => href.includes('slot='));

/** Opens the form for the n-th free time two days on: this file's tests want different ones. */
let used = 0;
async function openForm() {
  const date = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const address = (await times(`?date=${date}&tz=UTC`))[(used += 1)] ?? '';
  return { address, form: formIn(await open(address), path) };
}

async function book(): Promise<string> {
  const { form } = await openForm();
  const answer = await sendForm(api.base, form, TYPED);
  expect(answer.status).toBe(303);
  const [page = '', query] = (answer.headers.get('location') ?? '').split('?');
  expect(query).toBe('news=booked');
  return page;
}

test('the host’s page leads to the event type, the event type to its times', async () => {
  const page = await open(`/${host.handle}`);
  expect(page).toContain('Talk &amp; tea');
  expect(page).toContain('Robin &lt;b&gt;Host&lt;/b&gt;');
  expect(page).not.toContain('<script');
  expect(linksOf(page)).toContain(path);
  const found = await times();
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(new RegExp(`^${path}\\?slot=[^&]+&date=\\d{4}-\\d{2}-\\d{2}&month=\\d{4}-\\d{2}$`));
});

test('times are shown for the zone one chooses, and the choice goes along', async () => {
  const asked = `${path}?tz=Asia/Kolkata&name=Sam&date=${dayFromNow(2)}`;
  const page = await open(asked);
  expect(page).toContain('Kolkata time, IST');
  const list = linksOf(page).find((href) => href.includes('choose=zone')) ?? '';
  const zones = await open(list);
  expect(zones).toMatch(/<option selected="">Asia\/Kolkata</);
  expect(zones).toContain('<input type="hidden" name="name" value="Sam"/>');
  const [first = ''] = linksOf(page).filter((href) => href.includes('slot='));
  expect(first).toContain('tz=Asia%2FKolkata');
  expect(formIn(await open(first), path).fields).toMatchObject({ name: 'Sam', timeZone: 'Asia/Kolkata' });
  expect(await open(`${path}?tz=Mars/Olympus`)).toContain('Berlin time, CE');
});

test('a form leads to the booking, whose page says what was booked', async () => {
  const location = await book();
  expect(location).toMatch(/^\/booking\/k1\.[^?]+$/);
  const page = await open(`${location}?news=booked`);
  expect(page).toContain('You’re booked');
  expect(page).toContain('Confirmed');
  expect(page).toContain('Sam “S” &lt;Guest&gt;');
  const token = location.split('/').at(-1) ?? '';
  const { id, startsAt } = await newGuest(api.base).read(token);
  const { guest } = await host.booking(id);
  expect(guest.answers.map(({ value }) => value)).toEqual(['Two\nlines & <more>', 'more', true]);
  expect(Date.parse(startsAt)).toBeGreaterThan(Date.now());
});

test('a form sent twice books once', async () => {
  const { form } = await openForm();
  const [first, second] = [await sendForm(api.base, form, TYPED), await sendForm(api.base, form, TYPED)];
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
});

test('what is wrong is said beside the field, and what was typed stays', async () => {
  const { form } = await openForm();
  const answer = await sendForm(api.base, form, {
    ...TYPED,
    email: 'sam@',
    'answer-size': 'many',
    'answer-topic': '',
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  const wrong = [...page.matchAll(/id="([^"]+)-problem"/g)].map(([, name]) => name);
  expect(wrong).toEqual(['email', 'answer-topic', 'answer-size'].map((name) => `field-${name}`));
  const again = formIn(page, path);
  expect(again.fields).toMatchObject({ name: TYPED.name, email: 'sam@', startsAt: form.fields['startsAt'] });
  expect((await sendForm(api.base, again, TYPED)).status).toBe(303);
});

test('a line break at the beginning of an answer survives the form', async () => {
  const { form } = await openForm();
  const page = await (await sendForm(api.base, form, { ...TYPED, email: '' })).text();
  expect(formIn(page, path).fields['answer-topic']).toBe(TYPED['answer-topic']);
});

test('a time that is gone meanwhile has others beside it, and the form keeps what was typed', async () => {
  const { form } = await openForm();
  await sendForm(api.base, form, { ...TYPED, key: '' });
  const answer = await sendForm(api.base, form, { ...TYPED, key: '' });
  const page = await answer.text();
  expect(answer.status).toBe(409);
  expect(page).toContain('is no longer free');
  const [offer = ''] = /<button [^>]*name="choose"[^>]*>/.exec(page) ?? [];
  const [, other = ''] = /value="([^"]+)"/.exec(offer) ?? [];
  const chosen = await sendForm(api.base, formIn(page, path), { choose: other });
  expect(chosen.status).toBe(200);
  const again = formIn(await chosen.text(), path);
  expect(again.fields).toMatchObject({ name: TYPED.name, 'answer-size': 'more', startsAt: other });
  expect((await sendForm(api.base, again)).status).toBe(303);
});

test('a browser that fills in the hidden field is asked for one visible step, and then books', async () => {
  const { form } = await openForm();
  const answer = await sendForm(api.base, form, { ...TYPED, website: 'https://filled-in.example' });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  for (const words of ['One more step', 'I’m a person']) expect(page).toContain(words);
  expect(page).not.toContain('is no longer free');
  const again = formIn(page, path);
  expect(again.fields).toMatchObject({ website: 'https://filled-in.example', 'answer-size': 'more' });
  expect((await sendForm(api.base, again, { isPerson: 'yes' })).status).toBe(303);
});

test('a form that was tampered with is refused as a form, not as a failure', async () => {
  const { form } = await openForm();
  for (const [changed, status] of [
    [{ startsAt: 'never' }, 422],
    [{ timeZone: 'Mars/Olympus' }, 422],
    [{ startsAt: '9999-12-31T23:00:00Z' }, 422],
    [{ startsAt: '2999-12-31T23:00:00Z' }, 409],
    [{ website: 'https://filled-in.example' }, 422],
    [{ name: 'x'.repeat(200) }, 422],
  ] as const) {
    const answer = await sendForm(api.base, form, { ...TYPED, ...changed });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    await answer.body?.cancel();
  }
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

test('a form from another site is refused', async () => {
  const { form } = await openForm();
  const answer = await fetch(new URL(form.action, api.base), {
    method: 'POST',
    headers: { origin: 'null', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ ...form.fields, ...TYPED }),
  });
  expect(answer.status).toBe(403);
  await answer.body?.cancel();
});

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

test('an event type that is gone leads to what its host still offers', async () => {
  const answer = await fetch(`${api.base}/${host.handle}/gone`);
  expect(answer.status).toBe(404);
  expect(linksOf(await answer.text())).toContain(`/${host.handle}`);
});

test('a page of many times stays small', async () => {
  const minutes = await host.offer('phone', { durationMinutes: 15, slotIntervalMinutes: 5 });
  const page = await open(`/${host.handle}/${minutes.slug}?date=${dayFromNow(12)}`);
  expect(linksOf(page).filter((href) => href.includes('slot='))).toHaveLength(288);
  expect(gzipSync(page).length).toBeLessThan(40_000);
});

test('the months end where the booking window does, and what is far ahead is found', async () => {
  const offer = (from: number, to: number) =>
    host.offer('phone', { bookingWindow: { kind: 'range', from: dayFromNow(from), to: dayFromNow(to) } });

  const far = await offer(100, 106);
  const first = await open(`/${host.handle}/${far.slug}`);
  expect(first).toMatch(/No free times in \w+\. First available: /);
  expect(daysOf(first)[0]).toBe(dayFromNow(100));
  const last = await open(`/${host.handle}/${far.slug}?date=${dayFromNow(106)}`);
  expect(daysOf(last).at(-1)).toBe(dayFromNow(106));
  expect(linkNamed(last, 'Next month')).toBeUndefined();
  expect(linkNamed(last, 'Previous month')).toContain('month=');

  const over = await open(`/${host.handle}/${(await offer(-20, -10)).slug}`);
  expect(over).toContain('Nothing is available right now.');
  expect(linkNamed(over, 'Next month')).toBeUndefined();
});

test.each([
  'month=0000-00',
  'month=9999-12',
  'date=9999-12-31',
  'slot=9999-12-31T23:30:00Z',
  'slot=0000-01-01T00:00Z',
  'month=1970-01',
  'tz=%20',
  'choose=zone&tz=x',
])('an address of nonsense is a page: %s', async (query) => {
  expect(await open(`${path}?${query}`)).toContain('<h1');
});

const inLanguage = async (language: string) => {
  const answer = await fetch(`${api.base}${path}?date=${dayFromNow(2)}&tz=UTC`, {
    headers: { 'accept-language': language },
  });
  return answer.text();
};

test('dates follow the languages of the browser', async () => {
  const american = await inLanguage('en-US,en;q=0.9');
  expect(american).toMatch(/>\d{1,2}:00 [AP]M</);
  expect(american.indexOf('abbr="Sunday"')).toBeLessThan(american.indexOf('abbr="Monday"'));
  for (const language of ['de-DE', 'en-GB', '', '*', 'x'.repeat(2_000), 'en-US-u-ca-\u0000']) {
    const page = await inLanguage(language.replace('\u0000', ''));
    expect(page).toContain('<h1');
  }
  expect(await inLanguage('de-DE,de;q=0.9,en-US;q=0.5')).toMatch(/>\d\d:00</);
});

test('a public page says what it is where its link is pasted; a private one says nothing', async () => {
  const page = await open(`${path}?utm_source=x`);
  const url = `${api.base}${path}`;
  for (const part of [
    `<link rel="canonical" href="${url}"/>`,
    '<meta property="og:title" content="Talk &amp; tea with Robin &lt;b&gt;Host&lt;/b&gt;"/>',
    '<meta property="og:description" content="Choose a time: 30 min, Phone call."/>',
    `<meta property="og:url" content="${url}"/>`,
    '<meta property="og:type" content="website"/>',
    '<meta property="og:site_name" content="Insytical"/>',
    '<meta name="twitter:card" content="summary"/>',
  ])
    expect(page).toContain(part);
  const own = await open(await book());
  expect(own).not.toMatch(/property="og:|rel="canonical"|name="(twitter|description)/);
  expect(own).toContain('<meta name="robots" content="noindex, nofollow"/>');
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

test('a plus that was not encoded stays one: in a zone, a time and an address', async () => {
  expect(await open(`${path}?tz=Etc/GMT+5&date=${dayFromNow(2)}`)).toContain('GMT-5');
  const [address = ''] = await times(`?date=${dayFromNow(2)}&tz=UTC`);
  const slot = new URL(address, api.base).searchParams.get('slot') ?? '';
  const page = await open(`${path}?slot=${slot.replace('.000Z', '+00:00')}&email=sam+x@example.org`);
  expect(page).toContain('value="sam+x@example.org"');
});

test('what is said of a page ends between characters', async () => {
  const family = '👩‍👩‍👧‍👦';
  const { slug } = await host.offer('phone', { description: family.repeat(250) });
  const page = await open(`/${host.handle}/${slug}`);
  expect(page).toContain(`<meta name="description" content="${family.repeat(200)}"/>`);
});

test('while nothing is built, pages say what to run, and what was asked for is answered in its status', async () => {
  const bare = await startApi({ frontEnd: openFrontEnd('/not/there') });
  const ask = async (address: string) => {
    const answer = await fetch(new URL(address, bare.base));
    return [answer.status, /npm run web:build/.test(await answer.text())];
  };
  expect(await ask('/scheduler/event-types')).toEqual([503, true]);
  expect(await ask('/')).toEqual([503, true]);
  expect(await ask('/nobody')).toEqual([404, true]);
});
