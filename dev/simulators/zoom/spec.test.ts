import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { simulated, type Simulated } from '../testing/simulated.ts';
import { missingSpec, openSpec, type Spec } from '../testing/spec.ts';
import { inMinutes, zoomApp } from './test-app.ts';

const API = 'zoom-cut.openapi.json';
const EVENTS = 'zoom-webhooks-cut.openapi.json';
const missing = missingSpec(API) ?? missingSpec(EVENTS);
const ONE = '/meetings/{meetingId}';
const MINE = '/users/{userId}/meetings';

describe.skipIf(missing !== null)(`Zoom's own specification${missing === null ? '' : `: ${missing}`}`, () => {
  let sim: Simulated;
  let token: string;
  let api: Spec;

  beforeAll(async () => {
    sim = await simulated();
    api = openSpec(API);
    token = (await zoomApp(sim.url).connect()).access_token;
  });
  afterAll(() => sim.close());

  const call = (method: string, path: string, body?: object) => zoomApp(sim.url).call(token, method, path, body);

  test('answers of every call', async () => {
    const made = await call('POST', '/users/me/meetings', { topic: 'A talk', start_time: inMinutes(60) });
    expect(api.answerProblems('post', MINE, 201, made.body)).toEqual([]);
    const got = await call('GET', `/meetings/${made.body.id}`);
    expect(api.answerProblems('get', ONE, 200, got.body)).toEqual([]);
    const listed = await call('GET', '/users/me/meetings');
    expect(listed.body.meetings).toHaveLength(1);
    expect(api.answerProblems('get', MINE, 200, listed.body)).toEqual([]);
    const user = await call('GET', '/users/me');
    expect(api.answerProblems('get', '/users/{userId}', 200, user.body)).toEqual([]);
  });

  test('a wrong answer is noticed', async () => {
    const made = await call('POST', '/users/me/meetings', { topic: 'A talk', start_time: inMinutes(60) });
    const wrong = { ...made.body, id: String(made.body.id), start_time: '2031-07-01 10:00' };
    expect(api.answerProblems('post', MINE, 201, wrong).join('\n')).toMatch(/\/id must be integer[^]*start_time/);
  });

  test('events', async () => {
    const made = await call('POST', '/users/me/meetings', { topic: 'A talk', start_time: inMinutes(60) });
    const id = String(made.body.id);
    sim.receiver.received.length = 0;
    await sim.control('zoom').move(id, inMinutes(90));
    await sim.control('zoom').remove(id);
    await sim.post(`/zoom/meetings/${id}/recover`);
    await until('three events', () => sim.receiver.received.length === 3);
    const events = openSpec(EVENTS);
    for (const { body } of sim.receiver.received) {
      const event = JSON.parse(body) as { event: string };
      const schema = ['webhooks', event.event, 'post', 'requestBody', 'content', 'application/json', 'schema'];
      expect([event.event, events.problems(schema, event)]).toEqual([event.event, []]);
    }
  });
});
