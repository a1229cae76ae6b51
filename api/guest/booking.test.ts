import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { HostBooking } from '../bookings/schema.ts';
import type { GuestBooking } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const guest = newGuest(api.base);

const type = await host.offer('phone', {
  location: { kind: 'phone', value: '+49 30 1234567' },
  questions: [
    { id: 'topic', label: 'Topic?', kind: 'text', required: true },
    { id: 'size', label: 'How many?', kind: 'choice', required: false, options: ['one', 'more'] },
    { id: 'agreed', label: 'Agreed', kind: 'checkbox', required: false },
  ],
});
const asking = await host.offer('phone', { requiresConfirmation: true });

let hours = 24;
/** A slot that no other test of this file uses. */
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();

const requestFor = (startsAt: string, change: object = {}) => ({
  startsAt,
  guest: { name: guest.name, email: guest.email, timeZone: 'America/New_York' },
  answers: { topic: 'Prices' },
  ...change,
});

async function answerTo(body: object, headers: Readonly<Record<string, string>> = {}, slug = type.slug) {
  const path = `/api/v1/public/${host.handle}/${slug}/bookings`;
  const answer = await guest.request('POST', path, body, headers);
  const said = (await answer.json()) as GuestBooking & { code?: string; errors?: { pointer: string }[] };
  return { ...said, http: answer.status, pointers: said.errors?.map(({ pointer }) => pointer) };
}

test('a booking is answered whole, and opens by its token', async () => {
  const startsAt = nextFree();
  const { http: _, pointers: __, ...booked } = await answerTo(requestFor(startsAt));
  expect(booked).toEqual({
    id: expect.any(String),
    status: 'confirmed',
    revision: 1,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString(),
    durationMinutes: 30,
    changeableUntil: startsAt,
    previousStartsAt: null,
    proposedStartsAt: null,
    proposalOutcome: null,
    holdEndsAt: null,
    rescheduleAsked: false,
    requiresConfirmation: false,
    hostNote: null,
    eventType: {
      slug: type.slug,
      title: 'Intro call',
      durationMinutes: 30,
      location: { kind: 'phone', name: 'Phone call', value: '+49 30 1234567' },
    },
    host: { name: 'Robin Host', handle: host.handle },
    guest: {
      name: guest.name,
      email: guest.email,
      timeZone: 'America/New_York',
      answers: [{ questionId: 'topic', label: 'Topic?', value: 'Prices' }],
      locale: 'en-GB',
      hourCycle: 'h23',
    },
    guests: [],
    phone: null,
    conference: { provider: null, status: 'none', joinUrl: null },
    remindersOff: false,
    nextReminderAt: null,
    manageUrl: `${api.base}/booking/${booked.token}`,
    token: booked.token,
  });
  expect(await guest.read(booked.token)).toEqual(booked);
});

test('what only the host should know is not told to passers-by', async () => {
  const shown = await guest.json('GET', `/api/v1/public/${host.handle}/${type.slug}`);
  expect(shown).toMatchObject({ location: { kind: 'phone' }, timeZone: expect.any(String) });
  expect(JSON.stringify(shown)).not.toContain('+49 30 1234');
});

test('the answers reach the host with the questions’ words', async () => {
  const { id } = await answerTo(
    requestFor(nextFree(), { answers: { topic: 'A\tB “quoted” 🎉', agreed: true, size: 'more' } }),
  );
  const { guest: told } = await host.json<HostBooking>('GET', `/api/v1/bookings/${id}`);
  expect(told.answers).toEqual([
    { questionId: 'topic', label: 'Topic?', value: 'A\tB “quoted” 🎉' },
    { questionId: 'size', label: 'How many?', value: 'more' },
    { questionId: 'agreed', label: 'Agreed', value: true },
  ]);
});

