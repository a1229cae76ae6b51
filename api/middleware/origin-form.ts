import type { ApiMiddleware } from '../context.ts';

/** Nobody is there; asked for instead of an address that no parser takes. */
const NOWHERE = '/api/nowhere';

/**
 * A request may name its whole address, as proxies do (RFC 9112 §3.2.2): from here on only path and query count. Comes
 * before whatever asks for the path, since the path of `http://[` cannot even be asked for.
 */
export function originForm(): ApiMiddleware {
  return (ctx, next) => {
    if (!ctx.url.startsWith('/')) {
      const whole = URL.parse(ctx.url);
      ctx.url = whole?.host ? `${whole.pathname}${whole.search}` : NOWHERE;
    }
    return next();
  };
}
