import { randomUUID } from 'node:crypto';
import { WITHOUT_FLUSH } from '#db/no-flush.ts';
import type { JsonRow } from '#db/read-rows.ts';
import { type Deadline, deadlineAfter, earliest, readClocks } from '#providers/deadline.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '../deps.ts';

/** The part of an attempt in which calls may be made; the rest is for storing what they brought. */
const CALLS_SHARE = 0.8;

/** What a call does, and so in which state its row has to be at the moment it is made. */
const FENCES = {
  create: { set: 'called_at = clock_timestamp(), ', state: 'intended' },
  update: { set: '', state: 'live' },
  delete: { set: '', state: 'deleting' },
  read: { set: '', state: null },
} as const;

export type CallKind = keyof typeof FENCES;

/** A meeting's row with its booking, connection and host. */
type Leased = Readonly<Record<'meeting' | 'booking' | 'connection' | 'host', JsonRow>>;

/** The exclusive right to call a provider about one meeting. */
export interface Lease {
  readonly token: string;
  /** When the attempt has no more time for calls. */
  readonly attempt: Deadline;
  /** What the lease is about, as it was when it was taken. */
  readonly found: Leased;
  /**
   * Commits to one call, in one statement with the lease: a create is noted as called, and only a row that still wants
   * the call gets it. Returns until when the call may take, counted from before the statement was sent.
   * @throws ProviderError `conflict` when the lease was lost to another worker, or the row wants the call no more
   */
  commit(call: CallKind): Promise<Deadline>;
  /** The create that was committed to has certainly not happened. */
  withdrawCreate(): Promise<void>;
  release(): Promise<void>;
  /** It was given back with something else that was stored. */
  wasGivenBack(): void;
}

/**
 * Takes the call lease of a conference row. It makes calls serial across runs and workers: after a crash the next one
 * waits until the lease has run out, which no call outlasts.
 * @throws ProviderError `conflict` while another worker holds it
 */
export async function takeLease({ orm, config }: ActivityDeps, conferenceId: string): Promise<Lease> {
  const attempt = deadlineAfter(config.MEETING_ATTEMPT_MS * CALLS_SHARE);
  const token = randomUUID();
  const em = orm.em.fork();
  const until = `clock_timestamp() + interval '1 millisecond' * ?`;
  const [taken] = await em.execute<Leased[]>(
    // A lease that ran out was not given back: what its holder wrote may still be on its way. No call is made before
    // `commit`, whose flush is this one's too.
    `with leased as (
       update conferences set lease_token = ?, lease_until = ${until},
           write_may_land_until = case when lease_until is null or state <> 'live' then write_may_land_until else ${until} end
         where id = ? and (lease_until is null or lease_until < clock_timestamp()) and ${WITHOUT_FLUSH} returning *)
     select to_json(l) as meeting, to_json(b) as booking, to_json(c) as connection, to_json(u) as host
       from leased l join bookings b on b.id = l.booking_id join connections c on c.id = l.connection_id
         join users u on u.id = b.host_id`,
    [token, config.CALL_LEASE_MS, config.LOOK_AGAIN_MS, conferenceId],
  );
  if (taken === undefined) throw leaseHeld();
  let isHeld = true;
  return {
    token,
    attempt,
    found: taken,
    async commit(call) {
      const { set, state } = FENCES[call];
      const sentAt = readClocks();
      const [held] = await em.execute<unknown[]>(
        `update conferences set ${set}lease_until = ${until}
          where id = ? and lease_token = ? ${state === null ? '' : `and state = '${state}'`} returning 1`,
        [config.CALL_LEASE_MS, conferenceId, token],
      );
      if (held === undefined) throw leaseHeld();
      return earliest(attempt, deadlineAfter(config.CALL_LEASE_MS, sentAt));
    },
    async withdrawCreate() {
      await em.execute('update conferences set called_at = null where id = ? and lease_token = ?', [
        conferenceId,
        token,
      ]);
    },
    wasGivenBack() {
      isHeld = false;
    },
    async release() {
      if (!isHeld) return;
      await em.execute(
        'update conferences set lease_token = null, lease_until = null where id = ? and lease_token = ?',
        [conferenceId, token],
      );
    },
  };
}

/** Runs `work` under the lease and releases it after success and failure alike. */
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
    text: 'Another worker is calling the provider about this meeting, or the call is no longer wanted.',
    code: 'lease_held',
    definite: true,
    retryAfterMs: 1_000,
  });
}
