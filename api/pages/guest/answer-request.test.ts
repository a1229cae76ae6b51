import { expect, test } from 'vitest';
import { answerAddress } from '#commands/bookings/links.ts';
import { Booking } from '#db/entities/booking.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const DAY_MS = 86_400_000;

/** A request for a time of the day after tomorrow, and what its host's mail leads to. */
async function newRequest() {
  const host = await signUp(api.base, { name: 'Robin Host', timeZone: 'Europe/Berlin' });
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', {
    title: 'Talk & tea',
    location: { kind: 'in_person' },
    requiresConfirmation: true,
    slotIntervalMinutes: 60,
  });
  const guest = newGuest(api.base, { name: 'Sam <Guest>' });
  const from = new Date(Date.now() + 2 * DAY_MS);
  const page = { handle: host.handle, slug };
  const [first = '', other = ''] = await guest.freeTimes(page, from, new Date(from.getTime() + DAY_MS));
  const { id, token } = await guest.book(page, first);
  const read = () => guest.read(token);
  /** The path in a mail that is written now. */
  const link = async () => {
    const row = await api.orm.em.fork().findOneOrFail(Booking, { id });
    return new URL(answerAddress(api.config, row) ?? 'about:blank').pathname;
  };
  return { host, guest, id, token, first, other, read, link };
}

const open = (path: string) => fetch(new URL(path, api.base));

async function answer(path: string, fields: Readonly<Record<string, string>>) {
  const form = formIn(await (await open(path)).text(), path);
  return sendForm(api.base, form, fields);
}

test('opening the link decides nothing; its button confirms, once', async () => {
  const { link, read } = await newRequest();
  const path = await link();
  const page = await (await open(path)).text();
  expect(page).toContain('Sam &lt;Guest&gt;');
  expect(page).toContain('asks for “Talk &amp; tea”');
  expect((await read()).status).toBe('pending');
  const answered = await answer(path, { answer: 'confirm' });
  expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('Booking confirmed')]);
  expect((await read()).status).toBe('confirmed');
  const again = await open(path);
  expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('nothing to answer')]);
});

test('a request is declined with a reason for the guest; without one, and without an answer, as documented', async () => {
  const { link, read } = await newRequest();
  const path = await link();
  expect((await answer(path, { answer: 'maybe' })).status).toBe(422);
  expect((await read()).status).toBe('pending');
  expect((await answer(path, { answer: 'decline', reason: 'I am away.' })).status).toBe(200);
  expect(await read()).toMatchObject({ status: 'declined', hostNote: 'I am away.' });
});

test('another time that the guest asks for is confirmed the same way; the link for the time before it ends', async () => {
  const { host, guest, id, token, other, read, link } = await newRequest();
  const former = await link();
  await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  await guest.reschedule(token, other);
  expect((await open(former)).status).toBe(410);
  const path = await link();
  expect(await (await open(path)).text()).toContain('asks for another time');
  expect(await (await answer(path, { answer: 'confirm' })).text()).toContain('Booking rescheduled');
  expect(await read()).toMatchObject({ status: 'confirmed', startsAt: other, proposedStartsAt: null });
});

test('a host who reads German is asked in German, also by a browser that reads another', async () => {
  const { host, link } = await newRequest();
  await host.json('PATCH', '/api/v1/me', { locale: 'de-DE' });
  const path = await link();
  const page = await (await open(path)).text();
  expect(page).toContain('<html lang="de"');
  expect(page).toMatch(/möchte „Talk &amp; tea“ buchen[^]*Antworten bis[^]*Bestätigen[^]*Ablehnen/);
  expect(await (await answer(path, { answer: 'decline' })).text()).toContain('Anfrage abgelehnt');
  const over = await fetch(new URL(path, api.base), { headers: { 'accept-language': 'de-AT' } });
  expect(await over.text()).toContain('Hier gibt es nichts zu beantworten');
});

test('no other link answers, and this one opens nothing else', async () => {
  const [one, another] = [await newRequest(), await newRequest()];
  const path = await one.link();
  const [, , key = ''] = path.split('/');
  const foreign = key.replace(one.id, another.id);
  for (const token of [foreign, one.token, 'k1.cut.short', `${key}x`])
    expect((await open(`/booking/${encodeURIComponent(token)}/answer`)).status).toBe(410);
  expect((await open(`/booking/${key}`)).status).toBe(404);
  expect((await fetch(new URL(`/api/v1/public/bookings/${key}`, api.base))).status).toBe(404);
  expect([(await one.read()).status, (await another.read()).status]).toEqual(['pending', 'pending']);
});
