import sharp from 'sharp';
import { expect, test } from 'vitest';
import { deleteHost } from '#commands/privacy/delete-host.ts';
import { exportHost } from '#commands/privacy/export-host.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { PublicHost } from '../guest/schema.ts';
import type { Me } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Ann Lee' });
const PATH = '/api/v1/me/photo';

const cookieOf = (who: typeof host) => [...who.cookies].map((pair) => pair.join('=')).join('; ');
const upload = (body: Buffer | string, who = host) =>
  fetch(`${api.base}${PATH}`, { method: 'PUT', body, headers: { cookie: cookieOf(who) } });
const photoOf = async (who = host) =>
  (await who.json<PublicHost>('GET', `/api/v1/public/${who.handle}`)).photo ?? 'none';
const open = (path: string, headers = {}) => fetch(`${api.base}${path}`, { headers });

const plain = (width: number, height: number, background = '#a03050') =>
  sharp({ create: { width, height, channels: 4, background } });
const png = await plain(600, 300).png().toBuffer();

/** Held upright: the left half of the file is its upper half. */
async function fromCamera(): Promise<Buffer> {
  const left = await plain(200, 400, '#0000ff').png().toBuffer();
  return sharp({ create: { width: 400, height: 400, channels: 3, background: '#ff0000' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withExif({ IFD0: { Make: 'Canary', Orientation: '6' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .jpeg()
    .toBuffer();
}

/** Its pixels have to be unpacked all at once. */
const interlaced = () =>
  plain(6_000, 6_000).toColourspace('rgb16').png({ progressive: true, compressionLevel: 9 }).toBuffer();

test('a picture of any shape is shown as a square JPEG, under an address that caches may keep', async () => {
  const answer = await upload(png);
  const me = (await answer.json()) as Me;
  expect([answer.status, me.photo]).toEqual([200, await photoOf()]);
  const shown = await open(me.photo ?? '');
  const type = await sharp(await shown.arrayBuffer()).metadata();
  expect([type.format, type.width, type.height]).toEqual(['jpeg', 256, 256]);
  const { headers } = shown;
  expect(headers.get('content-type')).toBe('image/jpeg');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect((await open(me.photo ?? '', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  expect(await (await open(`/${host.handle}`)).text()).toContain(
    `<img class="avatar large" src="${me.photo}" alt=""/>`,
  );
});

test('what a camera writes into a file is left out, and the picture stands upright', async () => {
  const file = await fromCamera();
  expect(file.includes('Canary')).toBe(true);
  expect((await upload(file)).status).toBe(200);
  const shown = Buffer.from(await (await open(await photoOf())).arrayBuffer());
  expect([shown.includes('Canary'), (await sharp(shown).metadata()).exif]).toEqual([false, undefined]);
  const { data } = await sharp(shown).raw().toBuffer({ resolveWithObject: true });
  const [red = 0, , blue = 0] = data;
  expect(blue).toBeGreaterThan(200);
  expect(red).toBeLessThan(60);
});

test('a transparent logo stands on white', async () => {
  await upload(await plain(64, 64, '#00000000').webp().toBuffer());
  const shown = await (await open(await photoOf())).arrayBuffer();
  const { data } = await sharp(shown).raw().toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
});

test('a replaced photo and a removed one are gone', async () => {
  await upload(png);
  const first = await photoOf();
  await upload(await plain(20, 20).jpeg().toBuffer());
  const second = await photoOf();
  expect([(await open(first)).status, (await open(second)).status]).toEqual([404, 200]);
  await host.json('DELETE', PATH);
  expect([await photoOf(), (await open(second)).status]).toEqual(['none', 404]);
  expect((await open('/static/photos/..%2Fusers.jpg')).status).toBe(404);
});

test.each([
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
  ],
  ['a GIF', await plain(20, 20).gif().toBuffer()],
  ['a page that begins like a PNG', Buffer.concat([png.subarray(0, 8), Buffer.from('<script>alert(1)</script>')])],
  ['a file that is cut short', png.subarray(0, png.length / 2)],
  ['a picture that unpacks to 400 MB', await plain(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer()],
  ['a picture whose rows come in no order, of 144 MB', await interlaced()],
  ['nothing', Buffer.alloc(0)],
])('refused: %s', async (_what, file) => {
  const answer = await upload(file);
  expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'validation_failed' }]);
});

test('refused: more than 5 MB, and who is not logged in', async () => {
  expect((await upload(Buffer.alloc(5_000_001))).status).toBe(413);
  expect((await fetch(`${api.base}${PATH}`, { method: 'PUT', body: png })).status).toBe(401);
  const usual = await fetch(`${api.base}/api/v1/me`, { method: 'PATCH', body: Buffer.alloc(70_000) });
  expect(usual.status).toBe(413);
});

test('the photo is in the export, and is deleted with the account', async () => {
  const other = await signUp(api.base, { name: 'Bob' });
  await upload(png, other);
  const [photo, { id }] = [await photoOf(other), await other.json<Me>('GET', '/api/v1/me')];
  const { account } = await exportHost(api, { hostId: id });
  expect(account.photo).toMatch(/^data:image\/jpeg;base64,\/9j\//);
  await deleteHost(api, { hostId: id });
  expect((await open(photo)).status).toBe(404);
});
