import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Deadline, deadlineAfter, readClocks } from '#providers/deadline.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';

/** How often a lease that another process holds is asked for again. */
const ASK_AGAIN_MS = 100;

/**
 * The right to speak with a provider about grants: to refresh, replace or end them. It stands in their token rows, so
 * that no transaction and no connection of the pool is held while a provider takes its time.
 */
export interface TokenLease {
  /** Extends it for one call; returns until when that may take. @throws ProviderError `conflict` where it was lost */
  commit(): Promise<Deadline>;
  release(): Promise<void>;
}

/** One connection's grant, or all those of a host at a provider, retired accounts included. */
export type TokenScope = { readonly connectionId: string } | { readonly hostId: string; readonly provider: string };

/** Takes the leases of these grants, all or none; null while another process holds one. */
export async function takeTokenLease({ orm, config }: CommandDeps, grants: TokenScope): Promise<TokenLease | null> {
  const em = orm.em.fork();
  const token = randomUUID();
  const [these, values] = conditionOf(grants);
  const until = `clock_timestamp() + interval '1 millisecond' * ?`;
  const [count] = await em.execute<{ wanted: number; taken: number }[]>(
    `with wanted as materialized (
       select connection_id, lease_until from connection_tokens where ${these} order by connection_id for update),
     taken as (
       update connection_tokens t set lease_token = ?, lease_until = ${until} from wanted
        where t.connection_id = wanted.connection_id
          and not exists (select 1 from wanted where lease_until >= clock_timestamp()) returning 1)
     select (select count(*)::int from wanted) as wanted, (select count(*)::int from taken) as taken`,
    [...values, token, config.CALL_LEASE_MS],
  );
  if (count === undefined || count.taken < count.wanted) return null;
  return {
    async commit() {
      const sentAt = readClocks();
      const held = await em.execute<unknown[]>(
        `update connection_tokens set lease_until = ${until} where ${these} and lease_token = ? returning 1`,
        [config.CALL_LEASE_MS, ...values, token],
      );
      if (held.length < count.taken) throw tokensLeased();
      return deadlineAfter(config.CALL_LEASE_MS, sentAt);
    },
    async release() {
      await em.execute(
        `update connection_tokens set lease_token = null, lease_until = null where ${these} and lease_token = ?`,
        [...values, token],
      );
    },
  };
}

/** The same, waiting for who holds one. @throws ProviderError `conflict` where none is let go of in a lease's time */
export async function awaitTokenLease(deps: CommandDeps, grants: TokenScope): Promise<TokenLease> {
  const patience = deadlineAfter(deps.config.CALL_LEASE_MS);
  for (;;) {
    const lease = await takeTokenLease(deps, grants);
    if (lease !== null) return lease;
    await waitForTokenLease(patience);
  }
}

/** One pause before a lease is asked for again. @throws ProviderError `conflict` when patience has run out */
export async function waitForTokenLease(patience: Deadline): Promise<void> {
  if (patience.remainingMs() <= 0) throw tokensLeased();
  await sleep(ASK_AGAIN_MS * (0.5 + Math.random()));
}

export function tokensLeased(): ProviderError {
  return new ProviderError('conflict', {
    text: 'The connection’s access is being renewed at this moment.',
    code: 'grant_held',
    definite: true,
    retryAfterMs: 1_000,
  });
}

function conditionOf(grants: TokenScope): [condition: string, values: string[]] {
  if ('connectionId' in grants) return ['connection_id = ?', [grants.connectionId]];
  const { hostId, provider } = grants;
  return ['connection_id in (select id from connections where host_id = ? and provider = ?)', [hostId, provider]];
}
