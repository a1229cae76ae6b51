import { Refusal } from '#commands/shared/refusal.ts';
import type { Em } from '#db/host-transaction.ts';
import { sha256 } from '#sha256';
import { says } from '#messages/says.ts';

const LIFE_MS = 24 * 3_600_000;

export interface Attempt {
  readonly eventTypeId: string;
  readonly key: string;
  readonly body: unknown;
}

interface KeyRow {
  readonly body_hash: string;
  readonly booking_id: string;
}

/**
 * The booking that an earlier request with this key and body made within 24 h, or null.
 * @throws Refusal `idempotency_mismatch` where the earlier request had another body
 */
export async function findEarlier(em: Em, { eventTypeId, key, body }: Attempt, now: Date): Promise<string | null> {
  const [row] = await em.execute<KeyRow[]>(
    'select body_hash, booking_id from idempotency_keys where event_type_id = ? and key_hash = ? and created_at > ?',
    [eventTypeId, sha256(key), new Date(now.getTime() - LIFE_MS)],
  );
  if (row === undefined) return null;
  if (row.body_hash !== sha256(JSON.stringify(body))) throw mismatch();
  return row.booking_id;
}

/**
 * Keeps the key in the transaction that makes the booking: both come to be at once, so a request that dies leaves no key
 * behind, and a refused one may be sent again.
 * @throws Refusal `idempotency_mismatch` where the key was used since `findEarlier` looked
 */
export async function keepKey(
  em: Em,
  { eventTypeId, key, body }: Attempt,
  bookingId: string,
  now: Date,
): Promise<void> {
  const kept = await em.execute<unknown[]>(
    `insert into idempotency_keys (event_type_id, key_hash, body_hash, booking_id, created_at) values (?, ?, ?, ?, ?)
     on conflict (event_type_id, key_hash) do update
       set body_hash = excluded.body_hash, booking_id = excluded.booking_id, created_at = excluded.created_at
       where idempotency_keys.created_at <= ?
     returning 1`,
    [eventTypeId, sha256(key), sha256(JSON.stringify(body)), bookingId, now, new Date(now.getTime() - LIFE_MS)],
  );
  if (kept.length === 0) throw mismatch();
}

const mismatch = () => new Refusal('idempotency_mismatch', says('said.key_mismatch'));
