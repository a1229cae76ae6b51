import type { ApiMiddleware } from '../context.ts';
import { Problem } from '../problem.ts';

const NUL = /%00/;

/** An address with a NUL names nothing that could be stored: as a path it leads nowhere, as a query it is not valid. */
export function storableAddress(): ApiMiddleware {
  return (ctx, next) => {
    if (NUL.test(ctx.path)) throw new Problem('not_found');
    if (NUL.test(ctx.querystring))
      throw new Problem('validation_failed', { detail: 'The query contains a character that cannot be stored.' });
    return next();
  };
}
