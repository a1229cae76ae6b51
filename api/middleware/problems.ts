import { describeError, log } from '#log';
import type { ApiContext, ApiMiddleware } from '../context.ts';
import { isPage } from '../page-kinds.ts';
import type { Rendering } from '../pages/page.ts';
import { sendProblemPage } from '../pages/problem-page.ts';
import { Problem, PROBLEMS } from '../problem.ts';
import { saysOf } from '../shared/says.ts';
import { toProblem } from '../to-problem.ts';
import { ClientGone } from './read-body.ts';

/** Turns each error of a route into RFC 9457, or into a page where people look. Unknown errors tell nothing. */
export function problems(pages: Omit<Rendering, 'ctx' | 'now'>): ApiMiddleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body == null) throw new Problem('not_found');
      if (ctx.status === 405 || ctx.status === 501) throw new Problem('method_not_allowed');
    } catch (error) {
      if (error instanceof ClientGone) {
        ctx.status = CLIENT_GONE;
        return;
      }
      const problem = toProblem(error);
      if (problem.status >= 500)
        log.error({ requestId: ctx.state.requestId, ...describeError(error) }, 'request failed');
      await answer(ctx, problem, pages);
    }
  };
}

/** Seen in the log only; the number is nginx's. */
const CLIENT_GONE = 499;

async function answer(ctx: ApiContext, problem: Problem, pages: Omit<Rendering, 'ctx' | 'now'>): Promise<void> {
  const { code, status, facts } = problem;
  const { title } = PROBLEMS[code];
  ctx.status = status;
  if (facts.retryAfterSeconds !== undefined) ctx.set('Retry-After', String(facts.retryAfterSeconds));
  else if (status === 503 || status === 429) ctx.set('Retry-After', '2');
  if (isPage(ctx.path) && ctx.accepts('html', 'json') !== 'json') {
    return sendProblemPage({ ...pages, ctx, now: new Date() }, { code, status, title, detail: facts.detail });
  }
  const { detail, errors = code === 'validation_failed' ? [{ pointer: '', detail: detail ?? title }] : undefined } =
    facts;
  const instance = ctx.state.requestId;
  ctx.body = JSON.stringify({
    type: `/docs#${code}`,
    title,
    status,
    code,
    detail,
    says: detail === undefined ? undefined : saysOf(detail),
    instance,
    errors: errors?.map((error) => ({ ...error, says: saysOf(error.detail) })),
  });
  ctx.type = 'application/problem+json';
}
