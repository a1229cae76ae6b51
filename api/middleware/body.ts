import { bodyParser } from '@koa/bodyparser';
import type { ApiContext, ApiMiddleware } from '../context.ts';
import { Problem } from '../problem.ts';
import { refuseUnstorable } from '../shared/refuse-unstorable.ts';

const LIMIT = '64kb';

/** JSON for the API, forms for the plain pages; at most 64 kB of either. */
export function body(): ApiMiddleware {
  const parse = bodyParser({
    enableTypes: ['json', 'form'],
    jsonLimit: LIMIT,
    formLimit: LIMIT,
    onError: (error) => {
      // What cannot be unpacked (Content-Encoding) fails without a status, unlike what cannot be parsed.
      throw 'status' in error ? error : new Problem('malformed', { detail: 'The body could not be unpacked.' });
    },
  });
  return (ctx, next) => {
    // Signatures are over the bytes themselves, so notices are read where they are checked.
    if (ctx.path.startsWith('/webhooks/')) return next();
    if (!isReadable(ctx)) throw new Problem('malformed', { detail: 'The body must be application/json.' });
    return parse(ctx, () => {
      refuseUnstorable(ctx.request.body);
      return next();
    });
  };
}

/** A body without a type would be passed over, and with it what it asks for. */
function isReadable({ request, path }: ApiContext): boolean {
  if (request.length === 0 || request.is('json', 'urlencoded') !== false) return true;
  return ONE_CLICK.test(path) && request.is('multipart') !== false;
}

/** Mail programs send their one click as a form of either kind (RFC 8058 §3.2); its one field says nothing new. */
const ONE_CLICK = /^\/api\/v1\/public\/bookings\/[^/]+\/unsubscribe\/?$/;
