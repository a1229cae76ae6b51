import { HostPhoto } from '#db/entities/host-photo.ts';
import { Problem } from '../problem.ts';
import type { Page } from './page.ts';

const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.jpg$/;

/** A host's photo. What was changed or removed is gone from here, though browsers may still have it. */
export const photoFile: Page = {
  method: 'get',
  path: '/static/photos/:name',
  async handle({ ctx, em, params }) {
    ctx.state.route = 'asset';
    const [, name] = NAME.exec(params['name'] ?? '') ?? [];
    if (name === undefined) throw new Problem('not_found');
    const photo = await em.findOne(HostPhoto, { name }, { populate: ['jpeg'] });
    if (photo === null) throw new Problem('not_found');
    const tag = `"${name}"`;
    ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
    // Opened by itself it is a picture and nothing else.
    ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
    ctx.set('ETag', tag);
    if (ctx.get('If-None-Match') === tag) {
      ctx.status = 304;
      return;
    }
    ctx.type = 'image/jpeg';
    ctx.body = photo.jpeg;
  },
};
