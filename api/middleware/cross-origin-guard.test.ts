import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { describeApi } from '../openapi/document.ts';
import { operations } from '../operations.ts';
import { PAGES } from '../pages/routes.ts';

const api = await startApi();
const ours = api.base;

/** How an unsafe request with these headers is answered: 401 got past the guard and met the login. */
async function asked(
  headers: Readonly<Record<string, string>>,
  path = '/api/v1/event-types',
  method = 'POST',
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  // fetch would set Origin and Sec-Fetch headers of its own mind.
  const { request } = await import('node:http');
  request(`${ours}${path}`, { method, headers }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  })
    .on('error', reject)
    .end();
  return promise;
}

test.each([
  ['a program: neither header', {}, 401],
  ['our own origin', { origin: ours }, 401],
  ['our own origin, as browsers send it', { origin: ours, 'sec-fetch-site': 'same-origin' }, 401],
  ['a form of a no-referrer page', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 401],
  ['an opaque origin', { origin: 'null' }, 403],
  ['an opaque origin elsewhere', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
  ['another site', { origin: 'https://evil.example' }, 403],
  ['another site, as browsers send it', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour below the same domain', { origin: 'http://x.127.0.0.1', 'sec-fetch-site': 'same-site' }, 403],
  ['an address typed in', { 'sec-fetch-site': 'none' }, 403],
  ['the same host on another port', { origin: 'http://127.0.0.1:1' }, 403],
])('%s', async (_, headers, status) => {
  expect(await asked(headers)).toBe(status);
});

/** Every route that changes something: operations, logins and forms. Notifications prove themselves by their signature. */
const UNSAFE = [
  ...Object.entries(describeApi(operations, ours).paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => method !== 'get')
      .map((method) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'none')] as const),
  ),
  ...Object.values(PAGES)
    .flat()
    .filter(({ method }) => method !== 'get')
    .map(({ method, path }) => [method.toUpperCase(), path.replaceAll(/:\w+/g, 'none')] as const),
].filter(([, path]) => !path.startsWith('/webhooks/'));

test('there are as many as there were', () => {
  expect(UNSAFE.length).toBeGreaterThan(35);
});

test.each(UNSAFE)('%s %s is refused to another site', async (method, path) => {
  expect(await asked({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, path, method)).toBe(403);
});

test('notifications prove themselves by their signature, wherever they come from', async () => {
  expect(await asked({ origin: 'https://evil.example' }, '/webhooks/zoom')).toBe(401);
});

test('reading is open to everybody', async () => {
  const response = await fetch(`${ours}/healthz`, { headers: { origin: 'https://evil.example' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  await response.body?.cancel();
});
