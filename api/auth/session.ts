import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Auth } from './auth.ts';

export interface SessionHost {
  readonly id: string;
  /** Binds an OAuth attempt to the browser that began it. */
  readonly sessionToken: string;
}

/** The host whose session the request carries, or null. */
export async function currentHost(auth: Auth, headers: IncomingHttpHeaders): Promise<SessionHost | null> {
  if (headers.cookie === undefined) return null;
  const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  return session && { id: session.user.id, sessionToken: session.session.token };
}
