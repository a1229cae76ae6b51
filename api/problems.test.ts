import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base);
const cookie = [...host.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function problemOf(path: string, { method = 'GET', headers = {}, body = null }: Sent = {}) {
  const response = await fetch(`${api.base}${path}`, { method, headers: { cookie, ...headers }, body });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: response.status, type: `/docs#${String(problem['code'])}` });
  expect(problem['instance']).toBe(response.headers.get('x-request-id'));
  return `${response.status} ${String(problem['code'])}`;
}

const post = (path: string, body: string, headers: Sent['headers'] = JSON_TYPE) =>
  problemOf(path, { method: 'POST', headers, body });

test.each([
  ['no JSON at all', '{"title":'],
  ['a bare text', '"title"'],
  ['null', 'null'],
  ['nothing but blanks', '  '],
])('a body that is %s is malformed', async (_, body) => {
  expect(await post('/api/v1/event-types', body)).toBe('400 malformed');
});

test('a body of another type is malformed', async () => {
  expect(await post('/api/v1/event-types', '{}', { 'content-type': 'text/plain' })).toBe('400 malformed');
  expect(await post('/api/v1/event-types', '{}', { 'content-type': 'multipart/form-data; boundary=x' })).toBe(
    '400 malformed',
  );
});

test('a body beyond 64 kB is too large, with any stated length', async () => {
  const body = JSON.stringify({ title: 'x'.repeat(70_000) });
  expect(await post('/api/v1/event-types', body)).toBe('413 too_large');
  expect(await post('/api/auth/sign-in/email', body)).toBe('413 too_large');
});

test('a body that cannot be unpacked is malformed', async () => {
  const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
  expect(await post('/api/v1/event-types', '{"title":"x"}', headers)).toBe('400 malformed');
  expect(await post('/api/v1/event-types', '{}', { ...JSON_TYPE, 'content-encoding': 'x' })).toBe('400 malformed');
});

test('a body that does not say what it is, is not passed over', async () => {
  const answer = await fetch(`${api.base}/api/v1/event-types`, {
    method: 'POST',
    headers: { cookie },
    body: new Blob(['{"title":"x"}']),
  });
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'malformed' }]);
  const empty = await fetch(`${api.base}/api/v1/me/export`, { method: 'POST', headers: { cookie }, body: '' });
  expect(empty.status).toBe(200);
  await empty.body?.cancel();
});

test('a body of ten thousand levels is read to its end', async () => {
  const deep = `${'['.repeat(10_000)}"\\u0000"${']'.repeat(10_000)}`;
  expect(await post('/api/v1/event-types', `{"title":${deep}}`)).toBe('422 validation_failed');
  expect(await post('/api/auth/sign-in/email', `{"email":${deep}}`)).toBe('422 validation_failed');
});

test.each([
  ['a list', '[]'],
  ['wrong types', JSON.stringify({ title: 1, durationMinutes: '30' })],
  ['numbers out of range', JSON.stringify({ title: 'x', durationMinutes: 1e9 })],
  ['half a minute', JSON.stringify({ title: 'x', durationMinutes: 1.5 })],
  ['text that cannot be stored', JSON.stringify({ title: 'x\u0000y' })],
  ['more text that cannot be stored', JSON.stringify({ title: 'x', description: '\u0000' })],
  ['an invisible title', JSON.stringify({ title: '\u200B\uFEFF' })],
  ['half a character', '{"title":"x","description":"\\ud83d"}'],
  ['half a character in a name', '{"title":"x","\\udc00":1}'],
])('%s is not valid', async (_, body) => {
  expect(await post('/api/v1/event-types', body)).toBe('422 validation_failed');
});

test('every field that needs another look is named at once', async () => {
  const body = JSON.stringify({ title: '', durationMinutes: 0, location: { kind: 'link', value: 'javascript:x' } });
  const response = await host.request('POST', '/api/v1/event-types', JSON.parse(body));
  const { errors } = (await response.json()) as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer)).toEqual(['/title', '/durationMinutes', '/location/value']);
});

