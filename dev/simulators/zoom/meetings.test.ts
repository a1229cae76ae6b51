import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { CLIENT, simulated, type Simulated } from '../testing/simulated.ts';
import { inMinutes, zoomApp } from './test-app.ts';

const MARKER = 'local.0199b7aa-1111-7222-8333-444455556666';

let sim: Simulated;
let token: string;

beforeAll(async () => {
  sim = await simulated();
});
afterAll(() => sim.close());
beforeEach(async () => {
  await sim.control('zoom').reset();
  sim.receiver.received.length = 0;
  token = (await zoomApp(sim.url).connect()).access_token;
});

const call = (method: string, path: string, body?: object) => zoomApp(sim.url).call(token, method, path, body);
const create = async (body: object = {}) =>
  (await call('POST', '/users/me/meetings', { topic: 'A talk', start_time: inMinutes(60), duration: 30, ...body }))
    .body;
const events = () => sim.receiver.received.map(({ body }) => JSON.parse(body) as ZoomEvent);
interface ZoomEvent {
  readonly event: string;
  readonly payload: { operator: string; object: Record<string, unknown>; old_object: Record<string, unknown> };
}
const nextEvent = (event: string) => until(event, () => events().find((one) => one.event === event), { every: 10 });

test('creating twice makes two: nothing is idempotent', async () => {
  const [first, second] = [await create(), await create()];
  expect(first.id).not.toBe(second.id);
  expect(first.join_url).toMatch(/^https:\/\/us05web\.zoom\.us\/j\/\d{11}\?pwd=\S+$/);
  expect(await sim.control('zoom').meetings()).toHaveLength(2);
});

test('a local start is read in its zone, and in the account’s where none is sent', async () => {
  const inVienna = await create({ start_time: '2031-07-01T10:00:00', timezone: 'Europe/Vienna' });
  expect(inVienna.start_time).toBe('2031-07-01T08:00:00Z');
  await sim.post('/zoom/accounts/demo/traits', { timezone: 'America/New_York' });
  expect((await create({ start_time: '2031-07-01T10:00:00' })).start_time).toBe('2031-07-01T14:00:00Z');
  await sim.post('/zoom/accounts/demo/traits', { timezone: 'UTC' });
});

test('a PATCH changes what it sends; a past start is passed over in silence', async () => {
  const meeting = await create();
  const start = inMinutes(120);
  const moved = await call('PATCH', `/meetings/${meeting.id}`, { start_time: start });
  expect([moved.status, moved.body]).toEqual([204, '']);
  const past = await call('PATCH', `/meetings/${meeting.id}`, { start_time: '2020-01-01T10:00:00Z', duration: 45 });
  expect(past.status).toBe(204);
  const { body } = await call('GET', `/meetings/${meeting.id}`);
  expect([body.start_time, body.duration, body.topic]).toEqual([start, 45, 'A talk']);
});

test('a deleted meeting is gone for every call', async () => {
  const { id } = await create();
  expect((await call('DELETE', `/meetings/${id}?schedule_for_reminder=false`)).status).toBe(204);
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const { status, body } = await call(method, `/meetings/${id}`, method === 'PATCH' ? {} : undefined);
    expect([status, body]).toEqual([404, { code: 3001, message: `Meeting does not exist: ${id}.` }]);
  }
});

test('another account’s meeting does not exist', async () => {
  const { id } = await create();
  const other = (await zoomApp(sim.url).connect('other')).access_token;
  expect((await zoomApp(sim.url).call(other, 'GET', `/meetings/${id}`)).status).toBe(404);
  expect((await zoomApp(sim.url).call(other, 'GET', '/users/me/meetings')).body.meetings).toEqual([]);
});

test('bodies that break the rules are named field by field', async () => {
  const { status, body } = await call('POST', '/users/me/meetings', {
    topic: 'x'.repeat(201),
    settings: { use_pmi: 1 },
  });
  expect([status, body.code, body.errors]).toEqual([
    400,
    300,
    [
      { field: 'topic', message: 'Invalid field.' },
      { field: 'settings.use_pmi', message: 'Invalid field.' },
    ],
  ]);
});

describe('lists', () => {
  test('agendas end after 250 characters; a marker at the start is found', async () => {
    const agenda = `ref:${MARKER}\n${'x'.repeat(400)}`;
    const { id } = await create({ agenda });
    const { meetings } = (await call('GET', '/users/me/meetings')).body;
    expect(meetings[0].agenda).toBe(agenda.slice(0, 250));
    expect((await call('GET', `/meetings/${id}`)).body.agenda).toBe(agenda);
    expect(await sim.control('zoom').meetings()).toMatchObject([{ id: String(id), marker: MARKER }]);
  });

  test('pages follow one another and hold everything once', async () => {
    const made = new Set<number>();
    for (let minutes = 10; minutes <= 70; minutes += 10)
      made.add((await create({ start_time: inMinutes(minutes) })).id);
    const seen: number[] = [];
    let next = '';
    do {
      const { body } = await call('GET', `/users/me/meetings?page_size=3&next_page_token=${next}`);
      seen.push(...body.meetings.map(({ id }: { id: number }) => id));
      next = body.next_page_token;
    } while (next !== '');
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(made);
    expect((await call('GET', '/users/me/meetings?next_page_token=bm9uc2Vuc2U')).status).toBe(400);
  });

  test('a new meeting can be slow to appear', async () => {
    await sim.post('/zoom/accounts/demo/traits', { listLagMs: 60_000 });
    const { id } = await create();
    expect((await call('GET', '/users/me/meetings')).body.meetings).toEqual([]);
    expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
    await sim.post('/zoom/accounts/demo/traits', { listLagMs: 0 });
  });
});

