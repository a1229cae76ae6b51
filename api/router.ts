import { Router } from '@koa/router';
import type { ApiState } from './context.ts';
import type { ApiDeps } from './deps.ts';
import { operations } from './operations.ts';
import { runOperation } from './run-operation.ts';

/** Paths are told apart to the letter, see `canonicalAddress`. */
export const ONE_SPELLING = { sensitive: true, strict: true } as const;

/** The operations as routes. */
export function createRouter(deps: ApiDeps): Router<ApiState> {
  const router = new Router<ApiState>(ONE_SPELLING);
  for (const operation of operations) {
    router[operation.method](
      operation.path,
      (ctx, next) => {
        ctx.state.route = operation.path;
        return next();
      },
      runOperation(operation, deps),
    );
  }
  return router;
}
