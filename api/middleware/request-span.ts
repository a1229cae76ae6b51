import type { Tracing } from '#tracing';
import type { ApiMiddleware } from '../context.ts';

/** Makes each request the beginning of a trace; its id is the log line's. */
export function requestSpan(trace: Tracing['request']): ApiMiddleware {
  return (ctx, next) =>
    trace(next, () => ({
      method: ctx.method,
      route: ctx.state.route ?? 'unmatched',
      status: ctx.status,
      requestId: ctx.state.requestId,
    }));
}
