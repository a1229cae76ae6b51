import { connect, type Socket } from 'node:net';

/** A connection that says what it is told, byte for byte, and reads only where it is asked to. */
export interface RawConnection {
  /** The status of the first answer; null where the connection ends, or `withinMs` is over, without one. */
  readonly status: (withinMs: number) => Promise<number | null>;
  readonly hangUp: () => void;
}

/** Connects and sends. Nothing is read before `status` asks for it. */
export async function openRaw(app: string, head: readonly string[], body = ''): Promise<RawConnection> {
  const { hostname, port, host } = new URL(app);
  const [line = '', ...headers] = head;
  const socket = connect(Number(port), hostname);
  // Being cut off is what these connections are for.
  socket.on('error', () => undefined);
  socket.pause();
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  socket.write([line, `Host: ${host}`, ...headers, '', body].join('\r\n'));
  return { status: (withinMs) => firstStatus(socket, withinMs), hangUp: () => void socket.destroy() };
}

function firstStatus(socket: Socket, withinMs: number): Promise<number | null> {
  const found = Promise.withResolvers<number | null>();
  const timer = setTimeout(() => found.resolve(null), withinMs);
  socket.on('data', (chunk) => found.resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString('latin1'))?.[1])));
  socket.once('close', () => found.resolve(null));
  if (socket.destroyed) found.resolve(null);
  return found.promise.finally(() => clearTimeout(timer));
}

/** A POST that promises 100 bytes and sends one. `from` is the address it comes from, by its proxy's word. */
export function halfSent(app: string, path: string, from: string, type = 'application/json'): Promise<RawConnection> {
  const headers = ['Content-Length: 100', `Content-Type: ${type}`, `X-Forwarded-For: ${from}`];
  return openRaw(app, [`POST ${path} HTTP/1.1`, ...headers], '{');
}
