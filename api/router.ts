import { Router } from '@koa/router';
import type { ApiState } from './context.ts';
import type { ApiDeps } from './deps.ts';
import { operations } from './operations.ts';
import { runOperation } from './run-operation.ts';

/** The operations as routes. */
export function createRouter(deps: ApiDeps): Router<ApiState> {
  const router = new Router<ApiState>();
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
