import { type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { networkOf, type RateLimits } from '../rate-limits.ts';

/** One budget of reads and one of writes for each address. */
export function rateLimit(limits: RateLimits): ApiMiddleware {
  return async (ctx, next) => {
    if (SAFE_METHODS.has(ctx.method)) await limits.read(ctx.ip);
    else await limits.spend('write', networkOf(ctx.ip));
    return next();
  };
}
