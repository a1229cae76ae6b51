import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { unescaped } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { PageData } from '../pages/schema.ts';
import { DIST, openFrontEnd } from './front-end.ts';

/** A copy of the build beside it: its server part finds React there. */
const CACHE = join(import.meta.dirname, '../../web/.cache');
await mkdir(CACHE, { recursive: true });
const folder = await mkdtemp(join(CACHE, 'front-end-'));
afterAll(() => rm(folder, { recursive: true }));
await cp(DIST, folder, { recursive: true });
await writeFile(join(folder, 'secret.txt'), 'not to be served');

const MANIFEST = join(folder, '.vite/guest.json');
const SCRIPT = `console.log('${'guest '.repeat(200)}');`;

/** Adds a script to the build, in place of one added before. */
async function build(name: string): Promise<void> {
  await writeFile(join(folder, 'assets', name), SCRIPT);
  const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as Record<string, unknown>;
  await writeFile(MANIFEST, JSON.stringify({ ...manifest, extra: { file: `assets/${name}` } }));
}

await build('extra-1.js');
const api = await startApi({ frontEnd: openFrontEnd(folder) });
const host = await signUp(api.base, { name: '</script><script>alert(1)</script> $& $1' });
await host.alwaysOpen();
const type = await host.offer('zoom', { title: '<!--page--> talk' });
const page = { handle: host.handle, slug: type.slug };

const open = async (path: string) => (await fetch(api.base + path)).text();
const viewIn = (html: string) =>
  (JSON.parse(/<script type="application\/json" id="page">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as PageData)
    .view;

/** Asks for a path exactly as written: clients would tidy it up first. */
async function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  request(api.base, { path, headers }, (response) => {
    text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
  })
    .on('error', reject)
    .end();
  return promise;
}

test('files of the build are cached permanently and come compressed', async () => {
  const answer = await fetch(`${api.base}/assets/extra-1.js`);
  expect(await answer.text()).toBe(SCRIPT);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    vary: 'Accept-Encoding',
  });
  const plain = await fetch(`${api.base}/assets/extra-1.js`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(SCRIPT);
});

test.each([
  '/assets/../secret.txt',
  '/assets/..%2fsecret.txt',
  '/assets/%2e%2e/secret.txt',
  '/assets/..%5csecret.txt',
  '/assets//etc/passwd',
  '/assets/../../../package.json',
  '/assets/.vite/guest.json',
  '/assets/constructor',
  '/static/../app.ts',
  '/static/%2e%2e%2fapp.ts',
  '/secret.txt',
])('%s leads nowhere', async (path) => {
  const { status, body } = await raw(path);
  expect(status).toBe(404);
  expect(body).not.toMatch(/not to be served|insytical-scheduler|createApp/);
});

test('an event type’s page brings its title, itself and the times of its month', async () => {
  const [hostPage, eventPage] = [await open(`/${host.handle}`), await open(`/${host.handle}/${type.slug}`)];
  expect(hostPage).toContain('<title>Book a time with &lt;/script&gt;');
  expect(hostPage).not.toContain('<script');
  expect(eventPage).toMatch(/<meta name="description" content="[^"]+"/);
  expect(viewIn(eventPage)).toMatchObject({
    kind: 'event',
    eventType: await host.json('GET', `/api/v1/public/${host.handle}/${type.slug}`),
  });
  const view = viewIn(eventPage);
  const starts = Object.values((view.kind === 'event' && view.times?.months) || {}).flat();
  const first = new Date((starts[0] ?? 0) * 60_000).toISOString();
  expect(unescaped(eventPage)).toContain(`slot=${encodeURIComponent(first)}`);
  const free = await newGuest(api.base).freeTimes(page, new Date(), new Date(Date.now() + 86_400_000));
  expect(free).toContain(first);
});

test('nothing in a name or a title can end the data’s element or begin another', async () => {
  const html = await open(`/${host.handle}/${type.slug}`);
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html.match(/id="page"/g)).toHaveLength(1);
  for (const one of [html, await open(`/${host.handle}`)]) expect(one).not.toMatch(/<script>|<!--page/);
});

test('a page loads its script and what that imports', async () => {
  const html = await open(`/${host.handle}/${type.slug}`);
  const paths = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(paths.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(1);
  for (const path of paths) expect([path, (await fetch(api.base + path)).status]).toEqual([path, 200]);
});

test('a booking’s page brings the booking', async () => {
  const guest = newGuest(api.base);
  const [free = ''] = await guest.freeTimes(page, new Date(), new Date(Date.now() + 86_400_000));
  const { token } = await guest.book(page, free);
  const html = await open(`/booking/${token}`);
  expect(viewIn(html)).toMatchObject({ kind: 'booking', booking: await guest.read(token), times: null });
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
});

test('every page of the hosts is the same file', async () => {
  const pages = await Promise.all(
    ['/login', '/bookings', '/bookings/1', '/scheduler/event-types/new', '/user/account'].map(open),
  );
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain('<div id="root"></div>');
});

test('a newer build is taken up, the old one’s files are gone', async () => {
  await build('extra-2.js');
  await utimes(MANIFEST, new Date(), new Date(Date.now() + 5_000));
  expect((await fetch(`${api.base}/assets/extra-2.js`)).status).toBe(200);
  expect((await fetch(`${api.base}/assets/extra-1.js`)).status).toBe(404);
  expect(await open(`/${host.handle}`)).toContain('<h1');
});

const isThere = async () => (await fetch(`${api.base}/assets/extra-2.js`)).ok && (await open('/help')).includes('<h1');

test('during a rebuild the last build stays', async () => {
  const before = await readFile(MANIFEST);
  await rm(MANIFEST);
  expect(await isThere()).toBe(true);
  await writeFile(MANIFEST, '{ "half of');
  expect(await isThere()).toBe(true);
  await writeFile(MANIFEST, before);
  expect(await isThere()).toBe(true);
});

test.each(['/favicon.ico', '/apple-touch-icon.png', '/site.webmanifest', '/static/icon.svg'])(
  'browsers find %s where they look for it, and get it again only when it changed',
  async (path) => {
    const first = await fetch(api.base + path);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toMatch(/^(image|application)\//);
    await first.body?.cancel();
    const again = await raw(path, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again).toEqual({ status: 304, body: '' });
    expect((await raw(path, { 'if-none-match': 'W/"another"' })).status).toBe(200);
  },
);

test('robots keep out of bookings and logins, and may find the hosts’ pages', async () => {
  const lines = (await open('/robots.txt')).split('\n');
  for (const path of ['/booking/', '/login', '/api/']) expect(lines).toContain(`Disallow: ${path}`);
  expect(lines).not.toContain('Disallow: /');
});
