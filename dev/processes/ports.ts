import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Looked at both ways: a program on one of the two would shadow ours for half of the clients. */
const HOSTS = ['127.0.0.1', '::'];

/** Below the ports that systems give to outgoing connections: one of those could take ours before we listen. */
const OURS = { from: 20_000, to: 32_768 };

/** A port that is free now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(OURS.from, OURS.to);
    if (await isFree(port)) return port;
  }
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
