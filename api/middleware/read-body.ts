import type { IncomingMessage } from 'node:http';
import { createBoundedWaits } from '../bounded-waits.ts';
import { type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { Problem } from '../problem.ts';
import { networkOf } from '../client-address.ts';
import { says } from '#messages/says.ts';

/** The one request that brings a file. Few arrive at a time, since each may hold as much memory as eighty others. */
export const LARGE_BODY = { method: 'put', path: '/api/v1/me/photo' } as const;
const LARGE = {
  mostBytes: 5_000_000,
  sentence: says('said.most_megabytes', { most: 5 }),
  withinMs: 60_000,
  most: 16,
  mostOfOne: 2,
};
const USUAL = {
  mostBytes: 64 * 1024,
  sentence: says('said.most_kilobytes', { most: 64 }),
  /** Enough for 64 kB over the slowest of phones. */
  withinMs: 10_000,
  most: 2_000,
  mostOfOne: 200,
};

type Limits = typeof LARGE;

/** Whether a request brings a file, which is not parsed. */
export const bringsFile = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  path === LARGE_BODY.path && method === LARGE_BODY.method.toUpperCase();

/** The client hung up: no answer can be sent, and nothing is wrong on our side. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/**
 * Takes in the body, whole and as it came, before the request counts as work: a client that sends half of it costs its
 * own connection and no place that others need. What takes too long ends in a 408 and a closed connection.
 * @throws Problem `request_timeout`, `too_large`; ClientGone
 */
export function readBody(): ApiMiddleware {
  const usual = { ...USUAL, arriving: createBoundedWaits(USUAL) };
  const large = { ...LARGE, arriving: createBoundedWaits(LARGE) };
  return async (ctx, next) => {
    ctx.state.rawBody = Buffer.alloc(0);
    if (SAFE_METHODS.has(ctx.method)) return next();
    const limits = bringsFile(ctx) ? large : usual;
    if (Number(ctx.headers['content-length'] ?? 0) > limits.mostBytes) throw tooLarge(limits);
    const patience = new AbortController();
    const wait = { network: networkOf(ctx.ip), size: 1, withinMs: limits.withinMs, giveUp: () => patience.abort() };
    const end = limits.arriving.begin(wait);
    try {
      ctx.state.rawBody = await arrived(ctx.req, limits, patience.signal);
    } catch (error) {
      // What is still to come is not waited for.
      if (patience.signal.aborted) ctx.set('Connection', 'close');
      throw error;
    } finally {
      end();
    }
    return next();
  };
}

function arrived(request: IncomingMessage, limits: Limits, patience: AbortSignal): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (error: Error) => {
      chunks.length = 0;
      request.off('data', take);
      // The rest is passed over, so that the answer is not lost in a connection that is reset.
      request.resume();
      reject(error);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.mostBytes) stop(tooLarge(limits));
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => stop(new ClientGone('the client hung up')));
    request.once('close', () => stop(new ClientGone('the client hung up')));
    patience.addEventListener('abort', () => stop(new Problem('request_timeout')), { once: true });
  });
}

const tooLarge = ({ sentence }: Limits) => new Problem('too_large', { detail: sentence });
