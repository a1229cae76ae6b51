import type { IncomingMessage } from 'node:http';
import { createBoundedWaits } from '../bounded-waits.ts';
import { type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { Problem } from '../problem.ts';
import { networkOf } from '../client-address.ts';

const MOST_BYTES = 64 * 1024;
/** Enough for 64 kB over the slowest of phones. */
const ARRIVES_WITHIN_MS = 10_000;
const MOST_ARRIVING = 2_000;
const MOST_ARRIVING_FROM_ONE = 200;

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
  const arriving = createBoundedWaits({ most: MOST_ARRIVING, mostOfOne: MOST_ARRIVING_FROM_ONE });
  return async (ctx, next) => {
    ctx.state.rawBody = Buffer.alloc(0);
    if (SAFE_METHODS.has(ctx.method)) return next();
    if (Number(ctx.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
    const patience = new AbortController();
    const wait = { network: networkOf(ctx.ip), size: 1, withinMs: ARRIVES_WITHIN_MS, giveUp: () => patience.abort() };
    const end = arriving.begin(wait);
    try {
      ctx.state.rawBody = await arrived(ctx.req, patience.signal);
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

function arrived(request: IncomingMessage, patience: AbortSignal): Promise<Buffer<ArrayBuffer>> {
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
      if (size > MOST_BYTES) stop(tooLarge());
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => stop(new ClientGone('the client hung up')));
    request.once('close', () => stop(new ClientGone('the client hung up')));
    patience.addEventListener('abort', () => stop(new Problem('request_timeout')), { once: true });
  });
}

const tooLarge = () => new Problem('too_large', { detail: 'At most 64 kB.' });
