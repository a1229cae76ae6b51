import type { lookup, LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readAddress } from '#domain/outbound/address.ts';
import { fetchCalendar } from './fetch-calendar.ts';
import { judging, NotPublic } from '../outbound/judged-lookup.ts';
import { CalendarUnreadable } from './unreadable.ts';

/** A server on loopback which notes every call: the private network that nothing may reach. */
const reached: string[] = [];
const answers = new Map<string, { status: number; headers?: Record<string, string>; body?: string | Buffer }>();
const server = createServer((request, response) => {
  reached.push(request.url ?? '');
  const { status, headers, body } = answers.get(request.url ?? '') ?? { status: 404 };
  response.writeHead(status, headers).end(body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
const { port } = server.address() as AddressInfo;
const here = `127.0.0.1:${port}`;

beforeEach(() => void reached.splice(0));

const outcome = async (address: string | URL, allowed?: string) =>
  fetchCalendar(new URL(address), {}, { allowed, timeoutMs: 3_000 }).then(
    (fetched) => (fetched === 'unchanged' ? fetched : fetched.text),
    (error: unknown) => {
      if (error instanceof CalendarUnreadable) return error.problem;
      throw error;
    },
  );

const PRIVATE = [
  'https://127.0.0.1/a.ics',
  'https://127.1/a.ics',
  'https://2130706433/a.ics',
  'https://0x7f000001/a.ics',
  'https://0177.0.0.1/a.ics',
  'https://0.0.0.0/a.ics',
  'https://10.1.2.3/a.ics',
  'https://172.16.0.1/a.ics',
  'https://192.168.178.1/a.ics',
  'https://169.254.169.254/latest/meta-data',
  'https://100.64.0.1/a.ics',
  'https://192.0.2.1/a.ics',
  'https://198.18.0.1/a.ics',
  'https://224.0.0.1/a.ics',
  'https://255.255.255.255/a.ics',
  'https://[::1]/a.ics',
  'https://[::]/a.ics',
  'https://[fe80::1]/a.ics',
  'https://[fc00::1]/a.ics',
  'https://[::ffff:127.0.0.1]/a.ics',
  'https://[::ffff:7f00:1]/a.ics',
  'https://[::127.0.0.1]/a.ics',
  'https://[64:ff9b::7f00:1]/a.ics',
  'https://[2002:7f00:1::]/a.ics',
  'https://[2001:0:7f00:1::]/a.ics',
  'https://localhost/a.ics',
  'https://localhost./a.ics',
  'https://app.localhost/a.ics',
  'https://printer.local/a.ics',
  'https://db.internal/a.ics',
  'https://router/a.ics',
];

/** What a name's server answers, one question after the other. */
const resolved = (answers: readonly (readonly string[])[]) => {
  const left = [...answers];
  const resolve = ((_name: string, _options: object, done: (error: null, found: LookupAddress[]) => void) =>
    done(
      null,
      (left.shift() ?? []).map((address) => ({ address, family: isIP(address) })),
    )) as typeof lookup;
  const ask = promisify((all: boolean, done: (error: Error | null, found: unknown) => void) =>
    judging(resolve)('calendar.example.com', { all }, (error, found) => done(error, found)),
  );
  return { ask, left };
};

describe('addresses that are not public', () => {
  test.each(PRIVATE)('%s is refused, pasted and fetched', async (address) => {
    const withPort = new URL(address);
    withPort.port = String(port);
    expect(readAddress(withPort.href, undefined)).toBe('private');
    expect(await outcome(withPort)).toBe('not_public');
    expect(reached).toEqual([]);
  });

  test.each(['http://example.com/a.ics', 'ftp://example.com/a.ics', 'file:///etc/passwd', 'javascript:1', 'data:,x'])(
    '%s is no https',
    (address) => expect(readAddress(address, undefined)).toBe('scheme'),
  );

  test.each([[['127.0.0.1']], [['10.0.0.1']], [['8.8.8.8', '127.0.0.1']], [['2606:4700::1111', '::1']], [[]]])(
    'a name that leads to %j is refused when it is connected to',
    async (addresses) => {
      await expect(resolved([addresses]).ask(true)).rejects.toThrow(NotPublic);
      await expect(resolved([addresses]).ask(false)).rejects.toThrow(NotPublic);
    },
  );

  test('a name whose server changes its answer is asked once: what was judged is connected to', async () => {
    const { ask, left } = resolved([['8.8.8.8'], ['127.0.0.1']]);
    expect(await ask(false)).toBe('8.8.8.8');
    expect(left).toEqual([['127.0.0.1']]);
    await expect(ask(false)).rejects.toThrow(NotPublic);
  });

  test('a redirect to one is not followed', async () => {
    answers.set('/hop', { status: 302, headers: { location: `https://[::ffff:127.0.0.1]:${port}/secret` } });
    answers.set('/down', { status: 302, headers: { location: `http://localhost:${port}/secret` } });
    expect(await outcome(`http://${here}/hop`, here)).toBe('not_public');
    expect(await outcome(`http://${here}/down`, here)).toBe('not_public');
    expect(reached).toEqual(['/hop', '/down']);
  });
});

describe('answers', () => {
  test('three redirects are followed, relative ones too, and no fourth', async () => {
    for (const step of [1, 2, 3, 4])
      answers.set(`/r${step}`, { status: 301 + (step % 2), headers: { location: `/r${step - 1}` } });
    answers.set('/r0', { status: 200, body: 'BEGIN:VCALENDAR' });
    expect(await outcome(`http://${here}/r3`, here)).toBe('BEGIN:VCALENDAR');
    expect(await outcome(`http://${here}/r4`, here)).toBe('too_many_redirects');
  });

  test('more than ten megabytes are not read, nor what unpacks to more', async () => {
    const big = Buffer.alloc(11 * 1024 * 1024, 'x');
    answers.set('/big', { status: 200, body: big });
    answers.set('/bomb', { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync(big) });
    expect(await outcome(`http://${here}/big`, here)).toBe('too_large');
    expect(await outcome(`http://${here}/bomb`, here)).toBe('too_large');
  });

  test('a server that sends nothing is left after a while, and one that is not there is said to be unreachable', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const there = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    expect(await outcome(`http://${there}/a.ics`, there)).toBe('timeout');
    silent.closeAllConnections();
    silent.close();
    await once(silent, 'close');
    expect(await outcome(`http://${there}/a.ics`, there)).toBe('unreachable');
  });
});
