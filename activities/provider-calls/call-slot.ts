import { randomUUID } from 'node:crypto';
import type { Em } from '#db/host-transaction.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '../deps.ts';

const TAKE = `
  update call_slots set lease_token = ?, lease_until = clock_timestamp() + interval '1 millisecond' * ?
   where (connection_id, slot) in (
     select connection_id, slot from call_slots
      where connection_id = ? and slot <= ? and (lease_until is null or lease_until < clock_timestamp())
      limit 1 for update skip locked) returning slot`;

/**
 * Runs `work` in one of the connection's call slots, as many as the provider takes in parallel per account.
 * @throws ProviderError `rate_limited` when all are taken, with a jittered wait
 */
export async function withCallSlot<T>(
  { orm, config }: ActivityDeps,
  connectionId: string,
  slots: number,
  work: () => Promise<T>,
): Promise<T> {
  const em = orm.em.fork();
  const token = randomUUID();
  const take = async () => {
    const [taken] = await em.execute<{ slot: number }[]>(TAKE, [token, config.MEETING_ATTEMPT_MS, connectionId, slots]);
    return taken?.slot;
  };
  let slot = await take();
  if (slot === undefined) {
    await addSlots(em, connectionId, slots);
    slot = await take();
  }
  if (slot === undefined) throw allTaken();
  try {
    return await work();
  } finally {
    await em.execute(
      'update call_slots set lease_token = null, lease_until = null where connection_id = ? and slot = ? and lease_token = ?',
      [connectionId, slot, token],
    );
  }
}

/** Before a connection's first call there are none, nor enough where its provider takes more in parallel than before. */
async function addSlots(em: Em, connectionId: string, slots: number): Promise<void> {
  await em.execute(
    `insert into call_slots (connection_id, slot) select ?, generate_series(1, ?) on conflict do nothing`,
    [connectionId, slots],
  );
}

function allTaken(): ProviderError {
  return new ProviderError('rate_limited', {
    text: 'As many calls as the account allows are under way.',
    code: 'no_call_slot',
    definite: true,
    retryAfterMs: 300 + Math.random() * 700,
    scope: 'call',
  });
}
