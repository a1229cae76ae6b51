import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { PublicEventType, PublicHost } from '../guest/schema.ts';
import type { Me } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Ann Lee' });
await host.alwaysOpen();
const { slug } = await host.offer('phone');
const page = { handle: host.handle, slug };

const change = (profile: object) => host.json<Me>('PATCH', '/api/v1/me', profile);
const pageAt = async (path: string) => (await fetch(`${api.base}${path}`)).text();
const PROFILE = { bio: 'Gardens & <terraces>', welcome: 'Hello!\n\nBring a “sketch”.', accentColour: '#7a1fa2' };

test('line, welcome text and colour: where the API and the pages show them', async () => {
  const empty = { bio: '', welcome: '', accentColour: null };
  expect(await host.json('GET', '/api/v1/me')).toMatchObject(empty);
  expect(await pageAt(`/${host.handle}`)).not.toContain('/static/accent/');
  expect(await change({ ...PROFILE, bio: ` ${PROFILE.bio}\u200B `, accentColour: '#7A1FA2' })).toMatchObject(PROFILE);

  const guest = newGuest(api.base);
  expect(await guest.json<PublicHost>('GET', `/api/v1/public/${host.handle}`)).toMatchObject(PROFILE);
  const { welcome: _, ...shown } = PROFILE;
  const type = await guest.json<PublicEventType>('GET', `/api/v1/public/${host.handle}/${slug}`);
  expect(type.host).toEqual({ name: 'Ann Lee', handle: host.handle, photo: null, contactEmail: null, ...shown });
  const tomorrow = new Date(Date.now() + 86_400_000);
  const [free = ''] = await guest.freeTimes(page, tomorrow, new Date(tomorrow.getTime() + 86_400_000));
  const booking = await guest.book(page, free);
  expect(booking.host).toEqual(type.host);

  const pages = [`/${host.handle}`, `/${host.handle}/${slug}`, `/booking/${booking.token}`];
  const html = await Promise.all(pages.map(pageAt));
  for (const text of html) expect(text).toContain('<link rel="stylesheet" href="/static/accent/7a1fa2.css"/>');
  expect(html[0]).toContain('Gardens &amp; &lt;terraces&gt;');
  expect(html[0]).toContain('Bring a “sketch”.');
  expect(html[1]).toContain('Gardens &amp; &lt;terraces&gt;');
  expect(await change(empty)).toMatchObject(empty);
});

test('a colour’s file has shades for light and for dark pages, and caches keep it', async () => {
  const answer = await fetch(`${api.base}/static/accent/ffe100.css`);
  expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    'text/css; charset=utf-8',
    'public, max-age=604800',
  ]);
  expect(await answer.text()).toMatch(
    /^:root\{--accent:#[0-9a-f]{6};.*\}@media \(prefers-color-scheme: dark\)\{:root\{.*--accent:#ffe100;.*\}\}$/,
  );
});

test.each(['ffe10.css', 'FFE100.css', 'ffe100', 'ffe100.css.css', 'red.css', 'ffe100%7D.css'])(
  'no file: %s',
  async (name) => {
    expect((await fetch(`${api.base}/static/accent/${name}`)).status).toBe(404);
  },
);

test.each([
  [{ bio: 'Two\nlines' }, '/bio'],
  [{ bio: 'x'.repeat(161) }, '/bio'],
  [{ welcome: 'x'.repeat(1_001) }, '/welcome'],
  [{ accentColour: 'red' }, '/accentColour'],
  [{ accentColour: '#fff' }, '/accentColour'],
  [{ accentColour: '#ffffff;}body{display:none' }, '/accentColour'],
])('%j is refused at %s', async (profile, pointer) => {
  const answer = await host.request('PATCH', '/api/v1/me', profile);
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
});
