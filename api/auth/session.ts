import { Session } from '#db/entities/auth.ts';
import type { ApiContext } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import { authHeaders, withCookies } from './call-auth.ts';

export interface SessionHost {
  readonly id: string;
  /** Binds an OAuth attempt to the browser that began it. */
  readonly sessionToken: string;
  readonly loggedInAt: Date;
}

/** However much it is used, a session ends so long after the login. */
const LONGEST_MS = 30 * 86_400_000;

/** Sessions begun before this moment have ended. */
export const endsOfSession = (now: Date) => new Date(now.getTime() - LONGEST_MS);

/** The host whose session the request carries, or null. A session that was prolonged is prolonged in the browser too. */
export async function currentHost(deps: Pick<ApiDeps, 'auth' | 'orm'>, ctx: ApiContext): Promise<SessionHost | null> {
  if (ctx.req.headers.cookie === undefined) return null;
  const found = await withCookies(ctx, deps.auth.api.getSession({ headers: authHeaders(ctx), returnHeaders: true }));
  if (found === null) return null;
  const { user, session } = found;
  if (session.createdAt < endsOfSession(new Date())) {
    await deps.orm.em.fork().nativeDelete(Session, { id: session.id });
    return null;
  }
  return { id: user.id, sessionToken: session.token, loggedInAt: session.createdAt };
}
