import type { User } from '#db/entities/user.ts';
import type { ApiContext } from '../../context.ts';

/** Lets only the sites that the host has named show this page; any where none is named. */
export function restrictFraming(ctx: ApiContext, { embedSites }: Pick<User, 'embedSites'>): void {
  if (!embedSites || embedSites.length === 0) return;
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', policy.replace('frame-ancestors *', `frame-ancestors ${embedSites.join(' ')}`));
}
