import { Schedule } from '#db/entities/schedule.ts';
import type { Em } from '#db/host-transaction.ts';
import { Problem } from '../problem.ts';

/** A schedule of this host. @throws Problem `not_found`, also for somebody else's */
export async function findSchedule(em: Em, hostId: string, id: string): Promise<Schedule> {
  const schedule = await em.findOne(Schedule, { id, host: hostId });
  if (schedule === null) throw new Problem('not_found');
  return schedule;
}

/** Makes this the only default one of its host; in the caller's transaction. */
export async function makeOnlyDefault(em: Em, schedule: Schedule): Promise<void> {
  await em.execute('update schedules set is_default = false where host_id = ? and id <> ?', [
    schedule.host,
    schedule.id,
  ]);
  schedule.isDefault = true;
}
