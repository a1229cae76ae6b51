import { MailUnavailable } from '#mail/transport.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ApiMiddleware } from '../context.ts';
import { pageKindOf } from '../page-kinds.ts';
import { Problem } from '../problem.ts';
import { toProblem } from '../to-problem.ts';
import { createBreaker } from './breaker.ts';

interface Options {
  /** When an answer is owed, milliseconds. */
  readonly answerWithinMs: number;
  /** The same where a provider is asked before we answer: the host who connects it waits for it. */
  readonly providersAnswerWithinMs: number;
  /** Requests in work at most; what was given up on counts until it has ended. */
  readonly most: number;
}

/**
 * A slow database ends in quick 503s instead of a pile: a request that takes too long is answered, and while too many
 * are still in work no more begin. A write that was given up on may yet succeed, as after any lost answer.
 */
export function deadline({ answerWithinMs, providersAnswerWithinMs, most }: Options): ApiMiddleware {
  const breaker = createBreaker();
  let inWork = 0;
  return async (ctx, next) => {
    if (!asksDatabase(ctx.path)) return next();
    if (inWork >= most || !breaker.lets()) throw away();
    inWork += 1;
    const work = next().finally(() => {
      inWork -= 1;
    });
    try {
      await inTime(work, ctx.path.startsWith('/oauth/') ? providersAnswerWithinMs : answerWithinMs);
      breaker.worked();
    } catch (error) {
      if (isAway(error)) breaker.failed();
      throw error;
    }
  };
}

/** Answers that need no database go on without it, and say nothing of how it is. */
function asksDatabase(path: string): boolean {
  const kind = pageKindOf(path);
  return kind !== 'plain' && kind !== 'host' && !/^\/(healthz|metrics|openapi\.json)$/.test(path);
}

async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(away()), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

const away = () => new Problem('unavailable', { retryAfterSeconds: 2 });

/**
 * Waiting for a busy host's lock is that host's affair, mail servers and providers are none of ours; all else says: the
 * database is away.
 */
const isAway = (error: unknown) =>
  (error as { code?: unknown }).code !== '55P03' &&
  !(error instanceof MailUnavailable) &&
  !(error instanceof ProviderError) &&
  toProblem(error).code === 'unavailable';
