import { join } from 'node:path';
import { sha256 } from '#sha256';
import { type Asset, loadAsset, sendAsset } from '../front-end/asset.ts';
import { Problem } from '../problem.ts';
import type { Page, PageCall } from './page.ts';

/** Files of the built front end: their names change with their contents, so browsers cache them permanently. */
export const builtFile: Page = {
  method: 'get',
  path: '/assets/:name',
  async handle({ ctx, frontEnd, params }) {
    ctx.state.route = 'asset';
    const asset = (await frontEnd.current())?.assets.get(`assets/${params['name']}`);
    if (asset === undefined) throw new Problem('not_found');
    ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
    sendAsset(ctx, asset);
  },
};

const FOLDER = join(import.meta.dirname, '../static');
const NAMES = [
  'icon.svg',
  'connected.js',
  'embed.js',
  'favicon.ico',
  'apple-touch-icon.png',
  'site.webmanifest',
] as const;

const files: Promise<ReadonlyMap<string, { readonly asset: Asset; readonly tag: string }>> = Promise.all(
  NAMES.map(async (name) => {
    const asset = await loadAsset(join(FOLDER, name));
    return [name, { asset, tag: sha256(asset.body).slice(0, 22) }] as const;
  }),
).then((entries) => new Map(entries));

/** Sends one of the few files that no build makes; asked for each time, sent only when changed. */
async function sendFile({ ctx }: PageCall, name: string): Promise<void> {
  ctx.state.route = 'asset';
  const file = (await files).get(name);
  if (file === undefined) throw new Problem('not_found');
  ctx.set('Cache-Control', 'no-cache');
  sendAsset(ctx, file.asset);
  ctx.set('ETag', `W/"${file.tag}"`);
  if (ctx.fresh) {
    ctx.body = null;
    ctx.status = 304;
  }
}

/** Files that browsers look for where they are used to find them, and all of them under `/static`. */
export const staticFiles: readonly Page[] = [
  { method: 'get', path: '/static/:name', handle: (call) => sendFile(call, call.params['name'] ?? '') },
  ...['favicon.ico', 'apple-touch-icon.png', 'site.webmanifest'].map((name): Page => ({
    method: 'get',
    path: `/${name}`,
    handle: (call) => sendFile(call, name),
  })),
];

/** `/embed.js`: what other sites load to show booking pages. The only file of ours that they may use. */
export const embedFile: Page = {
  method: 'get',
  path: '/embed.js',
  async handle(call) {
    call.ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
    await sendFile(call, 'embed.js');
  },
};

/** `/robots.txt`: hosts' booking pages may be found; bookings, logins and the API have nothing to find. */
export const robotsFile: Page = {
  method: 'get',
  path: '/robots.txt',
  handle({ ctx }) {
    ctx.set('Cache-Control', 'no-cache');
    ctx.type = 'text/plain';
    ctx.body = ['User-agent: *', ...HIDDEN.map((path) => `Disallow: ${path}`), ''].join('\n');
  },
};

const HIDDEN = ['/api/', '/booking/', '/bookings', '/login', '/oauth/', '/scheduler', '/signup', '/user', '/welcome'];
