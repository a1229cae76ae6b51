import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listPath, type Microsoft, newEvent, openMicrosoft } from './test-app.ts';

let microsoft: Microsoft;
let account: string;
let token: string;
let count = 0;

beforeAll(async () => {
  microsoft = await openMicrosoft();
});
afterAll(() => microsoft.close());
beforeEach(async () => {
  account = `host${++count}`;
  token = (await microsoft.connect(account)).body.access_token;
});

const traits = (some: object) => microsoft.sim('POST', `/accounts/${account}/traits`, some);
const create = (json: object = newEvent()) => microsoft.graph('POST', '/me/events', { token, json });
const get = (id: string, query = '', headers?: Record<string, string>) =>
  microsoft.graph('GET', `/me/events/${id}${query}`, headers === undefined ? { token } : { token, headers });
const patch = (id: string, json: object) => microsoft.graph('PATCH', `/me/events/${id}`, { token, json });
const remove = (id: string) => microsoft.graph('DELETE', `/me/events/${id}`, { token });
const list = (path: string) => microsoft.graph('GET', path, { token });
const lie = (id: string) => microsoft.sim('DELETE', `/meetings/${encodeURIComponent(id)}`);
const refusal = (status: number, code: string) => ({ status, body: { error: { code } } });

describe('an event', () => {
  test('has a Teams link, and times with seven digits and no offset', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_/);
    expect(body).toMatchObject({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    expect(body.start).toEqual({ dateTime: '2026-12-01T10:00:00.0000000', timeZone: 'UTC' });
  });

  test('shows what is selected, and properties only where they are expanded', async () => {
    const event = newEvent();
    const { body } = await create(event);
    const [property] = event.singleValueExtendedProperties;
    const { body: plain } = await get(body.id, '?$select=subject');
    expect(Object.keys(plain).toSorted()).toEqual(['@odata.etag', 'id', 'subject']);
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${property?.id}')`);
    expect((await get(body.id, `?$expand=${expand}`)).body.singleValueExtendedProperties).toEqual([property]);
  });

  test('keeps its immutable id in every folder, and has another one without', async () => {
    const { body } = await create();
    const { body: other } = await get(body.id, '', { prefer: 'outlook.timezone="UTC"' });
    expect(other.id).not.toBe(body.id);
    await lie(body.id);
    await microsoft.sim('POST', `/meetings/${encodeURIComponent(body.id)}/recover`);
    expect((await get(body.id)).status).toBe(200);
  });

  test('that ends before it begins is refused', async () => {
    const end = { dateTime: '2026-12-01T09:00:00', timeZone: 'UTC' };
    expect(await create(newEvent({ end }))).toMatchObject(refusal(400, 'ErrorCalendarEndDateIsEarlierThanStartDate'));
  });

  test('deleted lies in Deleted Items: not found, and read by its id only by the trait', async () => {
    const { body } = await create();
    expect((await remove(body.id)).status).toBe(204);
    expect(await get(body.id)).toMatchObject(refusal(404, 'ErrorItemNotFound'));
    expect(await remove(body.id)).toMatchObject(refusal(404, 'ErrorItemNotFound'));
    await traits({ readsDeletedItems: true });
    expect((await get(body.id)).body.isCancelled).toBe(false);
    expect((await list('/me/events?$top=50')).body.value).toHaveLength(2);
  });

  test('a restart forgets nothing', async () => {
    const event = newEvent();
    const { body } = await create(event);
    await microsoft.restart();
    expect((await get(body.id)).body.onlineMeeting).toEqual(body.onlineMeeting);
    expect((await create(event)).body.id).toBe(body.id);
  });
});

