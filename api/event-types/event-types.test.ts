import { expect, test } from 'vitest';
import type { ChangedEventType } from '#api/openapi/client/types.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { EventType } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Types Host' });
await host.alwaysOpen();

const create = (body: object) => host.json<EventType>('POST', '/api/v1/event-types', body);
const refusalOf = async (body: object) => {
  const answer = await host.request('POST', '/api/v1/event-types', body);
  const { errors = [] } = (await answer.json()) as { errors?: { pointer: string }[] };
  return [answer.status, ...errors.map(({ pointer }) => pointer)];
};

test('a title is enough; everything else has a sensible value', async () => {
  const made = await create({ title: 'Quick chat' });
  expect(made).toEqual({
    id: expect.any(String),
    slug: 'quick-chat',
    title: 'Quick chat',
    description: '',
    durationMinutes: 30,
    furtherDurations: [],
    furtherLocations: [],
    slotIntervalMinutes: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    changeNoticeMinutes: 0,
    requiresReason: false,
    thankYou: '',
    redirectUrl: null,
    redirectPassesDetails: false,
    confirmationLine: '',
    followUpMinutes: null,
    followUpLine: '',
    bookingWindow: { kind: 'rolling', days: 60 },
    maxPerDay: null,
    maxPerWeek: null,
    maxPerMonth: null,
    location: { kind: 'in_person' },
    requiresConfirmation: false,
    allowsGuests: true,
    holdMinutes: 1_440,
    reminderMinutes: [1_440, 60],
    questions: [],
    visibility: 'off',
    published: false,
    archived: false,
    scheduleId: expect.any(String),
    publicUrl: `${api.base}/${host.handle}/quick-chat`,
  });
});

test.each([
  [{ durationMinutes: 45 }, null],
  [{ durationMinutes: 60 }, 30],
  [{ durationMinutes: 90, slotIntervalMinutes: null }, null],
  [{ durationMinutes: 90, slotIntervalMinutes: 60 }, 60],
])('start times of a new type with %j are %s minutes apart, null for its duration', async (rules, interval) => {
  expect((await create({ title: 'Spaced', ...rules })).slotIntervalMinutes).toBe(interval);
});

test('every field comes back as it was sent, and as it was changed', async () => {
  const sent = {
    slug: 'all-fields',
    title: 'All “fields”; <b>here</b> 🎉',
    description: 'Two\nlines',
    durationMinutes: 45,
    slotIntervalMinutes: 15,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
    minimumNoticeMinutes: 120,
    requiresReason: true,
    bookingWindow: { kind: 'range', from: '2027-01-01', to: '2027-02-01' },
    maxPerDay: 3,
    maxPerWeek: 5,
    maxPerMonth: 9,
    location: { kind: 'link', value: 'https://meet.example/room' },
    requiresConfirmation: true,
    thankYou: 'See you!\nRing twice.',
    redirectUrl: 'https://www.example.com/thanks?of=talk#top',
    redirectPassesDetails: true,
    confirmationLine: 'Bring the plans, e.g. of room 12 & „13“.',
    followUpMinutes: 90,
    followUpLine: 'It was a pleasure … see you!',
    holdMinutes: 60,
    reminderMinutes: [30],
    questions: [{ id: 'topic', label: 'Topic?', kind: 'choice', required: true, options: ['A', 'B'] }],
    visibility: 'unlisted',
  };
  const made = await create(sent);
  expect(made).toMatchObject(sent);
  const { affectedBookings, ...changed } = await host.json<ChangedEventType>(
    'PATCH',
    `/api/v1/event-types/${made.id}`,
    {
      slotIntervalMinutes: null,
      location: { kind: 'zoom' },
      questions: [],
    },
  );
  expect(changed).toEqual({ ...made, slotIntervalMinutes: null, location: { kind: 'zoom' }, questions: [] });
  expect(affectedBookings).toEqual([]);
  expect(await host.json('GET', `/api/v1/event-types/${made.id}`)).toEqual(changed);
});

