import { EventType } from '#db/entities/event-type.ts';
import type { Em } from '#db/host-transaction.ts';
import { Problem } from '../problem.ts';

const MOST = 200;

/** A host has so many event types and no more, archived ones included. @throws Problem `invalid_transition` */
export async function checkEventTypeLimit(em: Em, hostId: string): Promise<void> {
  if ((await em.count(EventType, { host: hostId })) < MOST) return;
  throw new Problem('invalid_transition', { detail: `At most ${MOST} event types.` });
}