describe('transaction ids', () => {
  test('the same request again is answered by the same event', async () => {
    const event = newEvent();
    const first = await create(event);
    const again = await create(event);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
    const { items } = (await microsoft.sim('GET', '/ledger')).body;
    const changes = items.filter(({ meetingId }: { meetingId?: string }) => meetingId === first.body.id);
    expect(changes.map(({ change }: { change: string }) => change)).toEqual(['created', 'none']);
  });

  test.each([400, 409])('another request is refused with the first one’s event (%i)', async (duplicateStatus) => {
    await traits({ duplicateStatus });
    const event = newEvent();
    const { body } = await create(event);
    const other = await create({ ...event, subject: 'Another' });
    expect(other).toMatchObject(refusal(duplicateStatus, 'ErrorDuplicateTransactionId'));
    expect(other.body.error['@event.existingEventId']).toBe(body.id);
  });
});

describe('a change', () => {
  test('of the times keeps the Teams meeting; of the body removes it', async () => {
    const { body } = await create();
    const start = { dateTime: '2026-12-01T10:15:00', timeZone: 'UTC' };
    const moved = await patch(body.id, { start });
    expect(moved).toMatchObject({ status: 200, body: { onlineMeeting: body.onlineMeeting, end: body.end } });
    const bare = await patch(body.id, { body: { contentType: 'html', content: 'New words' } });
    expect(bare.body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  test('of the body with the Teams block in it keeps the meeting', async () => {
    const { body } = await create();
    const kept = await patch(body.id, { body: body.body });
    expect(kept.body.onlineMeeting).toEqual(body.onlineMeeting);
  });

  test('to no online meeting is ignored', async () => {
    const { body } = await create();
    expect((await patch(body.id, { isOnlineMeeting: false })).body.isOnlineMeeting).toBe(true);
  });
});

describe('the list', () => {
  test('by property has ours alone, and the ledger says whose events were read', async () => {
    const event = newEvent();
    const { body } = await create(event);
    await create();
    const marker = event.singleValueExtendedProperties[0]?.value ?? '';
    expect((await list(listPath(marker))).body.value).toMatchObject([{ id: body.id }]);
    await lie(body.id);
    expect((await list(listPath(marker))).body.value).toEqual([]);
  });

  test('without a filter has the host’s own appointments too, which the ledger tells', async () => {
    const { body } = await list('/me/events');
    const subjects = body.value.map(({ subject }: { subject: string }) => subject);
    expect(subjects.toSorted()).toEqual(['Dentist', 'Dinner with family']);
    const { items } = (await microsoft.sim('GET', '/ledger')).body;
    const { meetingId } = items.at(-1);
    expect(body.value.map(({ id }: { id: string }) => id)).toContain(meetingId);
  });

  test('continues where its link says', async () => {
    const first = await list('/me/events?$top=1');
    const next = new URL(first.body['@odata.nextLink']);
    const second = await list(`/me/events${next.search}`);
    expect(second.body.value).toHaveLength(1);
    expect(second.body['@odata.nextLink']).toBeUndefined();
    expect(second.body.value[0].id).not.toBe(first.body.value[0].id);
  });

  test('an unknown filter is refused', async () => {
    expect(await list('/me/events?$filter=subject eq 1')).toMatchObject(refusal(400, 'ErrorInvalidUrlQueryFilter'));
  });
});

test('the fifth call at once of one mailbox is refused, with a wait in decimal seconds', async () => {
  await traits({ latencyMs: 500 });
  const answers = await Promise.all(Array.from({ length: 5 }, () => list('/me/events')));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 429]);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.body.error.message).toContain('MailboxConcurrency');
  expect(refused?.headers.get('retry-after')).toMatch(/^\d+\.\d+$/);
});

test('a token without the calendar may read the profile only', async () => {
  const { verifier, back } = await microsoft.consent({ scope: 'openid User.Read' });
  const { body } = await microsoft.exchange(back.get('code') ?? '', verifier);
  const listed = await microsoft.graph('GET', '/me/events', { token: body.access_token });
  expect(listed).toMatchObject(refusal(403, 'ErrorAccessDenied'));
});
