import { type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { Problem } from '../problem.ts';

/**
 * Unsafe requests need our Origin, or `Sec-Fetch-Site: same-origin` (also with `Origin: null`, which forms on
 * no-referrer pages send), or neither of the two headers: then no browser sent them.
 */
export function crossOriginGuard(publicUrl: string): ApiMiddleware {
  const ours = new URL(publicUrl).origin;
  return async (ctx, next) => {
    // Notifications prove themselves by their signature.
    if (SAFE_METHODS.has(ctx.method) || ctx.path.startsWith('/webhooks/')) return next();
    const { origin, 'sec-fetch-site': site } = ctx.headers;
    const isOurs = origin === ours || site === 'same-origin' || (origin === undefined && site === undefined);
    if (!isOurs) throw new Problem('forbidden_origin');
    return next();
  };
}
