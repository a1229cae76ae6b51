import type { ApiContext, ApiMiddleware } from '../context.ts';
import { invalid, Problem } from '../problem.ts';
import { bringsFile } from './read-body.ts';
import { says } from '#messages/says.ts';

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

function parsed({ method, request, path, headers, state: { rawBody } }: ApiContext): unknown {
  if (rawBody.length === 0 || ONE_CLICK.test(path) || bringsFile({ method, path })) return {};
  // No client of ours compresses requests, and a small one can unpack to a very large one.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Problem('malformed', { detail: says('said.body_compressed') });
  if (request.is('json') !== false) return ofJson(rawBody.toString());
  if (request.is('urlencoded') !== false) return ofForm(new URLSearchParams(rawBody.toString()));
  throw new Problem('malformed', { detail: says('said.body_no_json') });
}

/**
 * Mail programs send their one click as a form of either kind (RFC 8058 §3.2), some as plain text; its one field says
 * nothing new.
 */
const ONE_CLICK = /^\/api\/v1\/public\/bookings\/[^/]+\/unsubscribe$/;

/** @throws Problem `malformed` for anything but an object or a list */
export function ofJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new Problem('malformed', { detail: says('said.body_no_object') });
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

/**
 * Postgres stores neither NUL nor a lone half of a surrogate pair (in JSON it fails the statement, elsewhere it becomes
 * another character): both are refused at the border. So is a field `__proto__`, which copies of the object would lose.
 * Goes level by level instead of calling itself, since 64 kB hold more levels than a call stack.
 * @throws Problem `validation_failed` with the place of the first one
 */
function refuseUnstorable(root: unknown): void {
  const found = [{ value: root, pointer: '' }];
  for (const { value, pointer } of found) {
    if (typeof value === 'string' && !isStorable(value)) throw invalid(pointer, says('said.not_storable'));
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (!isStorable(name) || name === '__proto__') throw invalid(pointer, says('said.field_not_storable'));
      found.push({ value: part, pointer: `${pointer}/${name}` });
    }
  }
}

const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');
