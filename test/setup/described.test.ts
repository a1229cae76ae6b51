import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { deviationOf } from './described.ts';

const me = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };
const document = {
  openapi: '3.1.0',
  paths: {
    '/api/v1/me': { get: { responses: { '200': { content: { 'application/json': { schema: me } } } } } },
  },
};

const server = createServer((request, answer) => {
  answer.statusCode = request.url === '/openapi.json' ? 200 : 404;
  answer.end(JSON.stringify(document));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const said = (
  text: string,
  { status = 200, path = '/api/v1/me', contentType = 'application/json; charset=utf-8' } = {},
) => deviationOf({ method: 'GET', url: `${base}${path}?x=1`, status, contentType, text: async () => text });

test('an answer is held against what its own app says of it', async () => {
  expect(await said('{"id":"1"}')).toBeNull();
  expect(await said('{"id":1}')).toContain('must be string');
  expect(await said('{"id":')).toContain('must be object');
  expect(await said('{"id":"1"}', { status: 201 })).toContain('its status is not described');
  expect(await said('<p>', { contentType: 'text/html' })).toContain('its type text/html is not described');
});

test('what an app does not describe, and what comes from elsewhere, is let be', async () => {
  expect(await said('{}', { path: '/api/v1/nothing' })).toBeNull();
  expect(await said('{}', { path: '/elsewhere' })).toBeNull();
});
