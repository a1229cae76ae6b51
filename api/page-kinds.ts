/** What an address answers with, which decides its security headers and how its problems look. */
export type PageKind = 'data' | 'host' | 'guest' | 'plain' | 'connected';

/** First path segments of the host's pages; their views are the script's. */
export const HOST_PAGES = new Set(['login', 'signup', 'welcome', 'bookings', 'scheduler', 'user']);
export const PLAIN_PAGES = new Set([
  '',
  '.well-known',
  'help',
  'privacy',
  'support',
  'docs',
  'embed.js',
  'static',
  'assets',
  'favicon.ico',
  'apple-touch-icon.png',
  'site.webmanifest',
  'robots.txt',
]);
const DATA = new Set(['api', 'calendar', 'webhooks', 'healthz', 'readyz', 'metrics', 'openapi.json']);

/** Whether paths that begin with this segment are ours, and not a host's. */
export const isOwnSegment = (segment: string) =>
  DATA.has(segment) ||
  HOST_PAGES.has(segment) ||
  PLAIN_PAGES.has(segment) ||
  segment === 'oauth' ||
  segment === 'booking';

/** The kind of page at a path, by its first segment; an unknown one is a host's handle. */
export function pageKindOf(path: string): PageKind {
  const [, first = ''] = path.split('/');
  if (DATA.has(first)) return 'data';
  if (HOST_PAGES.has(first)) return 'host';
  if (first === 'oauth') return 'connected';
  return PLAIN_PAGES.has(first) ? 'plain' : 'guest';
}

/** Whether a problem at this path is shown as a page. */
export const isPage = (path: string) => pageKindOf(path) !== 'data';
