import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Answer } from '../testing/ask.ts';
import { missingSpec, openSpec, type Spec } from '../testing/spec.ts';
import { type Microsoft, newEvent, newSubscription, openMicrosoft } from './test-app.ts';

const FILE = 'msgraph-v1.0-cut.openapi.json';
const missing = missingSpec(FILE);
const ONE = '/me/events/{event-id}';

describe.skipIf(missing !== null)(`Graph's own specification${missing === null ? '' : `: ${missing}`}`, () => {
  let microsoft: Microsoft;
  let token: string;
  let spec: Spec;

  beforeAll(async () => {
    microsoft = await openMicrosoft();
    spec = openSpec(FILE);
    token = (await microsoft.connect()).body.access_token;
  });
  afterAll(() => microsoft.close());

  const graph = (method: string, path: string, json?: object) =>
    microsoft.graph(method, path, json === undefined ? { token } : { token, json });
  const problems = (method: string, path: string, { body }: Answer) =>
    spec.problems(['paths', path, method, 'responses', '2XX', 'content', 'application/json', 'schema'], body);
  const ofSchema = (name: string, body: unknown) =>
    spec.problems(['components', 'schemas', `microsoft.graph.${name}`], body);

  test.each([0, 60_000])('events whose link takes %i ms', async (linkMs) => {
    await microsoft.sim('POST', '/accounts/demo/traits', { linkMs });
    const made = await graph('POST', '/me/events', newEvent());
    expect(problems('post', '/me/events', made)).toEqual([]);
    expect(problems('patch', ONE, await graph('PATCH', `/me/events/${made.body.id}`, { subject: 'x' }))).toEqual([]);
    expect(problems('get', ONE, await graph('GET', `/me/events/${made.body.id}`))).toEqual([]);
    const listed = await graph('GET', '/me/events?$top=1');
    expect(listed.body.value).toHaveLength(1);
    expect(ofSchema('eventCollectionResponse', listed.body)).toEqual([]);
  });

  test('the profile', async () => {
    expect(problems('get', '/me', await graph('GET', '/me'))).toEqual([]);
  });

  test('subscriptions and their notifications', async () => {
    const made = await graph('POST', '/subscriptions', newSubscription(microsoft.receiver.url));
    expect(problems('post', '/subscriptions', made)).toEqual([]);
    await graph('POST', '/me/events', newEvent());
    await microsoft.call('POST', '/lifecycle/demo/reauthorizationRequired');
    await until('three notifications', () => microsoft.receiver.received.length === 3);
    for (const { body } of microsoft.receiver.received)
      expect(ofSchema('changeNotificationCollection', JSON.parse(body))).toEqual([]);
  });

  test('refusals', async () => {
    for (const status of [400, 401, 403, 404, 409, 412, 429, 500, 503, 504]) {
      await microsoft.sim('POST', '/faults', { operation: 'get', effect: 'error', status, times: 1 });
      const answer = await graph('GET', '/me/events/none');
      expect([answer.status, ofSchema('ODataErrors.ODataError', answer.body)]).toEqual([status, []]);
    }
  });

  test('a wrong answer is noticed', async () => {
    const made = await graph('POST', '/me/events', newEvent());
    const wrong = { ...made, body: { ...made.body, subject: 7, createdDateTime: 'now' } };
    expect(problems('post', '/me/events', wrong).join('\n')).toMatch(
      /subject[^]*createdDateTime|createdDateTime[^]*subject/,
    );
  });
});
