import { fromNodeHeaders } from 'better-auth/node';
import type { ApiContext } from '../context.ts';
import type { Auth } from './auth.ts';

export interface SessionHost {
  readonly id: string;
  /** Binds an OAuth attempt to the browser that began it. */
  readonly sessionToken: string;
}

/** The host whose session the request carries, or null. A session that was prolonged is prolonged in the browser too. */
export async function currentHost(auth: Auth, ctx: ApiContext): Promise<SessionHost | null> {
  if (ctx.req.headers.cookie === undefined) return null;
  const { response, headers } = await auth.api.getSession({
    headers: fromNodeHeaders(ctx.req.headers),
    returnHeaders: true,
  });
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) ctx.append('set-cookie', cookies);
  return response && { id: response.user.id, sessionToken: response.session.token };
}