test.each([
  [{ title: 'x', durationMinutes: 0 }, '/durationMinutes'],
  [{ title: 'x', durationMinutes: 1_441 }, '/durationMinutes'],
  [{ title: 'x', slotIntervalMinutes: 1_441 }, '/slotIntervalMinutes'],
  [{ title: 'x', bufferBeforeMinutes: -1 }, '/bufferBeforeMinutes'],
  [{ title: 'x', bufferAfterMinutes: 1_441 }, '/bufferAfterMinutes'],
  [{ title: 'x', minimumNoticeMinutes: 525_601 }, '/minimumNoticeMinutes'],
  [{ title: 'x', bookingWindow: { kind: 'rolling', days: 731 } }, '/bookingWindow/days'],
  [{ title: 'x', bookingWindow: { kind: 'range', from: '2026-02-01', to: '2026-01-01' } }, '/bookingWindow/to'],
  [{ title: 'x', maxPerDay: 0 }, '/maxPerDay'],
  [{ title: 'x', maxPerMonth: 1.5 }, '/maxPerMonth'],
  [{ title: 'x', reminderMinutes: [1, 2, 3, 4, 5, 6] }, '/reminderMinutes'],
  [{ title: 'x', reminderMinutes: [43_201] }, '/reminderMinutes/0'],
  [{ title: 'x', reminderMinutes: [1.5] }, '/reminderMinutes/0'],
  [{ title: 'x', location: { kind: 'skype' } }, '/location/kind'],
  [{ title: 'x', location: { kind: 'link', value: 'javascript:alert(1)' } }, '/location/value'],
  [{ title: 'x', questions: [{ id: 'a', label: 'A', kind: 'choice' }] }, '/questions/0/options'],
  [{ title: 'x', slug: 'Not a slug' }, '/slug'],
])('%j is refused at %s', async (body, pointer) => {
  expect(await refusalOf(body)).toEqual([422, pointer]);
});

test('two event types of a host never share an address; slugs made from titles are numbered', async () => {
  await create({ title: 'Same', slug: 'same' });
  expect(await refusalOf({ title: 'Other', slug: 'same' })).toEqual([422, '/slug']);
  expect((await create({ title: 'Same' })).slug).toBe('same-2');
});

test('a copy starts unpublished under an address of its own', async () => {
  const made = await create({ title: 'Original', durationMinutes: 50, published: true });
  const copy = await host.json<EventType>('POST', `/api/v1/event-types/${made.id}/duplicate`);
  expect(copy).toMatchObject({
    title: 'Original (copy)',
    slug: 'original-copy',
    durationMinutes: 50,
    visibility: 'off',
    published: false,
  });
});

test('guests see what is published and not archived', async () => {
  const shown = async () => {
    const { eventTypes } = await host.json<{ eventTypes: { slug: string }[] }>('GET', `/api/v1/public/${host.handle}`);
    return eventTypes.map(({ slug }) => slug);
  };
  const { id } = await create({ title: 'Shown', slug: 'shown', published: true });
  expect(await shown()).toContain('shown');
  await host.json('PATCH', `/api/v1/event-types/${id}`, { archived: true });
  expect(await shown()).not.toContain('shown');
  expect((await host.request('GET', `/api/v1/public/${host.handle}/shown`)).status).toBe(404);
  await host.json('PATCH', `/api/v1/event-types/${id}`, { archived: false });
  expect(await shown()).toContain('shown');
});

/** Whether the type `seen` is on the host's page, and how its own page answers. */
async function seen() {
  const { eventTypes } = await host.json<{ eventTypes: { slug: string }[] }>('GET', `/api/v1/public/${host.handle}`);
  const page = await fetch(`${api.base}/${host.handle}/seen`);
  await page.body?.cancel();
  return [eventTypes.some(({ slug }) => slug === 'seen'), page.status, page.headers.get('x-robots-tag')];
}

test('a live one is on the page, an unlisted one is bookable by its link only, one that is off is not there', async () => {
  const { id } = await create({ title: 'Seen', slug: 'seen', visibility: 'live' });
  const change = async (body: object) => {
    const { visibility, published } = await host.json<EventType>('PATCH', `/api/v1/event-types/${id}`, body);
    return [visibility, published];
  };
  expect(await seen()).toEqual([true, 200, null]);
  expect(await change({ visibility: 'unlisted' })).toEqual(['unlisted', true]);
  expect(await seen()).toEqual([false, 200, 'noindex']);
  // Programs that know only two states leave it unlisted where they say nothing new.
  expect(await change({ published: true })).toEqual(['unlisted', true]);
  expect(await change({ published: false })).toEqual(['off', false]);
  expect(await seen()).toEqual([false, 404, null]);
  expect(await change({ published: true })).toEqual(['live', true]);
  expect(await change({ published: false, visibility: 'unlisted' })).toEqual(['unlisted', true]);
  expect(await refusalOf({ title: 'x', visibility: 'hidden' })).toEqual([422, '/visibility']);
});

test('a booked event type is archived, not deleted; an unused one goes', async () => {
  const booked = await host.offer('phone');
  const guest = newGuest(api.base);
  const page = { handle: host.handle, slug: booked.slug };
  const [free = ''] = await guest.freeTimes(page, new Date(), new Date(Date.now() + 86_400_000));
  await guest.book(page, free);
  const answer = await host.request('DELETE', `/api/v1/event-types/${booked.id}`);
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
  const unused = await create({ title: 'Unused' });
  expect((await host.request('DELETE', `/api/v1/event-types/${unused.id}`)).status).toBe(204);
  expect((await host.request('GET', `/api/v1/event-types/${unused.id}`)).status).toBe(404);
});
