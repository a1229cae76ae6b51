import { removePhoto, setPhoto } from '#commands/hosts/photo.ts';
import { LARGE_BODY } from '../middleware/read-body.ts';
import { hostOperation, type Operation } from '../operation.ts';
import { presentMe } from './present.ts';
import * as schema from './schema.ts';

/** The host's photo or logo. */
export const photoOperations: readonly Operation[] = [
  hostOperation({
    method: LARGE_BODY.method,
    path: LARGE_BODY.path,
    summary: 'Show a photo or logo beside the name: the file itself, JPEG, PNG or WebP, at most 5 MB',
    takes: ['image/jpeg', 'image/png', 'image/webp'],
    success: { status: 200, description: 'The changed host; its `photo` is a square JPEG', schema: schema.me },
    handle: async function putPhoto({ deps, host, ctx }) {
      await deps.limits.spend('photo', host.id);
      return presentMe(await setPhoto(deps, { hostId: host.id, bytes: ctx.state.rawBody }));
    },
  }),
  hostOperation({
    method: 'delete',
    path: LARGE_BODY.path,
    summary: 'Take the photo away',
    success: { status: 204, description: 'Taken away' },
    handle: async function deletePhoto({ deps, host }) {
      await removePhoto(deps, { hostId: host.id });
    },
  }),
];
