import { fromNodeHeaders } from 'better-auth/node';
import type { Config } from '#config';
import { clientAddress, networkOf } from '../client-address.ts';
import { type ApiContext, type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { invalid, Problem } from '../problem.ts';
import { refuseUnstorable } from '../shared/refuse-unstorable.ts';
import { fitsIntoMail } from '../shared/schema.ts';
import { ADDRESS_HEADER, type Auth } from './auth.ts';
import { createFairQueue, type FairQueue, QueueFull } from './fair-queue.ts';

/** What better-auth takes; of others, such as TRACE, there can be no web Request at all. */
const METHODS = ['HEAD', 'GET', 'POST'];
/** Where a password is hashed: some 60 ms of a processor and 32 MB each. */
const HASHING = /^\/api\/auth\/(sign-up\/email|sign-in\/email|reset-password|change-password)\/?$/;
/** Two leave Node's other threads to files and names; so many wait that the last is answered within the deadline. */
const PLACES = { atOnce: 2, waiting: 30, patienceMs: 2_000 };
const WAITING_PER_NETWORK = 8;

/** Hands /api/auth/* to better-auth as a web Request; stands before the body parser and behind our cross-origin guard. */
export function authRoutes(auth: Auth, { PUBLIC_URL: publicUrl, RATE_LIMIT_SCALE: scale }: Config): ApiMiddleware {
  const hashing = createFairQueue({ ...PLACES, waitingPerKey: Math.max(1, Math.round(WAITING_PER_NETWORK * scale)) });
  return async (ctx, next) => {
    if (!ctx.path.startsWith('/api/auth/')) return next();
    ctx.state.route = '/api/auth/*';
    if (!METHODS.includes(ctx.method)) {
      ctx.set('Allow', METHODS.join(', '));
      throw new Problem('method_not_allowed');
    }
    const request = requestOf(ctx, publicUrl);
    const answer = () => auth.handler(request);
    const response = HASHING.test(ctx.path) ? await inTurn(hashing, ctx, answer) : await answer();
    if (response.status >= 500) throw new Problem('unavailable');
    ctx.status = response.status;
    response.headers.forEach((value, name) => {
      if (name !== 'set-cookie') ctx.set(name, value);
    });
    const wait = response.headers.get('x-retry-after');
    if (wait !== null) ctx.set('Retry-After', wait);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) ctx.set('set-cookie', cookies);
    ctx.body = response.body ? Buffer.from(await response.arrayBuffer()) : null;
  };
}

/** @throws Problem `rate_limited` where too many of the same network wait, `unavailable` where too many others do */
async function inTurn<T>(hashing: FairQueue, ctx: ApiContext, answer: () => Promise<T>): Promise<T> {
  try {
    return await hashing(networkOf(ctx.ip), () => {
      // Answered by the deadline meanwhile, or hung up.
      if (!ctx.writable) throw new Problem('unavailable');
      return answer();
    });
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    throw new Problem(error.own ? 'rate_limited' : 'unavailable', { retryAfterSeconds: 2 });
  }
}

function requestOf(ctx: ApiContext, publicUrl: string): Request {
  const headers = fromNodeHeaders(ctx.req.headers);
  headers.set(ADDRESS_HEADER, clientAddress(ctx.ip));
  // Our own guard has let it pass by the rule of the whole surface; better-auth's is stricter about a missing Origin.
  if (!SAFE_METHODS.has(ctx.method)) headers.set('origin', new URL(publicUrl).origin);
  const url = new URL(ctx.url, publicUrl);
  if (SAFE_METHODS.has(ctx.method)) return new Request(url, { method: ctx.method, headers });
  const { rawBody } = ctx.state;
  checkJson(rawBody.toString());
  return new Request(url, { method: ctx.method, headers, body: rawBody });
}

/**
 * better-auth takes JSON only, and would fail on what is none; e-mail addresses it would take at any length.
 * @throws Problem `malformed`, `validation_failed`
 */
function checkJson(text: string): void {
  if (text === '') return;
  const body = parsed(text);
  refuseUnstorable(body);
  const address = (body as { email?: unknown } | null)?.email;
  if (typeof address === 'string' && !fitsIntoMail(address.trim()))
    throw invalid('/email', 'Longer than an e-mail address may be.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed');
  }
}
