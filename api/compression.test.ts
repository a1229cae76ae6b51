import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base, { timeZone: 'Europe/Berlin' });
await host.alwaysOpen();
const { slug } = await host.offer('phone', { slotIntervalMinutes: 15, description: 'A call. '.repeat(200) });
const page = { handle: host.handle, slug };
const DAY_MS = 86_400_000;
const [from, to] = [2, 20].map((days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10));
const SLOTS = `/api/v1/public/${host.handle}/${slug}/slots?from=${from}&to=${to}`;

interface Asked {
  readonly method?: string;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks as written: `fetch` would decompress. A busy machine may be asked again. */
async function ask(path: string, asked: Asked = {}) {
  return until(`${path} to be answered`, async () => {
    const answer = await askOnce(path, asked);
    return answer.status !== 503 && answer;
  });
}

async function askOnce(path: string, { method = 'GET', accept = 'gzip, deflate, br, zstd', headers = {} }: Asked = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(api.base + path, { method, headers: { 'accept-encoding': accept, ...headers } }, resolve)
    .on('error', reject)
    .end();
  const answer = await promise;
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

const open = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };

test.each([
  SLOTS,
  `/${host.handle}/${slug}`,
  `/api/v1/public/${host.handle}/${slug}`,
  '/login',
  '/openapi.json',
  '/docs',
])('%s comes as small as its reader takes it, and says how', async (path) => {
  const plain = await ask(path, { accept: 'identity' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  for (const [accept, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
  ] as const) {
    const { status, headers, body } = await ask(path, { accept });
    expect([status, headers['content-encoding']]).toEqual([200, encoding]);
    expect(headers.vary).toMatch(/Accept-Encoding$/);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(plain.body.length);
    expect(open[encoding](body).toString().slice(0, 40)).toBe(plain.body.toString().slice(0, 40));
  }
});

test('HEAD says what GET would send', async () => {
  const [head, get] = [await ask(SLOTS, { method: 'HEAD' }), await ask(SLOTS)];
  expect(head.body.length).toBe(0);
  for (const name of ['content-type', 'content-encoding', 'content-length', 'vary'] as const)
    expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
});

test('what one person alone may see is never compressed: its length would tell of its secrets', async () => {
  const guest = newGuest(api.base);
  const [startsAt = ''] = await guest.freeTimes(page, new Date(from ?? ''), new Date(to ?? ''));
  const { token } = await guest.book(page, startsAt, {});
  const cookie = [...host.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const [path, headers] of [
    [`/booking/${token}`, {}],
    [`/api/v1/public/bookings/${token}/calendar.ics`, {}],
    [`/api/v1/public/bookings/${token}`, {}],
    ['/api/v1/event-types', { cookie }],
    ['/api/v1/bookings', { cookie }],
  ] as const) {
    const answer = await ask(path, { headers });
    expect([path, answer.status, answer.headers['content-encoding']]).toEqual([path, 200, undefined]);
  }
  // Long enough to be worth it, so that it is no accident.
  expect((await ask(`/booking/${token}`)).body.length).toBeGreaterThan(5_000);
  expect((await ask('/api/v1/event-types', { headers: { cookie } })).body.length).toBeGreaterThan(1_024);
});

test('refusals and small answers are sent as they are', async () => {
  const refused = await ask(`${SLOTS}&timeZone=Mars`);
  expect([refused.status, refused.headers['content-encoding']]).toEqual([422, undefined]);
  const small = await ask('/robots.txt');
  expect([small.status, small.headers['content-encoding'], small.headers.vary]).toEqual([
    200,
    undefined,
    'Accept-Encoding',
  ]);
});
