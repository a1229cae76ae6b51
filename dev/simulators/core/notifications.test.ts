import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { simulated, type Simulated } from '#dev/simulators/testing/simulated.ts';
import { inMinutes, zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { openJournal } from './journal.ts';
import { createNotifications } from './notifications.ts';

let sim: Simulated;
let meetingId: string;
let token: string;

beforeEach(async () => {
  sim = await simulated();
  token = (await zoomApp(sim.url).connect()).access_token;
  const start = { start_time: inMinutes(60) };
  const made = await zoomApp(sim.url).call(token, 'POST', '/users/me/meetings', start);
  meetingId = String(made.body.id);
});
afterEach(() => sim.close());

const move = (minutes: number) => sim.control('zoom').move(meetingId, inMinutes(minutes));
const starts = () =>
  sim.receiver.received.map(({ body }) => {
    const { payload } = JSON.parse(body) as { payload: { object: { start_time: string } } };
    return payload.object.start_time;
  });
const arrive = (count: number) => until(`${count} notifications`, () => starts().length >= count, { every: 10 });

test('on: each once, in order', async () => {
  for (const minutes of [70, 80, 90]) await move(minutes);
  await arrive(3);
  expect(starts()).toEqual([70, 80, 90].map(inMinutes));
});

test('drop: none, and those dropped stay away when the mode changes back', async () => {
  await sim.control('zoom').notifications('drop');
  await move(70);
  await sim.control('zoom').notifications('on');
  await move(80);
  await arrive(1);
  expect(starts()).toEqual([inMinutes(80)]);
});

test('duplicate: each twice, byte for byte', async () => {
  await sim.control('zoom').notifications('duplicate');
  await move(70);
  await arrive(2);
  const [first, second] = sim.receiver.received;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['x-zm-request-id']).toBe(first?.headers['x-zm-request-id']);
});

test('late: each seconds after what it tells of', async () => {
  await sim.control('zoom').notifications('late');
  const begun = performance.now();
  await move(70);
  await arrive(1);
  expect(performance.now() - begun).toBeGreaterThan(2_000);
});

test('reorder: the latest first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'notifications-'));
  const notifications = createNotifications(openJournal(join(folder, 'zoom.jsonl')));
  notifications.setMode('reorder');
  const about = { lane: 'account', kind: 'meeting.updated', url: sim.receiver.url, headers: {} };
  // All at once: two moves could be further apart than notifications are collected.
  notifications.send(['first', 'second', 'third'].map((body) => ({ ...about, body })));
  await until('all of them', () => notifications.log().length === 3, { every: 10 });
  expect(sim.receiver.received.map(({ body }) => body)).toEqual(['third', 'second', 'first']);
  await rm(folder, { recursive: true });
});

test('reorder: a single one arrives', async () => {
  await sim.control('zoom').notifications('reorder');
  await move(70);
  await arrive(1);
  expect(starts()).toEqual([inMinutes(70)]);
});

test('the mode survives a restart', async () => {
  await sim.control('zoom').notifications('duplicate');
  await sim.restart();
  await move(70);
  await arrive(2);
  expect(starts()).toEqual([inMinutes(70), inMinutes(70)]);
});

test('an endpoint in trouble is asked again, one that refuses is not', async () => {
  sim.receiver.answers.push(503, 200, 401);
  await move(70);
  await arrive(2);
  expect(starts()).toEqual([inMinutes(70), inMinutes(70)]);
  await move(80);
  await until('the refusal', async () => (await deliveries()).some(({ status }) => status === 401));
  await move(90);
  await until('its outcome', async () => (await deliveries()).length === 4);
  expect((await deliveries()).map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, 503],
    [2, 200],
    [1, 401],
    [1, 200],
  ]);
});

async function deliveries() {
  const answer = await fetch(`${sim.url}/_sim/zoom/notices`);
  const { items } = (await answer.json()) as { items: { kind: string; attempt: number; status: number }[] };
  return items.filter(({ kind }) => kind === 'meeting.updated');
}
