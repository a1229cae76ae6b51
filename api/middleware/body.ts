import { bodyParser } from '@koa/bodyparser';
import type { ApiMiddleware } from '../context.ts';

const LIMIT = '64kb';

/** JSON for the API, forms for the plain pages; at most 64 kB of either. */
export function body(): ApiMiddleware {
  const parse = bodyParser({
    enableTypes: ['json', 'form'],
    jsonLimit: LIMIT,
    formLimit: LIMIT,
    onError: (error) => {
      throw error;
    },
  });
  return (ctx, next) => parse(ctx as unknown as Parameters<typeof parse>[0], next);
}
