import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const ACCOUNT = { email: z.string(), name: z.string(), password: z.string().optional() };

/** better-auth's own calls want a password or its own links; ours are checked before. No address leads to these. */
export const hostSessions = {
  id: 'host-sessions',
  endpoints: {
    /** Whose password this is; begins no session, since a second step may follow. Takes as long for an unknown address. */
    checkPassword: createAuthEndpoint(
      { method: 'POST', body: z.object({ email: z.string(), password: z.string() }) },
      async ({ context: { internalAdapter, password }, body }) => {
        const found = await internalAdapter.findUserByEmail(body.email.toLowerCase(), { includeAccounts: true });
        const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
        const isRight = hash ? await password.verify({ hash, password: body.password }) : null;
        if (isRight === null) await password.hash(body.password);
        if (!found || !isRight) throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
        return { userId: found.user.id };
      },
    ),
    /** Logs a host in whose password or mailed link was checked, and a code where one is asked for. */
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
    /** Makes an account, with a password or without, and logs in. better-auth's own call refuses addresses that mail can carry. */
    createHost: createAuthEndpoint(
      { method: 'POST', requireHeaders: true, body: z.object({ ...ACCOUNT, timeZone: z.string().optional() }) },
      async (ctx) => {
        const { internalAdapter, password } = ctx.context;
        const { password: chosen, ...account } = ctx.body;
        const hash = chosen === undefined ? undefined : await password.hash(chosen);
        const user = await internalAdapter.createUser(account, { method: 'email-password' });
        if (hash !== undefined)
          await internalAdapter.linkAccount({
            userId: user.id,
            providerId: 'credential',
            accountId: user.id,
            password: hash,
          });
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return { user: { id: user.id, email: user.email, name: user.name } };
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
