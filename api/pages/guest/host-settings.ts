import type { User } from '#db/entities/user.ts';
import type { ApiContext } from '../../context.ts';

/** What the host has decided of their guests' pages: which sites may show them, any where none is named, and a language. */
export function applyHostSettings(ctx: ApiContext, { embedSites, guestLanguage }: User): void {
  ctx.state.guestLanguage = guestLanguage;
  if (!embedSites || embedSites.length === 0) return;
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', policy.replace('frame-ancestors *', `frame-ancestors ${embedSites.join(' ')}`));
}
