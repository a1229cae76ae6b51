import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { TYPED, guestPages } from '#test/fixtures/guest-pages.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const { host, path, open, openForm, book } = await guestPages(api.base);

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
  const form = await openForm();
  const [first, second] = [await sendForm(api.base, form, TYPED), await sendForm(api.base, form, TYPED)];
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
});

test('what is wrong is said beside the field, and what was typed stays', async () => {
  const form = await openForm();
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
  const form = await openForm();
  const page = await (await sendForm(api.base, form, { ...TYPED, email: '' })).text();
  expect(formIn(page, path).fields['answer-topic']).toBe(TYPED['answer-topic']);
});

test('a time that is gone meanwhile has others beside it, and the form keeps what was typed', async () => {
  const form = await openForm();
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
  const form = await openForm();
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
  const form = await openForm();
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

test('a form from another site is refused', async () => {
  const form = await openForm();
  const answer = await fetch(new URL(form.action, api.base), {
    method: 'POST',
    headers: { origin: 'null', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ ...form.fields, ...TYPED }),
  });
  expect(answer.status).toBe(403);
  await answer.body?.cancel();
});
