import { type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { networkOf } from '../client-address.ts';
import type { RateLimits } from '../rate-limits.ts';

/** One budget of reads for each network, counted in memory: a client that has spent it costs nothing more. */
export function limitReads(limits: RateLimits): ApiMiddleware {
  return async (ctx, next) => {
    if (SAFE_METHODS.has(ctx.method) && !FREE.test(ctx.path)) await limits.read(ctx.ip);
    return next();
  };
}

/** One budget of writes for each network, counted in the database. */
export function limitWrites(limits: RateLimits): ApiMiddleware {
  return async (ctx, next) => {
    if (!SAFE_METHODS.has(ctx.method) && !FREE.test(ctx.path)) await limits.spend('write', networkOf(ctx.ip));
    return next();
  };
}

/** A provider's burst is no abuse; it is stored as fast as it comes. Probes of our own machine are free too, and files; photos are in the database. */
const FREE = /^\/(webhooks\/|assets\/|static\/(?!photos\/)|healthz$|readyz$|metrics$)/;
