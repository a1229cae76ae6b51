import { randomUUID } from 'node:crypto';
import { GRANT, type GrantRow } from '#commands/connections/access-token.ts';
import type { Em } from '#db/host-transaction.ts';
import { WITHOUT_FLUSH } from '#db/no-flush.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '../deps.ts';

// A slot that a crash forgets is one call too many at a time, or one too few until its lease ends.
const TAKE = `
  with taken as (
    update call_slots set lease_token = ?, lease_until = clock_timestamp() + interval '1 millisecond' * ?
     where (connection_id, slot) in (
       select connection_id, slot from call_slots
        where connection_id = ? and slot <= ? and (lease_until is null or lease_until < clock_timestamp())
        limit 1 for update skip locked) and ${WITHOUT_FLUSH} returning connection_id, slot)
  select taken.slot, ${GRANT} from taken join connections c on c.id = taken.connection_id
    left join connection_tokens t on t.connection_id = c.id`;
const RELEASE = `
  update call_slots set lease_token = null, lease_until = null
   where connection_id = ? and slot = ? and lease_token = ? and ${WITHOUT_FLUSH}`;

/**
 * Runs `work` in one of the connection's call slots, as many as the provider takes in parallel per account, with the
 * tokens as they were when it was taken.
 * @throws ProviderError `rate_limited` when all are taken, with a jittered wait
 */
export async function withCallSlot<T>(
  { orm, config }: ActivityDeps,
  connectionId: string,
  slots: number,
  work: (grant: GrantRow) => Promise<T>,
): Promise<T> {
  const em = orm.em.fork();
  const token = randomUUID();
  const take = async () => {
    const values = [token, config.MEETING_ATTEMPT_MS, connectionId, slots];
    const [taken] = await em.execute<(GrantRow & { slot: number })[]>(TAKE, values);
    return taken;
  };
  let taken = await take();
  if (taken === undefined) {
    await addSlots(em, connectionId, slots);
    taken = await take();
  }
  if (taken === undefined) throw allTaken();
  try {
    return await work(taken);
  } finally {
    await em.execute(RELEASE, [connectionId, taken.slot, token]);
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
