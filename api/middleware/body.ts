import { bodyParser } from '@koa/bodyparser';
import type { ApiMiddleware } from '../context.ts';
import { Problem } from '../problem.ts';
import { refuseNul } from '../shared/refuse-nul.ts';

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
  return (ctx, next) => {
    // Signatures are over the bytes themselves, so notices are read where they are checked.
    if (ctx.path.startsWith('/webhooks/')) return next();
    if (ctx.get('Content-Type') !== '' && ctx.request.is('json', 'urlencoded') === false)
      throw new Problem('malformed', { detail: 'The body must be application/json.' });
    return parse(ctx, () => {
      refuseNul(ctx.request.body);
      return next();
    });
  };
}
