import type { ApiContext, ApiMiddleware } from '../context.ts';
import { Problem } from '../problem.ts';
import { refuseUnstorable } from '../shared/refuse-unstorable.ts';

/** What the body says: JSON for the API, forms for the plain pages. */
export function parseBody(): ApiMiddleware {
  return (ctx, next) => {
    // Notifications are read as they came: their signatures are over the bytes.
    if (!ctx.path.startsWith('/webhooks/')) {
      ctx.state.body = parsed(ctx);
      refuseUnstorable(ctx.state.body);
    }
    return next();
  };
}

function parsed({ request, path, headers, state: { rawBody } }: ApiContext): unknown {
  if (rawBody.length === 0) return {};
  // No client of ours compresses requests, and a small one can unpack to a very large one.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Problem('malformed', { detail: 'The body must not be compressed.' });
  if (request.is('json') !== false) return ofJson(rawBody.toString());
  if (request.is('urlencoded') !== false) return ofForm(new URLSearchParams(rawBody.toString()));
  if (ONE_CLICK.test(path) && request.is('multipart') !== false) return {};
  throw new Problem('malformed', { detail: 'The body must be application/json.' });
}

/** Mail programs send their one click as a form of either kind (RFC 8058 §3.2); its one field says nothing new. */
const ONE_CLICK = /^\/api\/v1\/public\/bookings\/[^/]+\/unsubscribe$/;

/** @throws Problem `malformed` for anything but an object or a list */
export function ofJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new Problem('malformed', { detail: 'The body must be a JSON object or list.' });
}

/** A field given twice is a list. */
function ofForm(form: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
