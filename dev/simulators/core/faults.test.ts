import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Answer } from '../testing/ask.ts';
import { simulated, type Simulated } from '../testing/simulated.ts';
import { inMinutes, zoomApp } from '../zoom/test-app.ts';

const MARKER = 'local.0199b7aa-1111-7222-8333-444455556666';

let sim: Simulated;
let token: string;

beforeAll(async () => {
  sim = await simulated();
});
afterAll(() => sim.close());
beforeEach(async () => {
  await sim.control('zoom').reset();
  token = (await zoomApp(sim.url).connect()).access_token;
});

const create = (signal?: AbortSignal): Promise<Answer> =>
  zoomApp(sim.url).call(
    token,
    'POST',
    '/users/me/meetings',
    { topic: 'A talk', agenda: `ref:${MARKER}`, start_time: inMinutes(60) },
    signal,
  );
const lastRow = async () => (await sim.control('zoom').ledger()).at(-1);
const liveMeetings = () => sim.control('zoom').meetings();

test('error: answered with the status, nothing made, and gone after as many times as planned', async () => {
  await sim.control('zoom').fault({ operation: 'create', effect: 'error', status: 503, retryAfter: 7, times: 2 });
  const answers = [await create(), await create(), await create()];
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 201]);
  expect(answers[0]?.headers.get('retry-after')).toBe('7');
  expect(await liveMeetings()).toHaveLength(1);
  const rows = (await sim.control('zoom').ledger()).filter(({ operation }) => operation === 'create');
  expect(rows.map(({ fault, change, status }) => [fault, change, status])).toEqual([
    ['error', 'none', 503],
    ['error', 'none', 503],
    [undefined, 'created', 201],
  ]);
  expect(rows.every(({ marker }) => marker === MARKER)).toBe(true);
});

test('a fault of one account leaves the calls of all others alone', async () => {
  const fault = { operation: 'create', effect: 'error', status: 503 } as const;
  await sim.control('zoom').fault({ ...fault, accountId: 'another' });
  expect((await create()).status).toBe(201);
  const own = (await lastRow())?.accountId ?? '';
  await sim.control('zoom').fault({ ...fault, accountId: own });
  expect((await create()).status).toBe(503);
});

test('rate_limit: the provider’s own 429, nothing made', async () => {
  const resumes = '2030-01-20T00:00:00Z';
  await sim.control('zoom').fault({ operation: 'create', effect: 'rate_limit', retryAfter: resumes });
  const { status, headers, body } = await create();
  expect([status, headers.get('retry-after'), headers.get('x-ratelimit-type')]).toEqual([429, resumes, 'Daily-limit']);
  expect(body).toMatchObject({ code: 429, message: expect.stringContaining('daily rate limit') as string });
  expect(await liveMeetings()).toEqual([]);
});

test('timeout: no answer, nothing made; the call ends when the caller leaves', async () => {
  await sim.control('zoom').fault({ operation: 'create', effect: 'timeout' });
  const leaving = new AbortController();
  const call = create(leaving.signal);
  call.catch(() => undefined);
  const hanging = await until('the hanging call', async () => {
    const row = await lastRow();
    return row?.fault === 'timeout' && row;
  });
  expect(hanging).toMatchObject({ status: 0, change: 'none', marker: MARKER });
  expect(hanging.endedSeq).toBeUndefined();
  const meanwhile = await zoomApp(sim.url).call(token, 'GET', '/users/me');
  expect(meanwhile.status).toBe(200);

  leaving.abort();
  await expect(call).rejects.toThrow('abort');
  const ended = await until('its end', async () => {
    const row = (await sim.control('zoom').ledger()).find(({ seq }) => seq === hanging.seq);
    return row?.endedSeq !== undefined && row;
  });
  const other = (await sim.control('zoom').ledger()).find(({ operation }) => operation === 'identify');
  expect(other?.startedSeq).toBeGreaterThan(ended.startedSeq);
  expect(other?.endedSeq).toBeLessThan(ended.endedSeq ?? 0);
  expect(await liveMeetings()).toEqual([]);
});

test('drop_after_commit: made, and the connection cut without a word', async () => {
  await sim.control('zoom').fault({ operation: 'create', effect: 'drop_after_commit' });
  await expect(create()).rejects.toThrow('fetch failed');
  expect(await liveMeetings()).toMatchObject([{ marker: MARKER }]);
  expect(await lastRow()).toMatchObject({ fault: 'drop_after_commit', change: 'created', marker: MARKER });
});

test('slow: made at once, answered late', async () => {
  await sim.control('zoom').fault({ operation: 'create', effect: 'slow', delayMs: 400 });
  const { status, body } = await create();
  const [meeting] = await liveMeetings();
  expect([status, String(body.id)]).toEqual([201, meeting?.id]);
  const { at = '', endedAt = '' } = (await lastRow()) ?? {};
  expect(Date.parse(endedAt) - Date.parse(at)).toBeGreaterThanOrEqual(399);
});

test('a fault waits for a call that gets past the token check, and survives a restart', async () => {
  await sim.control('zoom').fault({ operation: 'create', effect: 'error', status: 500 });
  const refused = await zoomApp(sim.url).call('nonsense', 'POST', '/users/me/meetings', {});
  expect([refused.status, refused.body]).toEqual([401, { code: 124, message: 'Invalid access token.' }]);
  expect(await lastRow()).toMatchObject({ operation: 'create', status: 401, change: 'none' });
  await sim.restart();
  expect((await create()).status).toBe(500);
});

test('a rotation whose answer is lost is a rotation', async () => {
  const app = zoomApp(sim.url);
  const { refresh_token: first } = await app.connect('lost');
  await sim.control('zoom').fault({ operation: 'refresh', effect: 'drop_after_commit' });
  await expect(app.refresh(first)).rejects.toThrow('fetch failed');
  expect((await app.refresh(first)).body).toEqual({ reason: 'Invalid Token!', error: 'invalid_grant' });
});

test('a fault that is none is refused', async () => {
  const answer = await sim.post('/zoom/faults', { operation: 'create', effect: 'explode' });
  expect(answer.status).toBe(422);
});

test('faults that are cleared do not strike', async () => {
  await sim.control('zoom').fault({ operation: 'create', effect: 'error', status: 503, times: 9 });
  await sim.control('zoom').clearFaults();
  expect((await create()).status).toBe(201);
});