test.each([
  ['/startsAt', { startsAt: 'tomorrow' }],
  ['/startsAt', { startsAt: '2026-12-01 10:00' }],
  ['/startsAt', { startsAt: '9999-12-31T23:59:00-12:00' }],
  ['/startsAt', { startsAt: '0001-01-01T00:00:00Z' }],
  ['/guest/email', { guest: { name: 'A', email: 'a@b', timeZone: 'UTC' } }],
  ['/guest/email', { guest: { name: 'A', email: 'a@example.org\r\nBcc: b@example.org', timeZone: 'UTC' } }],
  ['/guest/name', { guest: { name: 'A\r\nB', email: 'a@example.org', timeZone: 'UTC' } }],
  ['/guest/timeZone', { guest: { name: 'A', email: 'a@example.org', timeZone: 'Nowhere' } }],
  ['/answers/topic', { answers: {} }],
  ['/answers/topic', { answers: { topic: ' \n ' } }],
  ['/answers/topic', { answers: { topic: false } }],
  ['/answers/size', { answers: { topic: 'x', size: 'many' } }],
  ['/answers/agreed', { answers: { topic: 'x', agreed: 'yes' } }],
  ['/answers/unasked', { answers: { topic: 'x', unasked: 'x' } }],
  ['/answers/a~1b', { answers: { topic: 'x', 'a/b': 'x' } }],
])('%s is looked at', async (pointer, change) => {
  expect(await answerTo(requestFor(nextFree(), change))).toMatchObject({ http: 422, pointers: [pointer] });
});

test('a phone number is kept in plain characters, however it was pasted', async () => {
  const questions = [{ id: 'call', label: 'Your number?', kind: 'phone', required: true }];
  const { slug } = await host.offer('phone', { questions });
  const answered = (call: string) => answerTo(requestFor(nextFree(), { answers: { call } }), {}, slug);
  const { http, id } = await answered('\u202A+49 (0)30\u00A0123–456 ext. 7\u202C');
  expect(http).toBe(201);
  const { answers } = (await host.booking(id)).guest;
  expect(answers).toMatchObject([{ questionId: 'call', value: '+49 30 123456 ext. 7' }]);
  expect(await answered('call me')).toMatchObject({ http: 422, pointers: ['/answers/call'] });
});

test('a taken time, a time never offered and an unknown page each say so', async () => {
  const startsAt = nextFree();
  await answerTo(requestFor(startsAt));
  expect(await answerTo(requestFor(startsAt))).toMatchObject({ http: 409, code: 'slot_taken' });
  expect(await answerTo(requestFor('2020-01-01T10:00:00Z'))).toMatchObject({ http: 409, code: 'slot_unavailable' });
  expect(await answerTo(requestFor('2999-12-31T10:00:00Z'))).toMatchObject({ http: 409, code: 'slot_unavailable' });
  expect(await answerTo(requestFor(startsAt), {}, 'nothing')).toMatchObject({ http: 404, code: 'not_found' });
});

test('what fills in the trap books nothing until a person confirms; the time stays free', async () => {
  const filled = { website: 'https://filled-in.example' };
  const startsAt = nextFree();
  const answer = await answerTo(requestFor(startsAt, filled));
  expect(answer).toMatchObject({ http: 422, code: 'person_unconfirmed' });
  expect(await answerTo(requestFor(startsAt, { ...filled, isPerson: false }))).toMatchObject({ http: 422 });
  expect(await answerTo(requestFor(nextFree(), { ...filled, isPerson: true }))).toMatchObject({ http: 201 });
  expect(await answerTo(requestFor(startsAt, { website: '' }))).toMatchObject({ http: 201 });
});

test('a key makes two requests one booking, shown as it is now', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const body = requestFor(nextFree());
  const first = await answerTo(body, key);
  const again = await answerTo(body, key);
  expect([first.http, again]).toEqual([201, first]);
  const moved = await guest.reschedule(first.token, nextFree());
  expect(await answerTo(body, key)).toMatchObject({ http: 201, id: first.id, startsAt: moved.startsAt, revision: 2 });
});

test('a key belongs to one body; a refusal does not use it up', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const taken = nextFree();
  await answerTo(requestFor(taken));
  expect(await answerTo(requestFor(taken), key)).toMatchObject({ http: 409, code: 'slot_taken' });
  expect(await answerTo(requestFor(nextFree()), key)).toMatchObject({ http: 201 });
  expect(await answerTo(requestFor(nextFree()), key)).toMatchObject({ http: 422, code: 'idempotency_mismatch' });
});

