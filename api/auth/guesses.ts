import type { Em } from '#db/host-transaction.ts';
import { networkOf } from '../client-address.ts';
import type { ApiContext } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import type { Problem } from '../problem.ts';
import { hashInTurn, refusalCode } from './call-auth.ts';

interface Guess {
  readonly deps: ApiDeps;
  readonly em: Em;
  readonly ctx: ApiContext;
}

/**
 * Tries a password within the account's budget of wrong ones. A network where the host is logged in has a budget of its
 * own, so that strangers who guess do not shut it out; mailed links work regardless of guesses.
 * @param wrong what to answer where better-auth refuses, by its code; everything else is not counted
 * @throws Problem of `wrong`; `rate_limited`, `unavailable`
 */
export async function guess<T>(
  { deps, em, ctx }: Guess,
  email: string,
  attempt: () => Promise<T>,
  wrong: (code: string) => Problem,
): Promise<T> {
  const giveBack = await spendGuess({ deps, em, ctx }, 'wrongPassword', email.toLowerCase());
  const answer = await hashInTurn(deps.auth.hashing, ctx, attempt).catch(async (error: unknown) => {
    const code = refusalCode(error);
    if (code !== undefined) throw wrong(code);
    await giveBack();
    throw error;
  });
  await giveBack();
  return answer;
}

/**
 * Counts a guess before it is looked at, so that many at once count too. A network where the host is logged in has a
 * budget of its own.
 * @returns takes the count back, for a guess that was right
 * @throws Problem `rate_limited`
 */
export async function spendGuess(
  { deps, em, ctx }: Guess,
  budget: 'wrongPassword' | 'wrongCode',
  account: string,
): Promise<() => Promise<void>> {
  const network = networkOf(ctx.ip);
  const isHome = (await networksOf(em, account)).has(network);
  const spendings = [{ budget, whose: isHome ? `${account} ${network}` : account }];
  await em.fork().transactional((counting) => deps.limits.spendWithin(counting, ctx.ip, spendings));
  return () => deps.limits.giveBack(em.fork(), ctx.ip, spendings);
}

/** Where an account has sessions. */
async function networksOf(em: Em, email: string): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ ip: string }[]>(
    `select distinct s.ip_address as ip from sessions s join users u on u.id = s.user_id
      where u.email = ? and s.ip_address is not null and s.expires_at > now() limit 100`,
    [email],
  );
  return new Set(rows.map(({ ip }) => networkOf(ip)));
}
