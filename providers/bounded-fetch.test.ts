import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { boundedFetch } from './bounded-fetch.ts';
import { deadlineAfter } from './deadline.ts';

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
  const asked = await standsStillWhileConnecting(() =>
    boundedFetch(`${base}/late`, { method: 'POST', body: '{}' }, limits),
  );
  await expect(asked.answer).rejects.toMatchObject({ kind: 'unavailable', facts: { definite: true } });
  await boundedFetch(`${base}/timely`, { method: 'GET' }, limits);
  expect(seen).toEqual(['GET /timely']);
});

test('nor is one over a connection that was open already', async () => {
  await boundedFetch(`${base}/timely`, { method: 'GET' }, limits);
  seen.length = 0;
  const until = deadlineAfter(150);
  standStill(400);
  const asked = boundedFetch(`${base}/late`, { method: 'POST', body: '{}' }, { ...limits, until });
  await expect(asked).rejects.toMatchObject({ kind: 'unavailable', facts: { definite: true } });
  await boundedFetch(`${base}/timely`, { method: 'GET' }, limits);
  expect(seen).toEqual(['GET /timely']);
});

/**
 * Asks, and stands still between the beginning of the connection and the first look at its socket: in the loop's timer
 * phase, which the immediate callback is followed by and in which no socket is looked at.
 */
function standsStillWhileConnecting<T>(ask: () => Promise<T>): Promise<{ answer: Promise<T> }> {
  return new Promise((resolve) => {
    setImmediate(() => {
      setTimeout(() => standStill(400), 1);
      const answer = ask();
      answer.catch(() => undefined);
      standStill(5);
      resolve({ answer });
    });
  });
}