test('a key sent twice at once books once', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const body = requestFor(nextFree());
  const answers = await Promise.all(Array.from({ length: 8 }, () => answerTo(body, key)));
  expect(answers.map(({ http }) => http)).toEqual(Array.from({ length: 8 }, () => 201));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test('a key is 1 to 255 characters', async () => {
  const answer = await answerTo(requestFor(nextFree()), { 'idempotency-key': 'x'.repeat(256) });
  expect(answer).toMatchObject({ http: 422, pointers: ['/Idempotency-Key'] });
});

test('the guest’s zone follows the guest: who moves from another zone has it from then on', async () => {
  const { token } = await answerTo(requestFor(nextFree()));
  const path = `/api/v1/public/bookings/${token}/reschedule`;
  const move = (body: object) => guest.json<GuestBooking>('POST', path, { startsAt: nextFree(), ...body });
  const american = { timeZone: 'Asia/Tokyo', locale: 'en-US', hourCycle: 'h12' };
  expect((await move(american)).guest).toMatchObject(american);
  expect((await move({})).guest).toMatchObject(american);
  const german = { timeZone: 'Europe/Berlin', locale: 'de-AT' };
  expect((await move(german)).guest).toMatchObject({ ...german, hourCycle: 'h23' });
  const refused = await guest.request('POST', path, { startsAt: nextFree(), timeZone: 'Nowhere' });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer: '/timeZone' }] }]);
});

test('a zone is told under the name it has today, a language as its tag is written, and both decide the clock', async () => {
  const asked = requestFor(nextFree());
  const written = { timeZone: 'Asia/Calcutta', locale: 'EN-us' };
  const { token } = await answerTo({ ...asked, guest: { ...asked.guest, ...written } });
  const { guest: told } = await guest.read(token);
  expect(told).toMatchObject({ timeZone: 'Asia/Kolkata', locale: 'en-US', hourCycle: 'h12' });
  const nonsense = { ...requestFor(nextFree()), guest: { ...asked.guest, locale: 'no language' } };
  expect(await answerTo(nonsense)).toMatchObject({ http: 422, pointers: ['/guest/locale'] });
});

test('moving keeps link and revision in step; an outdated revision is stale', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const moved = await guest.reschedule(booked.token, nextFree());
  expect(moved).toMatchObject({ revision: 2, token: booked.token, previousStartsAt: booked.startsAt });
  const path = `/api/v1/public/bookings/${booked.token}`;
  for (const [what, body] of [
    ['reschedule', { startsAt: nextFree(), revision: 1 }],
    ['cancel', { revision: 1 }],
  ] as const) {
    const stale = await guest.request('POST', `${path}/${what}`, body);
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: 'stale' }]);
  }
  const same = await guest.reschedule(booked.token, moved.startsAt);
  expect(same.revision).toBe(2);
});

test('cancelling twice is one cancellation, and a cancelled booking cannot be moved', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const cancelled = await guest.cancel(booked.token, 'Ill');
  expect(cancelled).toMatchObject({ status: 'cancelled', revision: 2 });
  expect(await guest.cancel(booked.token)).toEqual(cancelled);
  const moved = await guest.request('POST', `/api/v1/public/bookings/${booked.token}/reschedule`, {
    startsAt: nextFree(),
  });
  expect([moved.status, await moved.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
  expect(await host.booking(booked.id)).toMatchObject({ status: 'cancelled', reason: 'Ill' });
});

test('a booking’s own time does not block its own move', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const { days } = await guest.json<{ days: { slots: { startsAt: string }[] }[] }>(
    'GET',
    `/api/v1/public/${host.handle}/${type.slug}/slots?from=${booked.startsAt.slice(0, 10)}&to=${booked.startsAt.slice(0, 10)}&booking=${booked.token}`,
  );
  expect(days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))).toContain(booked.startsAt);
  const later = new Date(Date.parse(booked.startsAt) + 600_000).toISOString();
  expect(await guest.reschedule(booked.token, later)).toMatchObject({ startsAt: later });
});

test('on a type that asks, a booking waits for the host', async () => {
  const asked = await answerTo(requestFor(nextFree(), { answers: {} }), {}, asking.slug);
  expect(asked).toMatchObject({ status: 'pending', requiresConfirmation: true, proposedStartsAt: null });
  const hold = (await guest.read(asked.token)).holdEndsAt;
  expect(asked.holdEndsAt).toBe(hold);
  expect(Date.parse(hold ?? '')).toBeGreaterThan(Date.now());
  const confirm = async () => host.json<HostBooking>('POST', `/api/v1/bookings/${asked.id}/confirm`, {});
  expect(await confirm()).toMatchObject({ status: 'confirmed', revision: 2 });
  expect(await confirm()).toMatchObject({ status: 'confirmed', revision: 2 });
});

