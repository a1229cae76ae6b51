import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';

const api = await startApi();
const host = await makeHost(api);
const type = await makeEventType(api, host);
const guest = newGuest(api.base);
const page = { handle: host.handle, slug: type.slug };
const [free = ''] = await guest.freeTimes(page, new Date(), new Date(Date.now() + 86_400_000));
const { token } = await guest.book(page, free);

const headersOf = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${api.base}${path}`, { redirect: 'manual', ...init });
  await response.body?.cancel();
  return response.headers;
};

const PAGES = [
  '/',
  '/.well-known/security.txt',
  '/privacy',
  '/docs',
  '/login',
  `/${host.handle}`,
  `/${host.handle}/${type.slug}`,
  '/oauth/done',
];
/** Other sites may show these. */
const FRAMED = new Set([`/${host.handle}`, `/${host.handle}/${type.slug}`, '/nobody']);
const ALL = [...PAGES, '/oauth/zoom/callback?state=x', '/api/v1/me', '/healthz', '/nobody', '/static/icon.svg'];

describe.each(ALL)('%s', (path) => {
  test('has the headers every answer has', async () => {
    const headers = await headersOf(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe(FRAMED.has(path) ? null : 'DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const framedBy = FRAMED.has(path) ? '*' : "'none'";
    expect(headers.get('content-security-policy')).toMatch(new RegExp(`;frame-ancestors [${framedBy}]+(;|$)`));
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('permissions-policy')).toMatch(/(^|, )camera=\(\), .*geolocation=\(\), .*microphone=\(\)/);
    // We are reached over plain http here.
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

test('no page lets inline scripts run, and only the hosts’ pages inline styles', async () => {
  const policies = await Promise.all(
    PAGES.map(async (path) => (await headersOf(path)).get('content-security-policy') ?? ''),
  );
  for (const policy of policies) expect(policy).toMatch(/^default-src 'self';style-src 'self'[ ;]/);
  const liberal = PAGES.filter((_, index) => /unsafe/.test(policies[index] ?? ''));
  expect(liberal).toEqual(['/login']);
  expect(policies[PAGES.indexOf('/login')]).toContain("style-src 'self' 'unsafe-inline';");
});

test('a host names the sites that may show their pages, and nothing else gets into the header', async () => {
  const robin = await signUp(api.base);
  await robin.alwaysOpen();
  const { slug } = await robin.offer('link', { location: { kind: 'link', value: 'https://meet.example/a' } });
  const address = { handle: robin.handle, slug };
  const [start = ''] = await guest.freeTimes(address, new Date(), new Date(Date.now() + 2 * 86_400_000));
  const { token: link } = await guest.book(address, start);
  const framed = () =>
    Promise.all(
      [`/${robin.handle}`, `/${robin.handle}/${slug}`, `/booking/${link}`].map(
        async (path) =>
          /frame-ancestors ([^;]*)/.exec((await headersOf(path)).get('content-security-policy') ?? '')?.[1],
      ),
    );
  expect(await framed()).toEqual(['*', '*', '*']);
  const embedSites = ['https://Shop.example/', 'https://*.example.org'];
  const me = await robin.json('PATCH', '/api/v1/me', { embedSites });
  expect(me).toMatchObject({ embedSites: ['https://shop.example', 'https://*.example.org'] });
  const only = 'https://shop.example https://*.example.org';
  expect(await framed()).toEqual([only, only, only]);
  for (const site of ['shop', 'https://a;script-src *', 'https://a b', 'javascript:1', 'https://a.example/path', '*'])
    expect((await robin.request('PATCH', '/api/v1/me', { embedSites: [site] })).status).toBe(422);
  await robin.json('PATCH', '/api/v1/me', { embedSites: [] });
  expect(await framed()).toEqual(['*', '*', '*']);
});

test('other sites may load `embed.js` and no other file, and it stays small', async () => {
  const answer = await fetch(`${api.base}/embed.js`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(gzipSync(await answer.text()).length).toBeLessThan(5_000);
  for (const path of ['/static/icon.svg', `/${host.handle}`, '/api/v1/me'])
    expect((await headersOf(path)).get('cross-origin-resource-policy')).toBe('same-origin');
});

test('where the connect window ends there is no Cross-Origin-Opener-Policy', async () => {
  for (const path of ['/oauth/done', '/oauth/zoom/callback?state=x', '/oauth/nobody/callback'])
    expect((await headersOf(path)).get('cross-origin-opener-policy')).toBeNull();
  for (const path of ['/', '/login', `/${host.handle}`])
    expect((await headersOf(path)).get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
});

test('what only one person may see is never cached', async () => {
  const robin = await signUp(api.base);
  expect((await robin.request('GET', '/api/v1/me')).headers.get('cache-control')).toBe('no-store');
  const own = [`/booking/${token}`, `/api/v1/public/bookings/${token}`, '/login', '/oauth/done', '/booking/none'];
  const kept = await Promise.all(own.map(async (path) => (await headersOf(path)).get('cache-control')));
  expect(kept).toEqual(own.map(() => 'no-store'));
});

test('search engines stay out of bookings', async () => {
  for (const path of [`/booking/${token}`, '/booking/none'])
    expect((await headersOf(path)).get('x-robots-tag')).toBe('noindex, nofollow');
  expect((await headersOf(`/${host.handle}`)).get('x-robots-tag')).toBeNull();
});

test.each(['/', '/privacy', '/login', `/${host.handle}`, `/booking/${token}`, '/static/icon.svg', '/healthz'])(
  'a HEAD of %s answers as a GET does, without a body',
  async (path) => {
    const head = await fetch(api.base + path, { method: 'HEAD' });
    const get = await fetch(api.base + path);
    expect(await head.text()).toBe('');
    expect((await get.text()).length).toBeGreaterThan(0);
    expect([head.status, head.headers.get('content-type')]).toEqual([200, get.headers.get('content-type')]);
  },
);

test('over https the browser is told to stay there', async () => {
  const secure = await startApi({ environment: { PUBLIC_URL: 'https://app.example' } });
  const response = await fetch(`${secure.base}/healthz`);
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});
