import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { callApi, type Api, nothing } from './http.ts';
import { ProviderError } from './provider-error.ts';
import { standardError } from './standard-error.ts';

const api: Api = {
  name: 'Acme',
  timeoutMs: 300,
  errorOf: (refusal) => standardError({ name: 'Acme', refusal, detail: JSON.stringify(refusal.body), now: Date.now() }),
};
type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const answer = z.object({ id: z.string() });
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: Listener): Promise<URL> {
  const started = createServer((request, response) => void listener(request, response));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(started.address() as AddressInfo).port}/things`);
}

async function failureOf(work: Promise<unknown>): Promise<ProviderError> {
  const error = await work.then(
    () => new Error('did not fail'),
    (error: unknown) => error,
  );
  if (!(error instanceof ProviderError)) throw error;
  return error;
}

const get = (url: URL) => callApi(api, { method: 'GET', url, access: { accessToken: 'top-secret' }, answer });

test('speaks JSON, bears the token and reads only what is asked for', async () => {
  const seen: Record<string, unknown> = {};
  const url = await serve(async (request, response) => {
    Object.assign(seen, { method: request.method, headers: request.headers, body: await bodyOf(request) });
    send(response, 201, { id: 'a', new_field: { deep: [1] } });
  });
  const headers = { Prefer: 'IdType="ImmutableId"' };
  const read = await callApi(api, {
    method: 'POST',
    url,
    access: { accessToken: 'tok' },
    headers,
    body: { ü: 1 },
    answer,
  });
  expect(read).toEqual({ id: 'a' });
  expect(seen).toMatchObject({
    method: 'POST',
    body: '{"ü":1}',
    headers: { authorization: 'Bearer tok', 'content-type': 'application/json', prefer: 'IdType="ImmutableId"' },
  });
});

test('an empty 204 is enough where nothing is read', async () => {
  const url = await serve((_request, response) => void response.writeHead(204).end());
  expect(await callApi(api, { method: 'DELETE', url, access: { accessToken: 't' }, answer: nothing })).toBeUndefined();
});

describe('an unknown outcome', () => {
  test.each<[string, string, Listener]>([
    [
      'a redirect is not followed',
      'provider_answer_unusable',
      (_, out) => void out.writeHead(307, { Location: '/' }).end(),
    ],
    ['no answer', 'provider_timeout', () => {}],
    ['a body that never ends', 'provider_timeout', (_, out) => void out.writeHead(200).write('{"id":"a"')],
    ['a huge body', 'provider_answer_unusable', (_, out) => send(out, 200, { id: 'a'.repeat(1_000_001) })],
    ['a connection cut before the answer', 'provider_unreachable', (request) => void request.socket.destroy()],
    ['a connection cut within the answer', 'provider_unreachable', cutWithin],
    ['another shape', 'provider_answer_unusable', (_, out) => send(out, 200, { id: 7 })],
    ['no JSON', 'provider_answer_unusable', (_, out) => void out.end('<html>login</html>')],
    ['nothing where something is read', 'provider_answer_unusable', (_, out) => void out.writeHead(204).end()],
    ['a server error', 'provider_unavailable', (_, out) => send(out, 503, {})],
  ])('%s', async (_what, code, listener) => {
    let calls = 0;
    const url = await serve((request, response) => {
      calls += 1;
      return listener(request, response);
    });
    const { kind, facts } = await failureOf(get(url));
    expect({ kind, code: facts.code, definite: facts.definite, calls }).toEqual({
      kind: 'unavailable',
      code,
      definite: false,
      calls: 1,
    });
  });
});

describe('certainly never sent', () => {
  test('connection refused', async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => server?.close(resolve));
    expect(await failureOf(get(url))).toMatchObject({ kind: 'unavailable', facts: { definite: true } });
  });

  test('no such host', async () => {
    const failure = await failureOf(get(new URL('http://no-such-host.invalid/')));
    expect(failure).toMatchObject({ kind: 'unavailable', facts: { definite: true, code: 'provider_unreachable' } });
  });
});

test('a refusal reaches the provider’s reading with its body, and no foreign word or token the sentence', async () => {
  const url = await serve((_request, response) => send(response, 429, { why: 'foreign' }, { 'Retry-After': '3' }));
  const failure = await failureOf(get(url));
  expect(failure).toMatchObject({ kind: 'rate_limited', facts: { definite: true, retryAfterMs: 3_000, status: 429 } });
  expect(failure.facts.detail).toContain('foreign');
  expect(`${failure.message} ${failure.stack}`).not.toMatch(/foreign|top-secret/);
});

function cutWithin(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('{"id":', () => response.destroy());
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
