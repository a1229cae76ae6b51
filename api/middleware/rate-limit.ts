import { type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { networkOf } from '../client-address.ts';
import type { RateLimits } from '../rate-limits.ts';

/** One budget of reads and one of writes for each address. */
export function rateLimit(limits: RateLimits): ApiMiddleware {
  return async (ctx, next) => {
    // A provider's burst is no abuse; it is stored as fast as it comes. Probes of our own machine are free too.
    if (FREE.test(ctx.path)) return next();
    if (SAFE_METHODS.has(ctx.method)) await limits.read(ctx.ip);
    else await limits.spend('write', networkOf(ctx.ip));
    return next();
  };
}

const FREE = /^\/(webhooks\/|assets\/|static\/|healthz$|readyz$|metrics$)/;
