import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** better-auth's own calls want a password or its own links; ours are checked before. No address leads to these two. */
export const hostSessions = {
  id: 'host-sessions',
  endpoints: {
    /** Logs a host in whose mailed link was checked. */
    beginSession: createAuthEndpoint(
      { method: 'POST', requireHeaders: true, body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        const session = user === null ? null : await internalAdapter.createSession(user.id);
        if (user === null || !session) return { isBegun: false };
        await setSessionCookie(ctx, { session, user });
        return { isBegun: true };
      },
    ),
    /** Sets the password of a host whose mailed link was checked, and ends every session of theirs. */
    replacePassword: createAuthEndpoint(
      { method: 'POST', body: z.object({ userId: z.string(), newPassword: z.string() }) },
      async ({ context: { internalAdapter, password }, body: { userId, newPassword } }) => {
        const hash = await password.hash(newPassword);
        await internalAdapter.deleteUserSessions(userId);
        if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash);
        else
          await internalAdapter.createAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
        return {};
      },
    ),
  },
} satisfies BetterAuthPlugin;
