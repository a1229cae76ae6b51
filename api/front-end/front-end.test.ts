import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { openFrontEnd } from './front-end.ts';

const WEB = join(import.meta.dirname, '../../web');
const folder = await mkdtemp(join(tmpdir(), 'front-end-'));
afterAll(() => rm(folder, { recursive: true }));

const SCRIPT = `console.log('${'guest '.repeat(200)}');`;

/** A build as Vite leaves it, from the entries as they are in the repository. */
async function build(name: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await mkdir(join(folder, '.vite'), { recursive: true });
  await writeFile(join(folder, 'assets', name), SCRIPT);
  await writeFile(join(folder, 'secret.txt'), 'not to be served');
  for (const entry of ['guest', 'host']) {
    const page = await readFile(join(WEB, `${entry}.html`), 'utf8');
    await writeFile(join(folder, `${entry}.html`), page.replace(`/src/${entry}/main.tsx`, `/assets/${name}`));
  }
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify({ 'guest.html': { file: `assets/${name}` } }));
}

await build('guest-1.js');
const api = await startApi({ frontEnd: openFrontEnd(folder) });
const host = await signUp(api.base, { name: '</script><script>alert(1)</script> $& $1' });
await host.alwaysOpen();
const type = await host.offer('zoom', { title: '<!--page-data--> talk' });
const page = { handle: host.handle, slug: type.slug };

const open = async (path: string) => (await fetch(api.base + path)).text();
const dataIn = (html: string) =>
  JSON.parse(/<script type="application\/json" id="page">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as unknown;

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
  const answer = await fetch(`${api.base}/assets/guest-1.js`);
  expect(await answer.text()).toBe(SCRIPT);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    vary: 'Accept-Encoding',
  });
  const plain = await fetch(`${api.base}/assets/guest-1.js`, { headers: { 'accept-encoding': 'identity' } });
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
  '/assets/.vite/manifest.json',
  '/assets/constructor',
  '/static/../app.ts',
  '/static/%2e%2e%2fapp.ts',
  '/secret.txt',
])('%s leads nowhere', async (path) => {
  const { status, body } = await raw(path);
  expect(status).toBe(404);
  expect(body).not.toMatch(/not to be served|insytical-scheduler|createApp/);
});

test('a guest’s page brings its title, its first answers and itself without script', async () => {
  const [hostPage, eventPage] = [await open(`/${host.handle}`), await open(`/${host.handle}/${type.slug}`)];
  expect(hostPage).toContain('<title>Book a time with &lt;/script&gt;');
  expect(eventPage).toMatch(/<meta name="description" content="[^"]+"/);
  expect(dataIn(hostPage)).toEqual({
    [`/api/v1/public/${host.handle}`]: await host.json('GET', `/api/v1/public/${host.handle}`),
  });
  const path = `/api/v1/public/${host.handle}/${type.slug}`;
  expect(dataIn(eventPage)).toEqual({ [path]: await host.json('GET', path) });
  expect(eventPage).toMatch(/<noscript><div class="plain">.*slot=.*<\/noscript>/s);
});

test('nothing in a name or a title can end the data’s element or fill another place', async () => {
  for (const html of [await open(`/${host.handle}`), await open(`/${host.handle}/${type.slug}`)]) {
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('<script>alert');
    expect(html.match(/id="page"/g)).toHaveLength(1);
  }
});

test('a booking’s page brings the booking', async () => {
  const guest = newGuest(api.base);
  const [free = ''] = await guest.freeTimes(page, new Date(), new Date(Date.now() + 86_400_000));
  const { token } = await guest.book(page, free);
  const html = await open(`/booking/${token}`);
  expect(dataIn(html)).toEqual({ [`/api/v1/public/bookings/${token}`]: await guest.read(token) });
  expect(html).toContain('<meta name="robots" content="noindex, nofollow" />');
});

test('every page of the hosts is the same file', async () => {
  const pages = await Promise.all(
    ['/login', '/bookings', '/bookings/1', '/scheduler/event-types/new', '/user/account'].map(open),
  );
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain('/assets/guest-1.js');
});

test('a newer build is taken up, the old one’s files are gone', async () => {
  await build('guest-2.js');
  await utimes(join(folder, '.vite/manifest.json'), new Date(), new Date(Date.now() + 5_000));
  expect(await open('/login')).toContain('/assets/guest-2.js');
  expect((await fetch(`${api.base}/assets/guest-1.js`)).status).toBe(404);
  expect((await fetch(`${api.base}/assets/guest-2.js`)).status).toBe(200);
});

test('during a rebuild the last build stays', async () => {
  const manifest = join(folder, '.vite/manifest.json');
  const before = await readFile(manifest);
  await rm(manifest);
  expect(await open('/login')).toContain('/assets/guest-2.js');
  await writeFile(manifest, '{ "half of');
  expect(await open('/login')).toContain('/assets/guest-2.js');
  await writeFile(manifest, before);
  expect(await open('/login')).toContain('/assets/guest-2.js');
});

test('files of our own pages are sent again only when changed', async () => {
  const first = await fetch(`${api.base}/static/plain.css`);
  expect((await first.text()).length).toBeGreaterThan(1_000);
  const again = await raw('/static/plain.css', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(again).toEqual({ status: 304, body: '' });
  expect((await raw('/static/plain.css', { 'if-none-match': 'W/"another"' })).status).toBe(200);
});
