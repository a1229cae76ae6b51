import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { clientAddress, networkOf } from '../client-address.ts';
import type { ApiContext } from '../context.ts';
import { Problem } from '../problem.ts';
import { ADDRESS_HEADER } from './auth.ts';
import { type FairQueue, QueueFull } from './fair-queue.ts';

/** The request's headers as better-auth reads them, with the client's address as we worked it out. */
export function authHeaders(ctx: ApiContext): Headers {
  const headers = fromNodeHeaders(ctx.req.headers);
  headers.set(ADDRESS_HEADER, clientAddress(ctx.ip));
  return headers;
}

/** What better-auth answers; the cookies it gives go to the browser. */
export async function withCookies<T>(ctx: ApiContext, answer: Promise<{ headers: Headers; response: T }>): Promise<T> {
  const { headers, response } = await answer;
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) ctx.append('set-cookie', cookies);
  return response;
}

/** better-auth's code for a refusal of its own, such as `INVALID_PASSWORD`; undefined for any other error. */
export function refusalCode(error: unknown): string | undefined {
  if (!isAPIError(error) || error.statusCode >= 500) return undefined;
  return (error.body as { code?: string } | undefined)?.code ?? '';
}

/**
 * Hashes a password when it is the network's turn: some 60 ms of a processor and 32 MB each.
 * @throws Problem `rate_limited` where too many of the same network wait, `unavailable` where too many others do
 */
export async function hashInTurn<T>(hashing: FairQueue, ctx: ApiContext, job: () => Promise<T>): Promise<T> {
  try {
    return await hashing(networkOf(ctx.ip), () => {
      // Answered by the deadline meanwhile, or hung up.
      if (!ctx.writable) throw new Problem('unavailable');
      return job();
    });
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    throw new Problem(error.own ? 'rate_limited' : 'unavailable', { retryAfterSeconds: 2 });
  }
}
