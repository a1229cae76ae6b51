import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Looked at both ways: a program on one of the two would shadow ours for half of the clients. */
const HOSTS = ['127.0.0.1', '::'];

/** Below the ports that systems give to outgoing connections: one of those could take ours before we listen. */
const OURS = { from: 20_000, to: 32_768 };
/** From here on each process of the test runner has so many to itself: none takes what another has yet to listen on. */
const OF_TESTS = { from: 26_000, each: 420 };

const range = rangeOf(Number(process.env['VITEST_POOL_ID'] ?? 0));
let last = randomInt(range.from, range.to);

/** A port that is free now, and was not given out in this process lately. */
export async function freePort(): Promise<number> {
  for (;;) {
    last = last + 1 < range.to ? last + 1 : range.from;
    const port = last;
    if (await isFree(port)) return port;
  }
}

/** `process`: 0, or the number of the test runner's process, at most 16. */
function rangeOf(process: number) {
  if (process === 0) return { from: OURS.from, to: OF_TESTS.from };
  const from = OF_TESTS.from + ((process - 1) % 16) * OF_TESTS.each;
  return { from, to: from + OF_TESTS.each };
}

/** Whether no process listens on this port, on any of the machine's addresses. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of HOSTS) if (!(await canListen(port, host))) return false;
  return true;
}

async function canListen(port: number, host: string): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A machine without IPv6 has no such address that could be taken.
    return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
  }
}
