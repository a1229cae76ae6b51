import { describeError, log } from '#log';
import { says } from '#messages/says.ts';
import type { ApiContext, ApiMiddleware } from '../context.ts';
import { isPage } from '../page-kinds.ts';
import type { Rendering } from '../pages/page.ts';
import { sendProblemPage } from '../pages/problem-page.ts';
import { Problem, PROBLEMS } from '../problem.ts';
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
    return sendProblemPage({ ...pages, ctx, now: new Date() }, { code, status });
  }
  const { detail } = facts;
  const whole =
    code === 'validation_failed'
      ? [{ pointer: '', sentence: detail ?? says('said.problem.validation_failed') }]
      : undefined;
  const errors = facts.errors ?? whole;
  ctx.body = JSON.stringify({
    type: `/docs#${code}`,
    title,
    status,
    code,
    detail: detail?.text,
    says: detail?.says,
    instance: ctx.state.requestId,
    errors: errors?.map(({ pointer, sentence: { text, says } }) => ({ pointer, detail: text, says })),
  });
  ctx.type = 'application/problem+json';
}
