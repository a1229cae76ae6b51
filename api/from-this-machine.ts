import type { ApiContext } from './context.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the request comes from this machine, and not through a proxy or tunnel, nor from a foreign page whose name
 * was made to lead here: a browser sends the name it believes in as Host. `publicUrl`: our own address is a good name
 * too.
 */
export function isFromThisMachine({ req, headers }: ApiContext, publicUrl: string): boolean {
  const isForwarded = Object.keys(headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
  const { hostname } = URL.parse(`http://${headers.host ?? ''}`) ?? {};
  const isOurName = hostname !== undefined && (LOCAL_NAMES.has(hostname) || hostname === new URL(publicUrl).hostname);
  return LOOPBACK.has(req.socket.remoteAddress ?? '') && !isForwarded && isOurName;
}
