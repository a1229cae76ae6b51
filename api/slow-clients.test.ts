import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { log } from '#log';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const { port } = new URL(api.base);

/** Resolves once the bytes are with the system. */
function send(bytes: string): Promise<Socket> {
  const socket = connect(Number(port), '127.0.0.1');
  return new Promise((resolve) => socket.write(bytes, () => resolve(socket)));
}

/** A head, and the beginning of a body that promises 100 bytes. */
const sendHalf = (path: string) =>
  send(
    [`POST ${path} HTTP/1.1`, 'Host: x', 'Content-Length: 100', 'Content-Type: application/json', '', '{'].join('\r\n'),
  );

/** Bodies are read for each of these in a way of its own. */
const READERS = [
  ['an operation', '/api/v1/public/nobody/nothing/bookings'],
  ['a login', '/api/auth/sign-in/email'],
  ['a notification', '/webhooks/zoom'],
  ['a form', '/nobody/nothing'],
] as const;

/** The log's lines about requests, and all lines of a higher level. */
function listen() {
  const requests: unknown[] = [];
  const louder: unknown[] = [];
  vi.spyOn(log, 'info').mockImplementation((line: unknown) => {
    if ('route' in (line as object)) requests.push((line as { status: number }).status);
  });
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((line: unknown) => void louder.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => void louder.push(line));
  return { requests, louder };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test.concurrent.each(READERS)(
  '%s that does not arrive is answered with 408, its connection closed',
  async (_, path) => {
    const answer = await text(await sendHalf(path));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/^Connection: close\r$/im);
  },
);

test('a client that hangs up in the middle of its body is no error of ours', async () => {
  const { requests, louder } = listen();
  for (const [, path] of READERS) (await sendHalf(path)).destroy();
  await until('all to be noticed', () => requests.length === READERS.length);
  expect(requests).toEqual(READERS.map(() => 499));
  expect(louder).toEqual([]);
});

test('a client that hangs up before its answer came is none either', async () => {
  const host = await signUp(api.base);
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', { slotIntervalMinutes: 5 });
  const [from, to] = [0, 60].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const { requests, louder } = listen();
  for (let turn = 0; turn < 5; turn += 1) {
    const path = `/api/v1/public/${host.handle}/${slug}/slots?from=${from}&to=${to}`;
    (await send(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)).resetAndDestroy();
  }
  await until('all to have ended', () => requests.length === 5);
  expect(louder).toEqual([]);
});