/** A booking that its host has confirmed, and a time that its guest would like better. */
async function confirmedOne() {
  const booked = await answerTo(requestFor(nextFree(), { answers: {} }), {}, asking.slug);
  const answer = (verb: string, body: object = {}) =>
    host.json<HostBooking>('POST', `/api/v1/bookings/${booked.id}/${verb}`, body);
  await answer('confirm');
  return { ...booked, wanted: nextFree(), answer };
}

test('a confirmed booking that its guest would move keeps its time until the host confirms the new one', async () => {
  const { token, startsAt, wanted, answer } = await confirmedOne();
  const proposed = await guest.reschedule(token, wanted);
  expect(proposed).toMatchObject({ status: 'confirmed', startsAt, proposedStartsAt: wanted, proposalOutcome: null });
  expect(Date.parse(proposed.holdEndsAt ?? '')).toBeGreaterThan(Date.now());
  expect(await answer('confirm')).toMatchObject({ status: 'confirmed', startsAt: wanted, proposedStartsAt: null });
  expect(await guest.read(token)).toMatchObject({ startsAt: wanted, previousStartsAt: startsAt, holdEndsAt: null });
});

test('a new time that the host declines leaves the booking as it was, with what the host wrote', async () => {
  const { token, startsAt, wanted, answer } = await confirmedOne();
  await guest.reschedule(token, wanted);
  const kept = { status: 'confirmed', startsAt, proposedStartsAt: null, proposalOutcome: 'declined' };
  expect(await answer('decline', { reason: 'No' })).toMatchObject({ ...kept, reason: 'No' });
  expect(await guest.read(token)).toMatchObject({ ...kept, hostNote: 'No', holdEndsAt: null });
});

test('a guest withdraws a new time by asking for the present one', async () => {
  const { id, token, startsAt, wanted } = await confirmedOne();
  await guest.reschedule(token, wanted);
  const kept = { status: 'confirmed', startsAt, proposedStartsAt: null, proposalOutcome: 'withdrawn' };
  expect(await guest.reschedule(token, startsAt)).toMatchObject({ ...kept, hostNote: null });
  const late = await host.request('POST', `/api/v1/bookings/${id}/confirm`, {});
  expect([late.status, await late.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
});

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
      return [api.status, told, cancel.status, refused, page.status, await page.text()];
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

test.each(['__proto__', 'constructor', 'toString'])(
  'no question is called %s, and an answer to it changes nothing',
  async (id) => {
    const questions = [{ id, label: 'Which builder?', kind: 'text', required: false }];
    const offered = await host.request('POST', '/api/v1/event-types', { title: 'Talk', questions });
    expect([offered.status, await offered.json()]).toMatchObject([422, { errors: [{ pointer: '/questions/0/id' }] }]);
    const answers = JSON.parse(`{"topic":"Prices","${id}":"x"}`) as object;
    expect(await answerTo(requestFor(nextFree(), { answers }))).toMatchObject({ http: 422 });
    expect(Object.entries(Object.prototype)).toEqual([]);
  },
);

test('a guest whose name is invisible has none', async () => {
  const unseen = '\u200B\u2060\u202E\u3164\u2800';
  const person = { name: unseen, email: guest.email, timeZone: 'UTC' };
  const refused = await answerTo(requestFor(nextFree(), { guest: person }));
  expect(refused).toMatchObject({ http: 422, pointers: ['/guest/name'] });
  const seen = await answerTo(
    requestFor(nextFree(), { guest: { ...person, name: `${unseen}Ann\u00AD Lee${unseen}` } }),
  );
  expect(seen.guest.name).toBe('Ann Lee');
});

test('the calendar file is a file', async () => {
  const { token, startsAt } = await answerTo(requestFor(nextFree()));
  const answer = await guest.request('GET', `/api/v1/public/bookings/${token}/calendar.ics`);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  expect(answer.headers.get('content-disposition')).toContain('booking.ics');
  expect(await answer.text()).toContain(`DTSTART:${startsAt.replaceAll(/[-:]|\.\d{3}/g, '')}`);
});
