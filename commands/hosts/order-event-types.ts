import { EventType, IN_HOST_ORDER } from '#db/entities/event-type.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import { says } from '#messages/says.ts';
import type { CommandDeps } from '../shared/deps.ts';
import { Refusal } from '../shared/refusal.ts';

interface Order {
  readonly hostId: string;
  /** First to last, each once. */
  readonly ids: readonly string[];
}

/**
 * Puts event types into the order that their host wants. Those not named, such as one made in another tab, keep their order
 * behind the others. @throws Refusal `not_found` where one is not the host's
 */
export function orderEventTypes(deps: CommandDeps, { hostId, ids }: Order): Promise<void> {
  return hostTransaction(deps.orm, hostId, async (em) => {
    const unnamed = new Map<string, EventType>();
    for (const row of await em.find(EventType, { host: hostId }, { orderBy: IN_HOST_ORDER })) unnamed.set(row.id, row);
    const named = ids.map((id) => {
      const row = unnamed.get(id);
      if (row === undefined) throw new Refusal('not_found', says('said.event_type_not_found'));
      unnamed.delete(id);
      return row;
    });
    for (const [index, row] of [...named, ...unnamed.values()].entries()) row.position = index + 1;
  });
}
