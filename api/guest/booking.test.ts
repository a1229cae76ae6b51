import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { guestRequests } from '#test/fixtures/guest-requests.ts';
import type { HostBooking } from '../bookings/schema.ts';

const api = await startApi();
const { host, guest, type, nextFree, requestFor, answerTo } = await guestRequests(api.base);

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
    requiresReason: false,
    thankYou: '',
    hostNote: null,
    eventType: {
      slug: type.slug,
      title: 'Intro call',
      durationMinutes: 30,
      location: { kind: 'phone', name: 'Phone call', value: '+49 30 1234567' },
    },
    host: {
      name: 'Robin Host',
      handle: host.handle,
      bio: '',
      accentColour: null,
      contactEmail: null,
      photo: null,
    },
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

test('a zone is told under the name it has today, a language as its tag is written, and both decide the clock', async () => {
  const asked = requestFor(nextFree());
  const written = { timeZone: 'Asia/Calcutta', locale: 'EN-us' };
  const { token } = await answerTo({ ...asked, guest: { ...asked.guest, ...written } });
  const { guest: told } = await guest.read(token);
  expect(told).toMatchObject({ timeZone: 'Asia/Kolkata', locale: 'en-US', hourCycle: 'h12' });
  const nonsense = { ...requestFor(nextFree()), guest: { ...asked.guest, locale: 'no language' } };
  expect(await answerTo(nonsense)).toMatchObject({ http: 422, pointers: ['/guest/locale'] });
});

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
