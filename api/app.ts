import Koa from 'koa';
import { describeError, log } from '#log';
import type { ApiState } from './context.ts';
import { watchDatabase } from './database-watch.ts';
import type { ApiDeps } from './deps.ts';
import { type FrontEnd, openFrontEnd } from './front-end/front-end.ts';
import { draining } from './graceful-shutdown.ts';
import { boundAnswers } from './middleware/bound-answers.ts';
import { compressAnswers } from './middleware/compress-answers.ts';
import { canonicalAddress, storableAddress } from './middleware/canonical-address.ts';
import { crossOriginGuard } from './middleware/cross-origin-guard.ts';
import { deadline } from './middleware/deadline.ts';
import { parseBody } from './middleware/parse-body.ts';
import { problems } from './middleware/problems.ts';
import { limitReads, limitWrites } from './middleware/rate-limit.ts';
import { readBody } from './middleware/read-body.ts';
import { requestLog } from './middleware/request-log.ts';
import { requestSpan } from './middleware/request-span.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { pageRoutes } from './pages/routes.ts';
import { createRouter } from './router.ts';

/** The HTTP application. The order of its middleware is fixed here and nowhere else. */
export function createApp(deps: ApiDeps, frontEnd: FrontEnd = openFrontEnd()): Koa<ApiState> {
  const { config } = deps;
  const app = new Koa<ApiState>({ proxy: config.TRUSTED_PROXIES > 0, maxIpsCount: config.TRUSTED_PROXIES });
  const router = createRouter(deps);
  // Koa would print the message and the stack, which may quote personal data.
  app.on('error', (error: unknown) => log.info(describeError(error), 'an answer could not be sent'));
  app.use(requestLog());
  if (deps.traceRequest !== undefined) app.use(requestSpan(deps.traceRequest));
  app.use(canonicalAddress());
  app.use(draining(deps));
  app.use(boundAnswers());
  app.use(securityHeaders(config.PUBLIC_URL.startsWith('https:')));
  app.use(problems({ frontEnd, publicUrl: config.PUBLIC_URL }));
  app.use(compressAnswers());
  app.use(storableAddress());
  app.use(crossOriginGuard(config.PUBLIC_URL));
  app.use(limitReads(deps.limits));
  // Clients may be slow; from here on everything is our own work.
  app.use(readBody());
  app.use(
    deadline({
      answerWithinMs: ANSWER_WITHIN_MS,
      providersAnswerWithinMs: 3 * config.HTTP_TIMEOUT_MS,
      places: deps.concurrency,
      database: watchDatabase(() => deps.orm.em.fork().execute('select 1')),
    }),
  );
  // Inside of the deadline: counting is the first thing that a slow database keeps waiting.
  app.use(limitWrites(deps.limits));
  app.use(parseBody());
  // One identity map a request.
  app.use((ctx, next) => {
    ctx.state.em = deps.orm.em.fork();
    return next();
  });
  app.use(router.routes());
  app.use(router.allowedMethods());
  app.use(pageRoutes(deps, frontEnd));
  return app;
}

const ANSWER_WITHIN_MS = 4_000;
