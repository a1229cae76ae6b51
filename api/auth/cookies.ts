import type { Config } from '#config';
import type { ApiContext } from '../context.ts';

type Site = Pick<Config, 'PUBLIC_URL'>;

const isHttps = ({ PUBLIC_URL: publicUrl }: Site) => publicUrl.startsWith('https:');

/**
 * The name of a cookie of ours. Over https `__Host-` keeps other hosts of the domain from setting or reading it. Browsers
 * refuse such a cookie over plain http, which only development on loopback uses: there it has no prefix.
 */
export const cookieName = (site: Site, name: string): string => `${isHttps(site) ? '__Host-' : ''}${name}`;

/** What better-auth is told about its cookies: the same names, and `Secure` with them. */
export const authCookies = (site: Site) => ({
  // Its own way to `Secure` would put `__Secure-` before the name.
  useSecureCookies: false,
  cookiePrefix: cookieName(site, 'better-auth'),
  defaultCookieAttributes: { secure: isHttps(site) },
});

/** Sets a cookie that scripts and other sites' forms do not get; empty and 0 seconds end it. */
export function setCookie(ctx: ApiContext, site: Site, name: string, value: string, seconds: number): void {
  const secure = isHttps(site) ? '; Secure' : '';
  ctx.append(
    'set-cookie',
    `${cookieName(site, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
  );
}

/** A cookie set by `setCookie`. */
export const readCookie = (ctx: ApiContext, site: Site, name: string) => ctx.cookies.get(cookieName(site, name));
