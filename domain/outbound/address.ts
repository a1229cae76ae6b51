import ipaddr from 'ipaddr.js';

export type AddressProblem = 'not_an_address' | 'scheme' | 'private';

/** Private addresses that may be fetched anyway, in development and tests: `127.0.0.1:4010,localhost`. */
export type Allowed = string | undefined;

/**
 * An address that a host gives us to call: `https`. One on the allowed list may be called over `http` too. Whether a name
 * leads to a public address is only known when it is connected to.
 */
export function readUrl(text: string, allowed: Allowed): URL | AddressProblem {
  const url = URL.parse(text.trim());
  return url === null ? 'not_an_address' : (problemOf(url, allowed) ?? url);
}

/** The address of a calendar as a host pastes it: `https`, or `webcal`, which means the same. */
export const readAddress = (text: string, allowed: Allowed): URL | AddressProblem =>
  readUrl(text.trim().replace(/^webcals?:\/\//i, 'https://'), allowed);

/** What is wrong with an address that is to be fetched, a redirect's included; null where nothing is. */
export function problemOf(url: URL, allowed: Allowed): AddressProblem | null {
  if (isAllowed(url, allowed)) return url.protocol === 'https:' || url.protocol === 'http:' ? null : 'scheme';
  if (url.protocol !== 'https:') return 'scheme';
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (ipaddr.isValid(literal)) return isPublicAddress(literal) ? null : 'private';
  // A name without a dot, and these endings (RFC 6761, RFC 6762, RFC 8375), name things of the own network.
  return /^[^.]+\.?$|\.(localhost|local|internal|home\.arpa|localdomain)\.?$/i.test(literal) ? 'private' : null;
}

export function isAllowed({ hostname, host }: URL, allowed: Allowed): boolean {
  const names = (allowed ?? '').split(',').map((name) => name.trim());
  return names.includes(host) || names.includes(hostname);
}

/**
 * Whether an IP address is one of the public internet: not private, link-local, loopback, multicast, reserved or one that
 * carries an IPv4 address inside (RFC 6890, RFC 6052).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  // The library knows no name for `::127.0.0.1` and others outside of what is given out (RFC 4291 §2.4).
  if (read instanceof ipaddr.IPv6 && !read.match(GIVEN_OUT)) return false;
  return read.range() === 'unicast';
}

const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');
