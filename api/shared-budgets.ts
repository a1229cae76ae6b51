import type { Em } from '#db/host-transaction.ts';
import { says, type Sentence } from '#messages/says.ts';
import { sha256 } from '#sha256';
import { networkOf } from './client-address.ts';
import { Problem } from './problem.ts';

/**
 * What strangers together may do to one host or one mailbox in an hour, and how much of it one network may do. Only
 * what was really done is counted, so that mere requests close no page or mailbox. Multiplied by RATE_LIMIT_SCALE.
 */
const SHARED_BUDGETS = {
  bookingOfHost: { points: 600, share: 120 },
  /** Further guests: one booking mails to several of them. */
  guestOfHost: { points: 600, share: 120 },
  bookingByMailbox: { points: 30, share: 10 },
  wrongPassword: { points: 100, share: 20 },
  /** A code has a million values, of which three hold at a time. */
  wrongCode: { points: 20, share: 10 },
  signUpMail: { points: 20, share: 7 },
  loginMail: { points: 20, share: 7 },
  contactMail: { points: 20, share: 7 },
  passwordMail: { points: 20, share: 7 },
} as const;
const HOUR_MS = 3_600_000;

type SharedBudget = keyof typeof SHARED_BUDGETS;

export interface Spending {
  readonly budget: SharedBudget;
  /** A host's id, or a mailbox as `mailboxOf` spells it. */
  readonly whose: string;
  /** How much it costs; 1 if left out. */
  readonly cost?: number;
}

export interface SharedBudgets {
  /**
   * Counts what the transaction of `em` does, for the host or mailbox it concerns and for the network of `address`. A
   * rollback takes the count back. Callers give several spendings in one order, host before mailbox, so that none
   * deadlock.
   * @throws Problem `rate_limited` where a budget, or the network's share of it, is used up
   */
  spendWithin(em: Em, address: string, spendings: readonly Spending[]): Promise<void>;
  /** Takes back what was committed, where the deed then failed. */
  giveBack(em: Em, address: string, spendings: readonly Omit<Spending, 'cost'>[]): Promise<void>;
}

interface Counter {
  readonly key: string;
  readonly cost: number;
  readonly points: number;
  readonly refusal: Sentence;
}

interface Counted {
  readonly key: string;
  readonly points: number;
  readonly wait_ms: string;
}

/** Counters in the table `rate_limits`, beside those of `createRateLimits`, which cannot join a transaction. */
export function createSharedBudgets(scale: number): SharedBudgets {
  return {
    async spendWithin(em, address, spendings) {
      const counters = countersOf(address, spendings, scale);
      const counted = await em.execute<Counted[]>(
        `insert into rate_limits as counter (key, points, expire)
         select key, cost, ${NOW_MS} + ${HOUR_MS}
           from unnest(string_to_array(?, ' '), string_to_array(?, ' ')::int[]) with ordinality as counted (key, cost, place) order by place
         on conflict (key) do update
           set points = case when counter.expire <= ${NOW_MS} then excluded.points else counter.points + excluded.points end,
               expire = case when counter.expire <= ${NOW_MS} then excluded.expire else counter.expire end
         returning key, points, expire - ${NOW_MS} as wait_ms`,
        [keysOf(counters), counters.map(({ cost }) => cost).join(' ')],
      );
      for (const { key, points, refusal } of counters) {
        const row = counted.find((one) => one.key === key);
        if (row !== undefined && row.points > points) throw usedUp(refusal, Number(row.wait_ms));
      }
    },
    async giveBack(em, address, spendings) {
      await em.execute(
        `update rate_limits set points = points - 1 where key = any (string_to_array(?, ' ')) and points > 0`,
        [keysOf(countersOf(address, spendings, scale))],
      );
    },
  };
}

const NOW_MS = '(extract(epoch from now()) * 1000)::bigint';

/**
 * The network's share first: who has used it up is told of that. Counters are kept under hashes: the table holds no
 * addresses.
 */
function countersOf(address: string, spendings: readonly Spending[], scale: number): Counter[] {
  const network = networkOf(address);
  const scaled = (points: number) => Math.max(1, Math.round(points * scale));
  return spendings.flatMap(({ budget, whose, cost = 1 }) => {
    const { points, share } = SHARED_BUDGETS[budget];
    const key = `${budget}:${sha256(whose)}`;
    return [
      {
        key: `${key}:${sha256(network)}`,
        cost,
        points: scaled(share),
        refusal: says('said.too_often', { what: budget, from: 'network' }),
      },
      { key, cost, points: scaled(points), refusal: says('said.too_often', { what: budget, from: 'all' }) },
    ];
  });
}

const keysOf = (counters: readonly Counter[]) => counters.map(({ key }) => key).join(' ');

const usedUp = (detail: Sentence, waitMs: number) =>
  new Problem('rate_limited', {
    detail,
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
