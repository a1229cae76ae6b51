import { randomUUID } from 'node:crypto';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '../deps.ts';

/** The right to call a provider about one meeting; nobody else calls about it while it is held. */
export interface Lease {
  readonly token: string;
  /** Holds on for one more call. @throws ProviderError `conflict` when the lease was lost to somebody else */
  extend(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the call lease of a conference row. It makes calls serial across runs and workers: after a crash the next one
 * waits until the lease has run out, which is longer than one call may take.
 * @throws ProviderError `conflict` while somebody else holds it
 */
export async function takeLease({ orm, config }: ActivityDeps, conferenceId: string): Promise<Lease> {
  const token = randomUUID();
  const em = orm.em.fork();
  const until = `clock_timestamp() + interval '1 millisecond' * ?`;
  const [taken] = await em.execute<unknown[]>(
    `update conferences set lease_token = ?, lease_until = ${until}
      where id = ? and (lease_until is null or lease_until < clock_timestamp()) returning 1`,
    [token, config.CALL_LEASE_MS, conferenceId],
  );
  if (taken === undefined) throw leaseHeld();
  return {
    token,
    async extend() {
      const [held] = await em.execute<unknown[]>(
        `update conferences set lease_until = ${until} where id = ? and lease_token = ? returning 1`,
        [config.CALL_LEASE_MS, conferenceId, token],
      );
      if (held === undefined) throw leaseHeld();
    },
    async release() {
      await em.execute(
        'update conferences set lease_token = null, lease_until = null where id = ? and lease_token = ?',
        [conferenceId, token],
      );
    },
  };
}

/** Runs `work` under the lease and gives it back, whatever happens. */
export async function underLease<T>(
  deps: ActivityDeps,
  conferenceId: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  const lease = await takeLease(deps, conferenceId);
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}

function leaseHeld(): ProviderError {
  return new ProviderError('conflict', {
    text: 'Another worker is calling the provider about this meeting.',
    code: 'lease_held',
    definite: true,
    retryAfterMs: 1_000,
  });
}