test('creates and updates share a daily cap; what it refuses is not done', async () => {
  await sim.post('/zoom/accounts/demo/traits', { dailyCap: 2 });
  const { id } = await create();
  expect((await call('PATCH', `/meetings/${id}`, { duration: 45 })).status).toBe(204);
  const refused = await call('PATCH', `/meetings/${id}`, { duration: 60 });
  expect([refused.status, refused.body.code]).toEqual([429, 429]);
  const resumes = refused.headers.get('retry-after') ?? '';
  expect(resumes).toMatch(/T00:00:00Z$/);
  expect(Date.parse(resumes) - Date.now()).toBeLessThanOrEqual(86_400_000);
  expect((await call('GET', `/meetings/${id}`)).body.duration).toBe(45);
  expect((await call('DELETE', `/meetings/${id}`)).status).toBe(204);
  await sim.post('/zoom/accounts/demo/traits', { dailyCap: 100 });
});

describe('events', () => {
  test('our own changes come back as signed echoes with what changed and what it was', async () => {
    const meeting = await create();
    const start = inMinutes(120);
    await call('PATCH', `/meetings/${meeting.id}`, { start_time: start });
    const { payload } = await nextEvent('meeting.updated');
    expect(payload.object).toEqual({ id: meeting.id, start_time: start });
    expect(payload.old_object).toEqual({ id: meeting.id, start_time: meeting.start_time });
    expect(payload.operator).toBe('demo@zoom.example');
    const [received] = sim.receiver.received;
    const signed = `v0:${String(received?.headers['x-zm-request-timestamp'])}:${received?.body}`;
    const signature = createHmac('sha256', CLIENT.webhookSecret).update(signed).digest('hex');
    expect(received?.headers['x-zm-signature']).toBe(`v0=${signature}`);
    await call('DELETE', `/meetings/${meeting.id}`);
    expect((await nextEvent('meeting.deleted')).payload.object).toMatchObject({ id: meeting.id, type: 2 });
  });

  test('a host’s deletion can be taken back', async () => {
    const { id } = await create();
    await sim.control('zoom').remove(String(id));
    expect(await sim.control('zoom').meetings()).toEqual([]);
    expect((await sim.post(`/zoom/meetings/${id}/recover`)).status).toBe(200);
    expect((await nextEvent('meeting.recovered')).payload.object).toMatchObject({ id });
    expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
  });

  test('a Basic account’s changes are not told, its recoveries are', async () => {
    await sim.post('/zoom/accounts/frugal/traits', { plan: 'basic' });
    token = (await zoomApp(sim.url).connect('frugal')).access_token;
    expect((await call('GET', '/users/me')).body.type).toBe(1);
    const { id } = await create();
    await sim.control('zoom').move(String(id), inMinutes(90));
    await sim.control('zoom').remove(String(id));
    await sim.post(`/zoom/meetings/${id}/recover`);
    await nextEvent('meeting.recovered');
    expect(events()).toHaveLength(1);
  });

  test('moving or deleting what does not exist is refused', async () => {
    await expect(sim.control('zoom').move('1', inMinutes(5))).rejects.toThrow('404');
    await expect(sim.control('zoom').remove('1')).rejects.toThrow('404');
  });
});

test('a restart forgets nothing', async () => {
  const meeting = await create({ agenda: `ref:${MARKER}` });
  const before = [await sim.control('zoom').meetings(), await sim.control('zoom').ledger()];
  await sim.restart();
  expect([await sim.control('zoom').meetings(), await sim.control('zoom').ledger()]).toEqual(before);
  expect((await call('GET', `/meetings/${meeting.id}`)).body).toEqual(meeting);
  const rows = await sim.control('zoom').ledger();
  expect(rows.at(-1)?.startedSeq).toBeGreaterThan(rows.at(-2)?.endedSeq ?? Infinity);
});

test('a reset forgets meetings, ledger and faults, and keeps the grant', async () => {
  await create();
  await sim.control('zoom').fault({ operation: 'get', effect: 'error' });
  await sim.control('zoom').reset();
  expect([await sim.control('zoom').meetings(), await sim.control('zoom').ledger()]).toEqual([[], []]);
  const { id } = await create();
  expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
});
