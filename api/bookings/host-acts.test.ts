import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { mailsOf } from '#test/fixtures/bookings.ts';
import type { HostBooking } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const QUESTIONS = [{ id: 'topic', label: 'Topic', kind: 'text', required: true }];
const type = await host.offer('phone', { slotIntervalMinutes: 30, changeNoticeMinutes: 20 * 1_440 });
const asking = await host.offer('phone', { requiresConfirmation: true, questions: QUESTIONS });
const guest = newGuest(api.base, { name: 'Sam Guest' });

let hours = 48;
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();
const book = () => guest.book({ handle: host.handle, slug: type.slug }, nextFree());
const ask = (id: string, body = {}) => host.json<HostBooking>('POST', `/api/v1/bookings/${id}/ask-to-reschedule`, body);
const correct = (id: string, body: object) => host.json<HostBooking>('PUT', `/api/v1/bookings/${id}/guest`, body);
const pageOf = async (token: string) => (await guest.request('GET', `/booking/${token}`)).text();

async function answerTo(method: 'POST' | 'PUT', path: string, body: object) {
  const answer = await host.request(method, `/api/v1/${path}`, body);
  const { code, errors = [] } = (await answer.json()) as { code?: string; errors?: { pointer: string }[] };
  return [answer.status, code, ...errors.map(({ pointer }) => pointer)];
}

const PERSON = { name: 'Pat Phone', email: 'pat@example.org', timeZone: 'Asia/Tokyo' };
const callIn = (eventTypeId: string, more = {}) =>
  host.json<HostBooking>('POST', `/api/v1/event-types/${eventTypeId}/bookings`, {
    startsAt: nextFree(),
    guest: PERSON,
    ...more,
  });

test('a guest who is asked for another time may choose it until the meeting begins; then nothing is asked any more', async () => {
  const { id, token, startsAt } = await book();
  expect((await guest.request('POST', `/api/v1/public/bookings/${token}/cancel`, {})).status).toBe(409);
  expect(await ask(id, { reason: 'I am at the dentist’s.' })).toMatchObject({
    status: 'confirmed',
    startsAt,
    rescheduleAskedAt: expect.any(String),
    revision: 2,
  });
  expect(await guest.read(token)).toMatchObject({
    rescheduleAsked: true,
    changeableUntil: startsAt,
    hostNote: 'I am at the dentist’s.',
  });
  expect(await pageOf(token)).toContain('Robin Host asks you to pick another time');
  expect(await mailsOf(api, id)).toContain('reschedule_asked guest queued');
  const moved = await guest.reschedule(token, nextFree());
  expect(moved).toMatchObject({ rescheduleAsked: false, hostNote: null });
  expect(await host.booking(id)).toMatchObject({ rescheduleAskedAt: null });
});

test('where the host confirms each time, the guest’s choice is a proposal, which answers the host’s question', async () => {
  const startsAt = nextFree();
  const page = { handle: host.handle, slug: asking.slug };
  const { id, token } = await guest.book(page, startsAt, { topic: 'Prices' });
  expect(await answerTo('POST', `bookings/${id}/ask-to-reschedule`, {})).toEqual([409, 'invalid_transition']);
  await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  await ask(id);
  expect(await guest.reschedule(token, nextFree())).toMatchObject({ rescheduleAsked: false, startsAt });
  expect(await answerTo('POST', `bookings/${id}/ask-to-reschedule`, {})).toEqual([409, 'invalid_transition']);
});

test('a corrected address gets the confirmation and a link of its own; the wrong one’s ends', async () => {
  const { id, token } = await book();
  const right = { name: 'Sam Guest', email: 'sam.right@example.org' };
  const { guest: shown, timeline, revision } = await correct(id, right);
  expect(shown).toMatchObject(right);
  expect(revision).toBe(2);
  expect(timeline.at(-1)).toMatchObject({ kind: 'guest_corrected', text: 'Corrected the guest’s email address.' });
  expect((await guest.request('GET', `/api/v1/public/bookings/${token}`)).status).toBe(404);
  expect((await guest.request('GET', `/booking/${token}`)).status).toBe(404);
  expect(await mailsOf(api, id)).toEqual([
    'confirmed guest superseded',
    'confirmed host queued',
    'confirmed guest queued',
    'confirmed host queued',
  ]);
  expect(await correct(id, right)).toMatchObject({ revision: 2 });
});

test('a corrected name keeps the guest’s link; what is no name or address changes nothing', async () => {
  const { id, token } = await book();
  await correct(id, { name: 'Samira Guest', email: guest.email });
  expect(await guest.read(token)).toMatchObject({ guest: { name: 'Samira Guest', email: guest.email } });
  for (const [pointer, body] of [
    ['/email', { name: 'Sam', email: 'sam' }],
    ['/name', { name: ' ', email: guest.email }],
  ] as const)
    expect(await answerTo('PUT', `bookings/${id}/guest`, body)).toEqual([422, 'validation_failed', pointer]);
});

test('the guest of an ended booking is not corrected', async () => {
  const { id } = await book();
  await host.json('POST', `/api/v1/bookings/${id}/cancel`, {});
  const body = { name: 'Sam', email: 'sam@example.org' };
  expect(await answerTo('PUT', `bookings/${id}/guest`, body)).toEqual([409, 'invalid_transition']);
});

test('a host books for a guest: confirmed at once, without the guest’s answers, and both are mailed', async () => {
  const booked = await callIn(asking.id);
  expect(booked).toMatchObject({ status: 'confirmed', bookedBy: 'host', guest: { ...PERSON, answers: [] } });
  expect(booked.timeline).toMatchObject([{ actor: 'host', kind: 'booked' }]);
  expect(await mailsOf(api, booked.id)).toEqual(['confirmed guest queued', 'confirmed host queued']);
});

test('what guests could not book a host cannot book for them', async () => {
  const { startsAt } = await book();
  const path = `event-types/${type.id}/bookings`;
  expect(await answerTo('POST', path, { startsAt, guest: PERSON })).toEqual([409, 'slot_taken']);
  const past = { startsAt: '2020-01-01T09:00:00Z', guest: PERSON };
  expect(await answerTo('POST', path, past)).toEqual([409, 'slot_unavailable']);
  const unknown = { startsAt: nextFree(), guest: PERSON, answers: { shoe: '43' } };
  expect(await answerTo('POST', path, unknown)).toEqual([422, 'validation_failed', '/answers/shoe']);
  await host.json('PATCH', `/api/v1/event-types/${type.id}`, { visibility: 'off' });
  expect(await answerTo('POST', path, { startsAt: nextFree(), guest: PERSON })).toEqual([404, 'not_found']);
});
