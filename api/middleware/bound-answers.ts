import type { Socket } from 'node:net';
import { createBoundedWaits } from '../bounded-waits.ts';
import type { ApiMiddleware } from '../context.ts';
import { networkOf } from '../client-address.ts';

const MEGABYTE = 2 ** 20;
/** What may wait to be read, in bytes: by everybody, and by one network. */
const BOUNDS = { most: 96 * MEGABYTE, mostOfOne: 16 * MEGABYTE };
/** An answer is read at 8 kB a second at least, after a start. */
const START_MS = 20_000;
const BYTES_PER_MS = 8;

/** Lets go of clients that do not read their answers: such an answer would be kept in memory for as long as they like. */
export function boundAnswers(): ApiMiddleware {
  const unread = createBoundedWaits(BOUNDS);
  return async (ctx, next) => {
    await next();
    const size = ctx.length ?? 0;
    const withinMs = START_MS + size / BYTES_PER_MS;
    const end = unread.begin({ network: networkOf(ctx.ip), size, withinMs, giveUp: cut(ctx.req.socket) });
    // Either the last byte is with the system, or the connection has ended.
    ctx.res.once('close', end);
  };
}

/** Apart from the request, so that a wait holds no more than the connection. */
const cut = (socket: Socket) => () => void socket.destroy();
