import { withTimeout } from '#timeout';
import { networkOf } from '../client-address.ts';
import type { ConcurrencyLimit } from '../concurrency-limit.ts';
import type { ApiMiddleware } from '../context.ts';
import type { DatabaseWatch } from '../database-watch.ts';
import { pageKindOf } from '../page-kinds.ts';
import { Problem } from '../problem.ts';
import { toProblem } from '../to-problem.ts';

interface Options {
  /** When an answer is due, milliseconds. */
  readonly answerWithinMs: number;
  /** The same where a provider is asked before we answer: the host who connects it waits for it. */
  readonly providersAnswerWithinMs: number;
  readonly places: ConcurrencyLimit;
  readonly database: DatabaseWatch;
}

/**
 * A slow database ends in quick 503s instead of a pile: a request that takes too long is answered, and while too many
 * are still in work no more begin. A write that was given up on may yet succeed, as after any lost answer. Comes after the
 * body has been read: what counts here is our work, and never a client's slowness.
 */
export function deadline({ answerWithinMs, providersAnswerWithinMs, places, database }: Options): ApiMiddleware {
  return async (ctx, next) => {
    if (!asksDatabase(ctx.path)) return next();
    if (database.isAway()) throw away();
    const work = workAt(places, networkOf(ctx.ip), next);
    try {
      await withTimeout(work, ctx.path.startsWith('/oauth/') ? providersAnswerWithinMs : answerWithinMs, () => {
        throw away();
      });
    } catch (error) {
      if (toProblem(error).code === 'unavailable') database.suspect();
      throw error;
    }
  };
}

async function workAt(places: ConcurrencyLimit, network: string, work: () => Promise<unknown>): Promise<void> {
  const leave = places.take(network);
  try {
    await work();
  } finally {
    leave();
  }
}

/** Answers that need no database go on without it, and say nothing of how it is. */
function asksDatabase(path: string): boolean {
  if (path.startsWith('/static/photos/')) return true;
  const kind = pageKindOf(path);
  return kind !== 'plain' && kind !== 'host' && !/^\/(healthz|metrics|openapi\.json)$/.test(path);
}

const away = () => new Problem('unavailable', { retryAfterSeconds: 2 });
