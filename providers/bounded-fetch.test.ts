import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { boundedFetch } from './bounded-fetch.ts';

const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url}`);
  response.end('{}');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const limits = { name: 'Zoom', timeoutMs: 150 };

/** As after SIGSTOP and SIGCONT: sockets are ready again before any timer has fired. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

test('a request whose time ran out while the process stood still is never sent', async () => {
  const asked = boundedFetch(`${base}/late`, { method: 'POST', body: '{}' }, limits);
  setTimeout(() => standStill(400), 0);
  await expect(asked).rejects.toMatchObject({ kind: 'unavailable', facts: { definite: true } });
  await boundedFetch(`${base}/timely`, { method: 'GET' }, limits);
  expect(seen).toEqual(['GET /timely']);
});

test('nor is one over a connection that was open already', async () => {
  await boundedFetch(`${base}/timely`, { method: 'GET' }, limits);
  seen.length = 0;
  const asked = boundedFetch(`${base}/late`, { method: 'POST', body: '{}' }, limits);
  standStill(400);
  await expect(asked).rejects.toMatchObject({ kind: 'unavailable' });
  await boundedFetch(`${base}/timely`, { method: 'GET' }, limits);
  expect(seen).toEqual(['GET /timely']);
});
