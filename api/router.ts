import { Router } from '@koa/router';
import type { z } from 'zod';
import { hostOfKey, keyOf } from './auth/api-key.ts';
import { currentHost } from './auth/session.ts';
import type { ApiContext, ApiMiddleware, ApiState } from './context.ts';
import type { ApiDeps } from './deps.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { Problem } from './problem.ts';
import { asKeys } from './shared/issues.ts';
import { validationProblem } from './to-problem.ts';

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

/** An operation as a route: who asks, then what is asked, then the work, then the answer. */
function runOperation(operation: Operation, deps: ApiDeps): ApiMiddleware {
  return async (ctx) => {
    const host = operation.access === 'open' ? undefined : await hostOf(ctx, deps, operation.access);
    const params = paramsOf(ctx, operation.params);
    const query = checked(operation.query, queryOf(ctx));
    const body = checked(operation.body, ctx.state.body);
    const call = { deps, em: ctx.state.em, now: deps.now(), ctx, params, query, body, host };
    const answer = await operation.handle(call as Parameters<Operation['handle']>[0]);
    if (operation.answersItself === true) return;
    ctx.status = operation.success.status;
    if (operation.success.status === 204) return;
    ctx.type = operation.success.type ?? 'application/json';
    const isWritten = operation.success.type !== undefined || Buffer.isBuffer(answer);
    ctx.body = isWritten ? answer : JSON.stringify(answer);
  };
}

async function hostOf(ctx: ApiContext, deps: ApiDeps, access: 'host' | 'session') {
  const key = keyOf(ctx);
  if (key !== null) {
    const host = await hostOfKey(deps, ctx, key);
    if (access === 'session') throw new Problem('session_required');
    return host;
  }
  const host = await currentHost(deps, ctx);
  if (host === null) throw new Problem('unauthenticated');
  return host;
}

/** An id that cannot be one is an address that leads nowhere. */
function paramsOf(ctx: ApiContext, schema: z.ZodType | undefined): unknown {
  const result = schema?.safeParse((ctx as { params?: unknown }).params);
  if (result?.success === false) throw new Problem('not_found');
  return result?.data;
}

/** A parameter given twice is a list, which no schema of ours takes. */
function queryOf(ctx: ApiContext): Record<string, unknown> {
  const parameters = new URLSearchParams(ctx.querystring);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function checked(schema: z.ZodType | undefined, given: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(given, asKeys);
  if (!result.success) throw validationProblem(result.error);
  return result.data;
}
