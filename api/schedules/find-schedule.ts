import { LockMode } from '@mikro-orm/postgresql';
import { Schedule } from '#db/entities/schedule.ts';
import type { Em } from '#db/host-transaction.ts';
import { Problem } from '../problem.ts';

/** A schedule of this host. @throws Problem `not_found`, also for somebody else's */
export async function findSchedule(em: Em, hostId: string, id: string): Promise<Schedule> {
  const schedule = await em.findOne(Schedule, { id, host: hostId });
  if (schedule === null) throw new Problem('not_found');
  return schedule;
}

/** The same to be changed, in the caller's `hostTransaction`. @throws Problem `not_found` */
export async function lockSchedule(em: Em, hostId: string, id: string): Promise<Schedule> {
  const schedule = await em.findOne(Schedule, { id, host: hostId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (schedule === null) throw new Problem('not_found');
  return schedule;
}

/**
 * Takes the mark of the default schedule from whichever has it, for another to be given it in the same
 * `hostTransaction`: the database allows one at a time.
 */
export async function clearDefault(em: Em, hostId: string): Promise<void> {
  await em.execute('update schedules set is_default = false where host_id = ? and is_default', [hostId]);
}
