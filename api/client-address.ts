import { isIP, isIPv6, SocketAddress } from 'node:net';
import type { ApiContext } from './context.ts';

/**
 * A client's address in the one spelling we count and store it by: IPv4 also where it came mapped into IPv6, IPv6
 * shortened, without zone. Proxies that add ports (`203.0.113.7:4711`, `[2001:db8::1]:443`) are understood. A text that
 * is no address is handed back as it is: our own proxy wrote it.
 */
export function clientAddress(given: string): string {
  const text = given.trim().replace(/%.*$/, '');
  const address = isIP(text) === 0 ? withoutPort(text) : text;
  if (!isIPv6(address)) return address;
  const shortened = new SocketAddress({ address, family: 'ipv6' }).address;
  const mapped = shortened.replace(/^::ffff:(?=.*\.)/, '');
  return isIP(mapped) === 4 ? mapped : shortened;
}

/** Whose budget an address spends: IPv6 counts by its /64, which one household has to itself. */
export function networkOf(given: string): string {
  const address = clientAddress(given);
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

function withoutPort(text: string): string {
  // Node would read `10.1` as 10.0.0.1, and `0x7f.1` as an address too.
  if (!/^(\d+(\.\d+){3}|\[[^\]]*\])(:\d+)?$/.test(text)) return text;
  return SocketAddress.parse(text)?.address ?? text;
}

/** The eight groups of an IPv6 address in its shortened spelling. */
function groupsOf(address: string): string[] {
  const [left = [], right = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right];
}

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
