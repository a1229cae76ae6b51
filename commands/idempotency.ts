import { createHash } from 'node:crypto';
import type { Em } from '#db/host-transaction.ts';
import { Refusal } from './refusal.ts';

/**
 * How long a request holds its key before another may take it over: about as long as a page asks again by itself. One
 * that was killed must not keep its guest waiting; one that is only slow finds the other's booking in the end.
 */
const LOCK_MS = 5_000;
const LIFE_MS = 24 * 3_600_000;

/** One request with a key; `now` is when it began. */
interface Attempt {
  readonly eventTypeId: string;
  readonly key: string;
  readonly body: unknown;
  readonly now: Date;
}

interface KeyRow {
  readonly body_hash: string;
  readonly status: number | null;
  readonly booking_id: string | null;
  readonly locked_until: Date;
}

/**
 * Claims an idempotency key for 24 h (Stripe's rules): the booking id of an earlier success with the same body, or
 * null when this request is to go on.
 * @throws Refusal `idempotency_mismatch` for another body, `idempotency_in_progress` while the first one runs
 */
export async function claimKey(em: Em, { eventTypeId, key, body, now }: Attempt): Promise<string | null> {
  const keyHash = sha256(key);
  const bodyHash = sha256(JSON.stringify(body));
  const [claimed] = await em.execute<unknown[]>(
    `insert into idempotency_keys (event_type_id, key_hash, body_hash, locked_until, created_at) values (?, ?, ?, ?, ?)
     on conflict (event_type_id, key_hash) do update
       set body_hash = excluded.body_hash, status = null, booking_id = null,
           locked_until = excluded.locked_until, created_at = excluded.created_at
       where idempotency_keys.created_at < ?
          or (idempotency_keys.status is null and idempotency_keys.locked_until < ? and idempotency_keys.body_hash = excluded.body_hash)
     returning 1`,
    [eventTypeId, keyHash, bodyHash, lockedUntil(now), now, new Date(now.getTime() - LIFE_MS), now],
  );
  if (claimed !== undefined) return null;
  const [row] = await em.execute<KeyRow[]>(
    'select body_hash, status, booking_id, locked_until from idempotency_keys where event_type_id = ? and key_hash = ?',
    [eventTypeId, keyHash],
  );
  if (row === undefined) return claimKey(em, { eventTypeId, key, body, now });
  if (row.body_hash !== bodyHash)
    throw new Refusal('idempotency_mismatch', 'This Idempotency-Key was used with another request.');
  if (row.booking_id !== null) return row.booking_id;
  throw new Refusal('idempotency_in_progress', 'The first request with this Idempotency-Key is still under way.');
}

/** Keeps the outcome, in the transaction that made the booking. */
export async function keepKey(em: Em, eventTypeId: string, key: string, bookingId: string): Promise<void> {
  await em.execute(
    'update idempotency_keys set status = 201, booking_id = ? where event_type_id = ? and key_hash = ?',
    [bookingId, eventTypeId, sha256(key)],
  );
}

/**
 * Ends a request that booked nothing: a refusal is not kept, the key may be used again. Where another request has taken
 * the key over, it stays that one's; returns the booking that it made, or null.
 */
export async function releaseKey(em: Em, { eventTypeId, key, now }: Attempt): Promise<string | null> {
  const keyHash = sha256(key);
  await em.execute(
    'delete from idempotency_keys where event_type_id = ? and key_hash = ? and status is null and locked_until = ?',
    [eventTypeId, keyHash, lockedUntil(now)],
  );
  const [row] = await em.execute<Pick<KeyRow, 'booking_id'>[]>(
    'select booking_id from idempotency_keys where event_type_id = ? and key_hash = ?',
    [eventTypeId, keyHash],
  );
  return row?.booking_id ?? null;
}

const lockedUntil = (began: Date): Date => new Date(began.getTime() + LOCK_MS);

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
