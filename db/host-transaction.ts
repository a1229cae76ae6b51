import { DriverException, type EntityManager } from '@mikro-orm/postgresql';
import { noteHostChange } from './host-changes.ts';
import { queuePerHost } from './queue-per-host.ts';
import type { Orm } from './orm.ts';

export type Em = EntityManager;

/** Waits for the host's lock, and for every other of the transaction, 2 s at most. */
const LOCK = `select pg_advisory_xact_lock(hashtextextended(?, 0))
  from (select set_config('lock_timeout', '2s', true) offset 0) as patience`;

/** Serialization failure and deadlock: the transaction may be run again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/**
 * Runs `work` in one transaction that no other transaction of the same host overlaps. The lock comes first and always
 * in the same order, since a storm on the exclusion constraint alone deadlocks for a minute.
 * Waits at most 3 s for others of this process and 2 s for the lock (either way 55P03); deadlocks and serialization
 * failures are retried. `look` is asked after a wait for others of this process, before any lock: it refuses cheaply, by
 * throwing.
 */
export function hostTransaction<T>(
  orm: Orm,
  hostId: string,
  work: (em: Em) => Promise<T>,
  look?: () => Promise<void>,
): Promise<T> {
  return queuePerHost(hostId, async (hasWaited) => {
    if (hasWaited) await look?.();
    try {
      return await locked(orm, hostId, work);
    } finally {
      // Also after an error: whether it was committed may be unknown.
      noteHostChange(hostId);
    }
  });
}

async function locked<T>(orm: Orm, hostId: string, work: (em: Em) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await orm.em.fork().transactional(async (em) => {
        await em.execute(LOCK, [hostId]);
        return work(em);
      });
    } catch (error) {
      if (!(error instanceof DriverException) || !TRY_AGAIN.has(error.code ?? '') || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** True where the error is Postgres' refusal of an overlapping booking. */
export function isOverlap(error: unknown): boolean {
  return error instanceof DriverException && error.code === '23P01';
}

/** True where the error is Postgres' refusal of a row that points to one that is gone. */
export function isDangling(error: unknown): boolean {
  return error instanceof DriverException && error.code === '23503';
}

/** True where the error is Postgres' refusal of a second row under a unique key. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof DriverException && error.code === '23505';
}

/** True where the error is Postgres' refusal to delete a row that others point to. */
export function isReferenced(error: unknown): boolean {
  return error instanceof DriverException && (error.code === '23503' || error.code === '23001');
}
