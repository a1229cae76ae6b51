import { isIP, isIPv6, SocketAddress } from 'node:net';

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
