import { randomUUIDv7 } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { Pool } from 'pg';
import { createDefaultSchedule } from '#commands/hosts/schedules.ts';
import type { Config } from '#config';
import { User } from '#db/entities/user.ts';
import type { Orm } from '#db/orm.ts';
import type { MailTransport } from '#mail/transport.ts';
import { openLoginProviders } from '#providers/registry.ts';
import type { RateLimits } from '../rate-limits.ts';
import { authCookies } from './cookies.ts';
import { createFairQueue } from './fair-queue.ts';
import { hostSessions } from './host-sessions.ts';
import { newHost, zoneOf } from './new-host.ts';
import { followNewPassword } from './password-changed.ts';
import { accountMailer } from './send-account-mail.ts';
import { type Owner, tellOwner } from './tell-owner.ts';

const snake = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));
const TIMES = ['createdAt', 'updatedAt'];

/** The client's address as we worked it out; a header of this name from outside is thrown away. */
export const ADDRESS_HEADER = 'x-client-address';

/** Two leave Node's other threads to files and names; so many wait that the last is answered within the deadline. */
const PLACES = { atOnce: 2, waiting: 30, patienceMs: 2_000 };
const WAITING_PER_NETWORK = 8;

interface Needs {
  readonly orm: Orm;
  /** Reads times as dates, see `openAuthPool`. */
  readonly pool: Pool;
  readonly config: Config;
  readonly mail: Pick<MailTransport, 'send'>;
  readonly limits: Pick<RateLimits, 'spendWithin' | 'giveBack'>;
}

/** What logs hosts in: better-auth's calls, the queue for its hashing, and the mails about the way in. */
export function createAuth(needs: Needs) {
  const { config } = needs;
  const waitingPerKey = Math.max(1, Math.round(WAITING_PER_NETWORK * config.RATE_LIMIT_SCALE));
  return {
    api: openBetterAuth(needs).api,
    hashing: createFairQueue({ ...PLACES, waitingPerKey }),
    loginProviders: openLoginProviders(config),
    sendMail: accountMailer(needs),
    followNewPassword: (owner: Owner) => followNewPassword(needs, owner),
    tellOwner: (owner: Owner, kind: Parameters<typeof tellOwner>[2]) => tellOwner(needs, owner, kind),
  };
}

/** Hosts' accounts and sessions, in our own tables. Only our own operations call it: none of its addresses is open. */
function openBetterAuth({ orm, pool, config }: Needs) {
  return betterAuth({
    appName: 'Insytical',
    baseURL: config.PUBLIC_URL,
    secret: config.AUTH_SECRET,
    database: pool,
    advanced: {
      ...authCookies(config),
      database: { generateId: () => randomUUIDv7() },
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
    session: {
      modelName: 'sessions',
      // By it the account page says when a session was last used.
      updateAge: 60 * 60,
      fields: snake(['expiresAt', 'ipAddress', 'userAgent', 'userId', ...TIMES]),
    },
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
    verification: { modelName: 'verifications', fields: snake(['expiresAt', ...TIMES]) },
    // Our own rules for passwords come first, see `password-rules.ts`.
    emailAndPassword: { enabled: true, autoSignIn: true, minPasswordLength: 8 },
    plugins: [hostSessions],
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({
            // The address is proven by the mailed link that led here.
            data: { ...user, emailVerified: true, ...(await newHost(orm, user)) },
          }),
          after: ({ id, timeZone }) => createDefaultSchedule(orm, { hostId: id, timeZone: zoneOf(timeZone) }),
        },
      },
      session: { create: { before: async ({ userId }) => ((await isDeleted(orm, userId)) ? false : undefined) } },
    },
    // Counted by our own operations.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

/** Whether the account is being deleted: then every login is refused, by link and by password. */
async function isDeleted(orm: Orm, userId: string): Promise<boolean> {
  return (await orm.em.fork().count(User, { id: userId, eraseAskedAt: { $ne: null } })) > 0;
}

export type Auth = ReturnType<typeof createAuth>;
