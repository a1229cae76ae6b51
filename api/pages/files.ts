import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Asset, loadAsset, sendAsset } from '../front-end/asset.ts';
import { Problem } from '../problem.ts';
import type { Page } from './page.ts';

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
const NAMES = ['plain.css', 'icon.svg', 'connected.js'] as const;

const files: Promise<ReadonlyMap<string, { readonly asset: Asset; readonly tag: string }>> = Promise.all(
  NAMES.map(async (name) => {
    const asset = await loadAsset(join(FOLDER, name));
    return [name, { asset, tag: createHash('sha256').update(asset.body).digest('base64url').slice(0, 22) }] as const;
  }),
).then((entries) => new Map(entries));

/** The few files of the pages rendered here; revalidated each time, sent only when changed. */
export const staticFile: Page = {
  method: 'get',
  path: '/static/:name',
  async handle({ ctx, params }) {
    ctx.state.route = 'asset';
    const file = (await files).get(params['name'] ?? '');
    if (file === undefined) throw new Problem('not_found');
    ctx.set('Cache-Control', 'no-cache');
    sendAsset(ctx, file.asset);
    ctx.set('ETag', `W/"${file.tag}"`);
    if (ctx.fresh) {
      ctx.body = null;
      ctx.status = 304;
    }
  },
};
