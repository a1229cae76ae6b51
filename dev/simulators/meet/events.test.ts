import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Google, newEvent, openGoogle } from './test-app.ts';

let google: Google;
let account: string;
let token: string;
let count = 0;

beforeAll(async () => {
  google = await openGoogle();
});
afterAll(() => google.close());
beforeEach(async () => {
  account = `host${++count}`;
  await traits({ conferenceMs: 0 });
  token = (await google.connect(account)).body.access_token;
});

const traits = (some: object) => google.sim('POST', `/accounts/${account}/traits`, some);
const insert = (json: object, query = '?conferenceDataVersion=1') => google.events('POST', query, { token, json });
const get = (id: string) => google.events('GET', `/${id}`, { token });
const patch = (id: string, json: object, query = '', headers = {}) =>
  google.events('PATCH', `/${id}${query}`, { token, json, headers });
const remove = (id: string) => google.events('DELETE', `/${id}`, { token });
const list = (query: Record<string, string>) =>
  google.events('GET', `?${new URLSearchParams(query).toString()}`, { token });
const listOurs = async () => idsOf(await list({ privateExtendedProperty: 'insyticalDeployment=test' }));
const refusal = (status: number, reason: string) => ({ status, body: { error: { errors: [{ reason }] } } });
const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);

describe('insert', () => {
  test('answers 200 with a Meet link', async () => {
    const { status, body } = await insert(newEvent());
    expect(status).toBe(200);
    expect(body.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(body.conferenceData.entryPoints[0]).toMatchObject({ entryPointType: 'video', uri: body.hangoutLink });
  });

  test('makes no conference without its version', async () => {
    const { body } = await insert(newEvent(), '');
    expect(body.conferenceData).toBeUndefined();
  });

  test('refuses an id that is taken, alive or deleted', async () => {
    const event = newEvent();
    await insert(event);
    expect(await insert(event)).toMatchObject(refusal(409, 'duplicate'));
    await remove(event.id);
    expect(await insert(event)).toMatchObject(refusal(409, 'duplicate'));
  });

  test('may miss a collision, and then makes a second event', async () => {
    await traits({ collisions: 'undetected' });
    const event = newEvent();
    await insert(event);
    const second = await insert(event);
    expect(second.status).toBe(200);
    expect(second.body.id).not.toBe(event.id);
  });

  test.each([
    ['an id of other letters', { id: 'ABCDE-wxyz' }, 'invalid'],
    ['no end', { end: undefined }, 'required'],
    ['an end before its start', { end: { dateTime: '2026-12-01T08:00:00Z' } }, 'timeRangeEmpty'],
    ['a day and an instant', { start: { dateTime: '2026-12-01T09:00:00Z', date: '2026-12-01' } }, 'invalid'],
  ])('refuses %s', async (_case, more, reason) => {
    expect(await insert(newEvent(more))).toMatchObject(refusal(400, reason));
  });
});

describe('a conference', () => {
  test('is pending for a while', async () => {
    await traits({ conferenceMs: 250 });
    const { body } = await insert(newEvent());
    expect(body.conferenceData.createRequest.status.statusCode).toBe('pending');
    expect(body.hangoutLink).toBeUndefined();
    await vi.waitFor(async () => expect((await get(body.id)).body.hangoutLink).toBeDefined(), 2_000);
  });

  test('may fail', async () => {
    await traits({ conference: 'failure' });
    const { body } = await insert(newEvent());
    expect(body.conferenceData.createRequest.status.statusCode).toBe('failure');
  });

  test('may be forbidden to the account', async () => {
    await traits({ conference: 'forbidden' });
    const answer = await insert(newEvent());
    expect(answer).toMatchObject(refusal(400, 'invalid'));
    expect(answer.body.error.message).toBe('Invalid conference type value.');
  });

  test('stays for a request id that was used, and changes for a new one', async () => {
    const { body } = await insert(newEvent());
    const again = (requestId: string) =>
      patch(
        body.id,
        { conferenceData: { createRequest: { requestId, conferenceSolutionKey: { type: 'hangoutsMeet' } } } },
        '?conferenceDataVersion=1',
      );
    expect((await again(body.id)).body.hangoutLink).toBe(body.hangoutLink);
    expect((await again('another')).body.hangoutLink).not.toBe(body.hangoutLink);
  });

  test('goes with null, but only with its version', async () => {
    const { body } = await insert(newEvent());
    expect((await patch(body.id, { conferenceData: null })).body.hangoutLink).toBe(body.hangoutLink);
    expect(
      (await patch(body.id, { conferenceData: null }, '?conferenceDataVersion=1')).body.hangoutLink,
    ).toBeUndefined();
  });
});

describe('patch', () => {
  test('changes what is sent and keeps the rest', async () => {
    const { body } = await insert(newEvent());
    const end = { dateTime: '2026-12-01T11:00:00Z' };
    const changed = (await patch(body.id, { end })).body;
    expect(changed).toMatchObject({ summary: body.summary, start: body.start, end, hangoutLink: body.hangoutLink });
    expect(changed.etag).not.toBe(body.etag);
  });

  test('keeps to the etag it is given', async () => {
    const { body } = await insert(newEvent());
    const stale = { 'if-match': '"stale"' };
    expect(await patch(body.id, { summary: 'x' }, '', stale)).toMatchObject(refusal(412, 'conditionNotMet'));
    expect((await patch(body.id, { summary: 'x' }, '', { 'if-match': body.etag })).status).toBe(200);
  });

  test('merges: an all-day event keeps its dates until they are removed', async () => {
    const { body } = await insert(newEvent({ start: { date: '2026-12-01' }, end: { date: '2026-12-02' } }));
    const { start, end } = newEvent();
    expect(await patch(body.id, { start, end })).toMatchObject(refusal(400, 'invalid'));
    const cleared = { start: { ...start, date: null }, end: { ...end, date: null } };
    expect((await patch(body.id, cleared)).body.start).toEqual(start);
  });
});

describe('delete', () => {
  test('leaves a cancelled event behind, and is done only once', async () => {
    const { body } = await insert(newEvent());
    expect((await remove(body.id)).status).toBe(204);
    expect(await get(body.id)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await remove(body.id)).toMatchObject(refusal(410, 'deleted'));
    expect(await remove('never00')).toMatchObject(refusal(404, 'notFound'));
  });
});

describe('list', () => {
  test('filters by private property', async () => {
    const [one, other] = [newEvent(), newEvent()];
    await insert(one);
    await insert(other);
    expect(idsOf(await list({ privateExtendedProperty: `insyticalMeeting=test.${one.id}` }))).toEqual([one.id]);
    expect(await listOurs()).toHaveLength(2);
  });

  test('shows deleted events when asked, or when changes are asked for', async () => {
    const event = newEvent();
    const privateExtendedProperty = 'insyticalDeployment=test';
    await insert(event);
    await remove(event.id);
    const updatedMin = new Date(Date.now() - 60_000).toISOString();
    expect(idsOf(await list({ privateExtendedProperty }))).toEqual([]);
    expect(idsOf(await list({ privateExtendedProperty, showDeleted: 'true' }))).toEqual([event.id]);
    expect(idsOf(await list({ privateExtendedProperty, updatedMin }))).toEqual([event.id]);
  });

  test('leaves out what has not changed since, and forgets changes of long ago', async () => {
    await insert(newEvent());
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(idsOf(await list({ updatedMin: later }))).toEqual([]);
    const longAgo = new Date(Date.now() - 40 * 86_400_000).toISOString();
    expect(await list({ updatedMin: longAgo })).toMatchObject(refusal(410, 'updatedMinTooLongAgo'));
  });

  test('comes in pages', async () => {
    for (let made = 0; made < 5; made++) await insert(newEvent());
    const first = await list({ privateExtendedProperty: 'insyticalDeployment=test', maxResults: '3' });
    const pageToken = first.body.nextPageToken;
    const second = await list({ privateExtendedProperty: 'insyticalDeployment=test', maxResults: '3', pageToken });
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(5);
    expect(second.body.nextPageToken).toBeUndefined();
  });

  test('may lag behind', async () => {
    await traits({ listLagMs: 200 });
    const event = newEvent();
    await insert(event);
    expect(await listOurs()).toEqual([]);
    await vi.waitFor(async () => expect(await listOurs()).toEqual([event.id]), 2_000);
  });

  test('without a filter it reads the host’s own appointments, and the ledger names one', async () => {
    const read = idsOf(await list({}));
    expect(read).toHaveLength(2);
    const { body } = await google.sim('GET', '/ledger');
    expect(read).toContain(body.items.at(-1).meetingId);
    expect((await google.sim('GET', '/meetings')).body.items.map(({ id }: { id: string }) => id)).not.toContain(
      read[0],
    );
  });
});

describe('the control surface', () => {
  test('shows live meetings, moves them and deletes them', async () => {
    const { body } = await insert(newEvent());
    const find = async () =>
      (await google.sim('GET', '/meetings')).body.items.find(({ id }: { id: string }) => id === body.id);
    expect(await find()).toMatchObject({
      startsAt: '2026-12-01T09:00:00.000Z',
      marker: `test.${body.id}`,
      joinUrl: body.hangoutLink,
    });
    await google.sim('POST', `/meetings/${body.id}/move`, { startsAt: '2026-12-02T12:00:00Z' });
    expect(await find()).toMatchObject({ startsAt: '2026-12-02T12:00:00.000Z', endsAt: '2026-12-02T13:00:00.000Z' });
    await google.sim('DELETE', `/meetings/${body.id}`);
    expect(await find()).toBeUndefined();
    await google.sim('POST', `/meetings/${body.id}/recover`);
    expect((await get(body.id)).body.status).toBe('confirmed');
  });

  test.each([
    [{ effect: 'error', status: 404 }, refusal(404, 'notFound')],
    [{ effect: 'error', status: 503 }, refusal(503, 'backendError')],
    [{ effect: 'rate_limit' }, refusal(429, 'rateLimitExceeded')],
    [{ effect: 'rate_limit', status: 403 }, refusal(403, 'userRateLimitExceeded')],
  ])('plans %o', async (fault, answer) => {
    const { body } = await insert(newEvent());
    await google.sim('POST', '/faults', { operation: 'get', times: 1, ...fault });
    expect(await get(body.id)).toMatchObject(answer);
    expect((await get(body.id)).status).toBe(200);
  });

  test('a restart forgets nothing', async () => {
    const event = newEvent();
    const { body } = await insert(event);
    await google.restart();
    expect((await get(event.id)).body.hangoutLink).toBe(body.hangoutLink);
    expect(await insert(event)).toMatchObject(refusal(409, 'duplicate'));
  });
});