test('unknown addresses, and ids that are none, are not found', async () => {
  expect(await problemOf('/api/v1/nothing')).toBe('404 not_found');
  expect(await problemOf('/api')).toBe('404 not_found');
  expect(await problemOf('/api/v1/bookings/1')).toBe('404 not_found');
  expect(await problemOf('/api/v1/bookings/%00')).toBe('404 not_found');
  expect(await problemOf('/api/v1/public/a%00b')).toBe('404 not_found');
  expect(await problemOf('/webhooks/nobody', { method: 'POST', body: '{}' })).toBe('404 not_found');
});

test('an address that cannot be decoded is no failure of ours', async () => {
  expect(await problemOf('/api/v1/public/%E0%A4%A')).toMatch(/^4/);
  expect((await fetch(`${api.base}/%E0%A4%A`)).status).toBeLessThan(500);
});

test.each([
  ['a whole address of ours', 'http://elsewhere.example/healthz', 200],
  ['one with a port there cannot be', 'http://a:99999/api/auth/get-session', 404],
  ['one that no parser takes', 'http://[', 404],
  ['a star', '*', 404],
])('asked for by %s', async (_, target, status) => {
  const { port } = new URL(api.base);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  const [head] = (await text(socket)).split('\r\n');
  expect(head).toContain(` ${status} `);
});

test('a method that is not taken is answered with those that are', async () => {
  expect(await problemOf('/api/v1/me', { method: 'PUT', headers: JSON_TYPE, body: '{}' })).toBe(
    '405 method_not_allowed',
  );
  const response = await fetch(`${api.base}/api/v1/me`, { method: 'POST' });
  expect(response.headers.get('allow')).toBe('HEAD, GET, PATCH, DELETE');
  await response.body?.cancel();
});

test('an invalid request says where, at least with the whole request', async () => {
  for (const path of ['/api/v1/me?x=%00', `/api/v1/bookings?cursor=${'x'.repeat(201)}`]) {
    const answer = await host.request('GET', path);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect([answer.status, errors.length]).toEqual([422, 1]);
  }
});

test('queries are checked like bodies', async () => {
  expect(await problemOf('/api/v1/bookings?view=all')).toBe('422 validation_failed');
  expect(await problemOf('/api/v1/bookings?limit=1000')).toBe('422 validation_failed');
  expect(await problemOf('/api/v1/bookings?view=past&view=pending')).toBe('422 validation_failed');
  expect(await problemOf('/api/v1/bookings?cursor=bm9uZQ')).toBe('422 validation_failed');
  expect(await problemOf('/api/v1/bookings?q=%00')).toBe('422 validation_failed');
});

test('without a session nothing of a host is told', async () => {
  for (const path of ['/api/v1/me', '/api/v1/bookings', '/api/v1/event-types', '/api/v1/bookings/1'])
    expect(await problemOf(path, { headers: { cookie: '' } })).toBe('401 unauthenticated');
  expect(await problemOf('/api/v1/me', { headers: { cookie: 'better-auth.session_token=x.y' } })).toBe(
    '401 unauthenticated',
  );
});

test('while we stop, readiness says so and connections are closed', async () => {
  api.drain.isOn = true;
  try {
    expect(await problemOf('/readyz')).toBe('503 unavailable');
    const response = await fetch(`${api.base}/healthz`);
    expect(response.headers.get('connection')).toBe('close');
    await response.body?.cancel();
  } finally {
    api.drain.isOn = false;
  }
});

test('a problem where people look is a page', async () => {
  const page = await fetch(`${api.base}/nobody`);
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('Page not found');
  const asked = await fetch(`${api.base}/nobody`, { headers: { accept: 'application/json' } });
  expect(await asked.json()).toMatchObject({ code: 'not_found' });
});
