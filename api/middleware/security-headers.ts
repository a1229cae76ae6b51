import helmet from 'koa-helmet';
import type { ApiMiddleware } from '../context.ts';
import { type PageKind, pageKindOf } from '../page-kinds.ts';

const SELF = ["'self'"];
const NONE = ["'none'"];

/** Styles written at run time are the host pages' only liberty (Mantine); everything else comes from our own files. */
const policies: Record<PageKind, Record<string, string[]>> = {
  data: { defaultSrc: NONE, frameAncestors: NONE },
  plain: page(SELF),
  // Other sites may show them: there is no session in them (docs/embedding.md).
  guest: { ...page(SELF), frameAncestors: ['*'] },
  connected: page(SELF),
  host: page([...SELF, "'unsafe-inline'"]),
};

function page(styleSrc: string[]): Record<string, string[]> {
  return {
    defaultSrc: SELF,
    styleSrc,
    imgSrc: ["'self'", 'data:'],
    fontSrc: SELF,
    connectSrc: SELF,
    objectSrc: NONE,
    baseUri: NONE,
    formAction: SELF,
    frameAncestors: NONE,
  };
}

/** None of our pages asks for any of these; a script that got in could not either. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Explicit security headers for each kind of page. `secure`: we are reached over https. */
export function securityHeaders(secure: boolean): ApiMiddleware {
  const kinds = Object.entries(policies).map(
    ([kind, directives]) => [kind, headersFor(kind, directives, secure)] as const,
  );
  const byKind = new Map<string, ReturnType<typeof helmet>>(kinds);
  return async (ctx, next) => {
    const kind = pageKindOf(ctx.path);
    const apply = byKind.get(kind);
    // Caches keep no page or answer that only one person may see.
    if (kind !== 'plain' || ctx.path.startsWith('/booking/')) ctx.set('Cache-Control', 'no-store');
    if (ctx.path.startsWith('/booking/')) ctx.set('X-Robots-Tag', 'noindex, nofollow');
    ctx.set('Permissions-Policy', PERMISSIONS);
    if (apply === undefined) return next();
    return apply(ctx, next);
  };
}

function headersFor(kind: string, directives: Record<string, string[]>, secure: boolean) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // The callback's page must keep its place in the popup's group, or it could not close itself.
    crossOriginOpenerPolicy: kind === 'connected' ? false : { policy: 'same-origin-allow-popups' },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Guests' and hosts' pages have tokens in their addresses.
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: true },
    xContentTypeOptions: true,
    xDnsPrefetchControl: { allow: false },
    xDownloadOptions: false,
    xFrameOptions: kind === 'guest' ? false : { action: 'deny' },
    xPermittedCrossDomainPolicies: { permittedPolicies: 'none' },
    xPoweredBy: false,
    xXssProtection: false,
    originAgentCluster: true,
  });
}
