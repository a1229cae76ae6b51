import type { ApiMiddleware } from '../context.ts';
import type { ApiDeps } from '../deps.ts';

/** While we stop, every answer ends its connection, so that clients do not send another request into a closing one. */
export function draining(deps: Pick<ApiDeps, 'draining'>): ApiMiddleware {
  return async (ctx, next) => {
    if (deps.draining()) ctx.set('Connection', 'close');
    return next();
  };
}
