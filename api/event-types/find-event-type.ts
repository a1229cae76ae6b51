import { LockMode } from '@mikro-orm/postgresql';
import { EventType } from '#db/entities/event-type.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import { invalid, Problem } from '../problem.ts';

/** An event type of this host. @throws Problem `not_found`, also for somebody else's */
export async function findEventType(em: Em, hostId: string, id: string): Promise<EventType> {
  const eventType = await em.findOne(EventType, { id, host: hostId });
  if (eventType === null) throw new Problem('not_found');
  return eventType;
}

/** The same to be changed, in the caller's `hostTransaction`. @throws Problem `not_found` */
export async function lockEventType(em: Em, hostId: string, id: string): Promise<EventType> {
  const eventType = await em.findOne(EventType, { id, host: hostId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (eventType === null) throw new Problem('not_found');
  return eventType;
}

export async function handleOf(em: Em, hostId: string): Promise<string> {
  return (await em.findOneOrFail(User, { id: hostId })).handle;
}

/** The schedule asked for, which must be the host's own, or the default one. @throws Problem `validation_failed` */
export async function scheduleFor(em: Em, hostId: string, wanted: string | undefined): Promise<string> {
  const where = wanted === undefined ? { host: hostId } : { host: hostId, id: wanted };
  const schedule = await em.findOne(Schedule, where, { orderBy: { isDefault: 'desc', id: 'asc' } });
  if (schedule === null)
    throw invalid('/scheduleId', wanted === undefined ? 'Make a schedule first.' : 'This is none of your schedules.');
  return schedule.id;
}

const PLACES = new Set(['link', 'phone', 'in_person']);

/** @throws Problem `validation_failed` where the kind is neither a provider's id nor a place of ours */
export function checkLocation(providers: ProviderRegistry, location: { readonly kind: string } | undefined): void {
  if (location === undefined || PLACES.has(location.kind) || providers.get(location.kind) !== undefined) return;
  throw invalid('/location/kind', 'There is no such location.');
}

export const slugTaken = () => invalid('/slug', 'You have another event type under this address.');
