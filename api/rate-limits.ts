import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { describeError, log } from '#log';
import { sha256 } from '#sha256';
import { networkOf } from './client-address.ts';
import { coalesceCounts } from './coalesce-counts.ts';
import { Problem } from './problem.ts';
import { createSharedBudgets, type SharedBudgets } from './shared-budgets.ts';

/**
 * How often one sender may try something, whether or not it comes to anything: points per window. Multiplied by
 * RATE_LIMIT_SCALE. What is done to hosts and mailboxes is counted by `shared-budgets.ts`.
 */
const BUDGETS = {
  /** Unsafe requests of one network. */
  write: { points: 300, seconds: 60 },
  /** Attempts of one network to book a time that looked free. */
  bookingByAddress: { points: 120, seconds: 60 },
  /** Moves, pasted links and confirmations sent again of one booking, by its host or its guest: each causes mails. */
  changeOfBooking: { points: 20, seconds: 3600 },
  /** The same of one host's bookings together. */
  changeByHost: { points: 200, seconds: 3600 },
  /** Attempts of one network to log in, to sign up or to set a password, by link or by password. */
  login: { points: 20, seconds: 60 },
  /** Accounts that one network makes without a mail, where `DEV_INSTANT_SIGN_UP` is on. */
  instantSignUp: { points: 20, seconds: 60 },
  /** Requests with one API key. */
  apiKey: { points: 600, seconds: 60 },
  /** Readings of calendars that one host asks for, by adding one or by "Check now": each is a call to a foreign server. */
  calendarReading: { points: 60, seconds: 3600 },
  /** Test events and deliveries that one host sends again: each is a call to a foreign server. */
  webhookSending: { points: 120, seconds: 3600 },
  /** Readings of one host's bookings by calendar programs, of which a host may have several. */
  calendarFeed: { points: 120, seconds: 60 },
  /** Contact addresses that one host wants to prove: each is a mail to it. */
  contactAddress: { points: 10, seconds: 3600 },
  /** Photos that one host uploads: each is a picture to unpack. */
  photo: { points: 30, seconds: 3600 },
  /** Single-use and expiring links that one host makes. */
  bookingLink: { points: 300, seconds: 3600 },
  /** Exports of one host's or one guest's data. */
  export: { points: 20, seconds: 3600 },
} as const;

/** Reads of one address: counted in this process only, since a look costs less than counting it in the database. */
const READS = { points: 1_200, seconds: 60 };

/** Webhook calls of one network that proved nothing: counted in this process, so that a flood of them asks no database. */
const UNPROVEN = { points: 120, seconds: 60 };

export type Budget = keyof typeof BUDGETS;

export interface RateLimits extends SharedBudgets {
  /** @throws Problem `rate_limited`; `unavailable` when the counter cannot be reached (writes fail closed) */
  spend(budget: Budget, whose: string): Promise<void>;
  /** `points`: what the look costs, 1 if left out. @throws Problem `rate_limited` */
  read(address: string, points?: number): Promise<void>;
  /** Asked before a webhook call is looked at. @throws Problem `rate_limited` for a network that has sent too many unproven ones */
  admitWebhook(address: string): Promise<void>;
  /** Counts a webhook call that proved nothing. */
  countUnproven(address: string): Promise<void>;
}

/** Limits counted in the table `rate_limits`, under hashes: it holds no addresses. `scale` multiplies every budget. */
export function createRateLimits(pool: Pool, scale: number): RateLimits {
  const counters = new Map(
    Object.entries(BUDGETS).map(([name, { points, seconds }]) => [
      name,
      coalesceCounts(
        new RateLimiterPostgres({
          storeClient: pool,
          storeType: 'pool',
          tableName: 'rate_limits',
          tableCreated: true,
          keyPrefix: name,
          points: Math.max(1, Math.round(points * scale)),
          duration: seconds,
          inMemoryBlockOnConsumed: Math.max(1, Math.round(points * scale)) + 1,
        }),
      ),
    ]),
  );
  const inMemory = ({ points, seconds }: typeof READS | typeof UNPROVEN) =>
    new RateLimiterMemory({ points: Math.max(1, Math.round(points * scale)), duration: seconds });
  const reads = inMemory(READS);
  const unproven = inMemory(UNPROVEN);
  return {
    ...createSharedBudgets(scale),
    async spend(budget, whose) {
      try {
        await counters.get(budget)?.(sha256(whose));
      } catch (error) {
        if (error instanceof RateLimiterRes) throw tooMany(error);
        log.warn({ budget, ...describeError(error) }, 'rate limit could not be counted');
        throw new Problem('unavailable', { retryAfterSeconds: 2 });
      }
    },
    async read(address, points = 1) {
      try {
        await reads.consume(networkOf(address), points);
      } catch (error) {
        if (error instanceof RateLimiterRes) throw tooMany(error);
        throw error;
      }
    },
    async admitWebhook(address) {
      const spent = await unproven.get(networkOf(address));
      if (spent !== null && spent.remainingPoints <= 0) throw tooMany(spent);
    },
    async countUnproven(address) {
      await unproven.penalty(networkOf(address));
    },
  };
}

const tooMany = ({ msBeforeNext }: RateLimiterRes) =>
  new Problem('rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
