import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../testing/ask.ts';
import { missingSpec, openSpec, type Spec } from '../testing/spec.ts';
import { type Google, newEvent, openGoogle } from './test-app.ts';

const FILE = 'google-calendar-v3-cut.openapi.json';
const missing = missingSpec(FILE);
const ALL = '/calendars/{calendarId}/events';
const ONE = `${ALL}/{eventId}`;

describe.skipIf(missing !== null)(`Google's own specification${missing === null ? '' : `: ${missing}`}`, () => {
  let google: Google;
  let token: string;
  let spec: Spec;

  beforeAll(async () => {
    google = await openGoogle();
    spec = openSpec(FILE);
    token = (await google.connect()).body.access_token;
  });
  afterAll(() => google.close());

  const problems = (method: string, path: string, { status, body }: Answer) =>
    spec.answerProblems(method, path, status, body);
  const refusalProblems = ({ body }: Answer) => spec.problems(['components', 'schemas', 'GoogleApiError'], body);

  test.each([0, 60_000])('events whose conference takes %i ms', async (conferenceMs) => {
    await google.sim('POST', '/accounts/demo/traits', { conferenceMs });
    const event = newEvent();
    const made = await google.events('POST', '?conferenceDataVersion=1', { token, json: event });
    expect(problems('post', ALL, made)).toEqual([]);
    const moved = await google.events('PATCH', `/${event.id}`, { token, json: { summary: 'x' } });
    expect(problems('patch', ONE, moved)).toEqual([]);
    await google.sim('POST', `/meetings/${event.id}/move`, { startsAt: '2026-12-02T12:00:00Z' });
    expect(problems('get', ONE, await google.events('GET', `/${event.id}`, { token }))).toEqual([]);
    await google.events('DELETE', `/${event.id}`, { token });
    expect(problems('get', ONE, await google.events('GET', `/${event.id}`, { token }))).toEqual([]);
    const listed = await google.events('GET', '?showDeleted=true&maxResults=1', { token });
    expect(listed.body.nextPageToken).toBeDefined();
    expect(problems('get', ALL, listed)).toEqual([]);
  });

  test('channels', async () => {
    const json = { id: randomUUID(), type: 'web_hook', address: 'https://app.example/hook', token: 'secret' };
    const opened = await google.events('POST', '/watch', { token, json });
    expect(opened.status).toBe(200);
    expect(problems('post', `${ALL}/watch`, opened)).toEqual([]);
  });

  test('refusals', async () => {
    expect(refusalProblems(await google.events('GET', '/never00', { token }))).toEqual([]);
    expect(refusalProblems(await google.events('GET', '/never00', { token: 'wrong' }))).toEqual([]);
    for (const status of [400, 403, 404, 409, 410, 412, 429, 500, 503]) {
      await google.sim('POST', '/faults', { operation: 'get', effect: 'error', status, times: 1 });
      const answer = await google.events('GET', '/never00', { token });
      expect([answer.status, refusalProblems(answer)]).toEqual([status, []]);
    }
  });

  test('a wrong answer is noticed', async () => {
    const made = await google.events('POST', '', { token, json: newEvent() });
    const wrong = { ...made, body: { ...made.body, start: 'tomorrow' } };
    expect(problems('post', ALL, wrong)).toEqual(['/start must be object']);
  });
});
