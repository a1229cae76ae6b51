import { randomUUIDv7 } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins';
import type { Pool } from 'pg';
import type { Config } from '#config';
import { User } from '#db/entities/user.ts';
import type { Orm } from '#db/orm.ts';
import type { MailTransport } from '#mail/transport.ts';
import type { RateLimits } from '../rate-limits.ts';
import { accountMailer } from './send-account-mail.ts';
import { furnishHost, newHost } from './new-host.ts';
import { followNewPassword } from './password-changed.ts';

const snake = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));
const TIMES = ['createdAt', 'updatedAt'];

/** The client's address as we worked it out; a header of this name from outside is thrown away. */
export const ADDRESS_HEADER = 'x-client-address';

const addressIn = (headers: Headers | undefined) => headers?.get(ADDRESS_HEADER) ?? 'unknown';

interface Needs {
  readonly orm: Orm;
  /** Reads times as dates, see `openAuthPool`. */
  readonly pool: Pool;
  readonly config: Config;
  readonly mail: Pick<MailTransport, 'send'>;
  readonly limits: Pick<RateLimits, 'spendWithin' | 'giveBack'>;
}

/** Hosts' accounts and sessions, in our own tables. */
export function createAuth({ orm, pool, config, mail, limits }: Needs) {
  const send = accountMailer({ orm, config, mail, limits });
  const scaled = (max: number) => Math.max(1, Math.round(max * config.RATE_LIMIT_SCALE));
  return betterAuth({
    appName: 'Insytical',
    baseURL: config.PUBLIC_URL,
    secret: config.AUTH_SECRET,
    // It would take any zone and any name; hosts change theirs by PATCH /api/v1/me.
    disabledPaths: ['/update-user'],
    trustedOrigins: [new URL(config.PUBLIC_URL).origin],
    database: pool,
    advanced: {
      database: { generateId: () => randomUUIDv7() },
      // NODE_ENV=test switches the origin check off unless it is asked for.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    user: {
      modelName: 'users',
      fields: snake(['emailVerified', ...TIMES]),
      additionalFields: {
        handle: { type: 'string', required: false, input: false, fieldName: 'handle' },
        timeZone: { type: 'string', required: false, input: true, fieldName: 'time_zone' },
      },
    },
    session: { modelName: 'sessions', fields: snake(['expiresAt', 'ipAddress', 'userAgent', 'userId', ...TIMES]) },
    account: {
      modelName: 'accounts',
      fields: snake([
        'accountId',
        'providerId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        ...TIMES,
      ]),
    },
    verification: {
      modelName: 'verifications',
      fields: snake(['expiresAt', ...TIMES]),
      // Whoever reads the table cannot set passwords by it.
      storeIdentifier: { default: 'plain', overrides: { 'reset-password': 'hashed' } },
    },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: 8,
      resetPasswordTokenExpiresIn: 60 * 60,
      // Whoever knew the old password is logged out everywhere.
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => followNewPassword({ orm, config, mail }, user),
      sendResetPassword: ({ user: { email }, url }, request) =>
        send({ kind: 'password', to: email, url }, addressIn(request?.headers)),
    },
    hooks: {
      after: createAuthMiddleware(async ({ path, context: { session, returned } }) => {
        if (path !== '/change-password' || session === null || returned instanceof Error) return;
        await followNewPassword({ orm, config, mail }, session.user);
      }),
    },
    plugins: [
      magicLink({
        storeToken: 'hashed',
        expiresIn: 15 * 60,
        sendMagicLink: ({ email, url }, context) =>
          send({ kind: 'login', to: email, url }, addressIn(context?.headers)),
      }),
    ],
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, ...(await newHost(orm, user)) } }),
          after: (user) => furnishHost(orm, user),
        },
      },
      session: { create: { before: async ({ userId }) => ((await isDeleted(orm, userId)) ? false : undefined) } },
    },
    rateLimit: {
      enabled: true,
      window: 10,
      max: 100,
      customRules: {
        '/sign-in/*': { window: 60, max: scaled(20) },
        '/sign-up/*': { window: 60, max: scaled(20) },
        '/request-password-reset': { window: 60, max: scaled(5) },
        '/reset-password': { window: 60, max: scaled(20) },
        '/change-password': { window: 60, max: scaled(20) },
        '/get-session': false,
        // Everything else by the general limit above, or by better-auth's own stricter ones.
        '/**': (_request, { window, max }) => ({ window, max: scaled(max) }),
      },
    },
    logger: { disabled: true },
    // Its own refusals stay answers; anything else comes to our error map instead of the console.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
  });
}

/** An account that only waits for what it still owes takes nobody in, whatever link or password they have. */
async function isDeleted(orm: Orm, userId: string): Promise<boolean> {
  return (await orm.em.fork().count(User, { id: userId, eraseAskedAt: { $ne: null } })) > 0;
}

export type Auth = ReturnType<typeof createAuth>;
