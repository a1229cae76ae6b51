import type { Server } from 'node:http';
import type { ApiMiddleware } from './context.ts';
import type { ApiDeps } from './deps.ts';

const SWEEP_MS = 200;
const GRACE_MS = 10_000;

/**
 * Lets running requests finish and takes no new ones. `close` alone would wait for every idle keep-alive connection, so
 * those are swept; what still runs after the grace is cut.
 */
export async function gracefulShutdown(server: Server, graceMs = GRACE_MS): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** While we stop, every answer ends its connection, so that clients do not send another request into a closing one. */
export function draining(deps: Pick<ApiDeps, 'draining'>): ApiMiddleware {
  return async (ctx, next) => {
    if (deps.draining()) ctx.set('Connection', 'close');
    return next();
  };
}
