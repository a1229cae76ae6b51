import { randomUUIDv7 } from 'node:crypto';
import { log } from '#log';
import type { ApiMiddleware } from '../context.ts';
import { requestSeconds } from '../health/metrics.ts';

/** Gives every request an id and one log line: method, route pattern, status, time. Never the address: it may carry a token. */
export function requestLog(): ApiMiddleware {
  return async (ctx, next) => {
    const started = performance.now();
    ctx.state.requestId = randomUUIDv7();
    ctx.set('X-Request-Id', ctx.state.requestId);
    try {
      await next();
    } finally {
      const ms = Math.round(performance.now() - started);
      const route = ctx.state.route ?? 'unmatched';
      requestSeconds.observe({ method: ctx.method, route, status: ctx.status }, ms / 1000);
      if (!QUIET.has(route))
        log.info({ requestId: ctx.state.requestId, method: ctx.method, route, status: ctx.status, ms }, 'request');
    }
  };
}

const QUIET = new Set(['/healthz', '/readyz', '/metrics', 'asset']);
