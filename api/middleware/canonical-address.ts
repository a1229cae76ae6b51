import type { ApiMiddleware } from '../context.ts';
import { isOwnSegment } from '../page-kinds.ts';
import { Problem } from '../problem.ts';
import { says } from '#messages/says.ts';

/** Leads nowhere; stands in for an address that no parser takes. */
const NOWHERE = '/api/nowhere';

/**
 * Gives every request the one spelling of its path that rules and routes are written for. `/METRICS`, `//metrics`,
 * `/metrics/`, `/%6Detrics` and `/x/../metrics` are `/metrics`: no spelling gets past a rule that another one meets. A
 * request may also name its whole address, as proxies do (RFC 9112 §3.2.2): only path and query count. Comes before
 * everything that reads the path, since reading the path of `http://[` throws.
 */
export function canonicalAddress(): ApiMiddleware {
  return (ctx, next) => {
    const [path = '', ...query] = ctx.url.split('?');
    const whole = URL.parse(path.startsWith('/') ? `http://host${path}` : path);
    ctx.url = whole?.host ? [canonicalPath(whole.pathname), ...query].join('?') : NOWHERE;
    return next();
  };
}

/** RFC 3986 §6.2.2 on a path without dot segments, and one slash where there are several or one too many at the end. */
function canonicalPath(path: string): string {
  const decoded = path.replaceAll(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
  const [first = '', ...rest] = decoded.split('/').filter((segment) => segment !== '');
  // Of a host's page the spelling is the host's.
  return `/${[isOwnSegment(first.toLowerCase()) ? first.toLowerCase() : first, ...rest].join('/')}`;
}

const NUL = /%00/;

/** An address with a NUL names nothing that could be stored: as a path it leads nowhere, as a query it is not valid. */
export function storableAddress(): ApiMiddleware {
  return (ctx, next) => {
    if (NUL.test(ctx.path)) throw new Problem('not_found');
    if (NUL.test(ctx.querystring)) throw new Problem('validation_failed', { detail: says('said.query_not_storable') });
    return next();
  };
}
