import type { User } from '#db/entities/user.ts';
import type { PageCall } from '../page.ts';

/**
 * Sends who comes by a host's former handle to the present one, with the rest of the path and the query; a form is sent
 * again there. Says whether it did. Not to be kept by browsers: another host may have the handle one day.
 */
export function followRename({ ctx, params }: PageCall, host: User): boolean {
  if ((params['handle'] ?? '').toLowerCase() === host.handle) return false;
  const [, , ...rest] = ctx.path.split('/');
  ctx.redirect(`/${[host.handle, ...rest].join('/')}${ctx.search}`);
  ctx.status = 308;
  ctx.set('Cache-Control', 'no-store');
  return true;
}
