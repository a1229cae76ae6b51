import { randomUUIDv7 } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import type { Booking } from '#db/entities/booking.ts';
import { type DateOverride, Schedule, type WeeklyHours } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction, isReferenced } from '#db/host-transaction.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import type { Orm } from '#db/orm.ts';
import { invalidField, Refusal, refusingWhere } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { findAffectedBySchedules } from './affected-bookings.ts';

const MOST_SCHEDULES = 50;

interface ScheduleFields {
  readonly name: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly isDefault: boolean;
  readonly weekly: readonly WeeklyHours[];
  readonly overrides: readonly DateOverride[];
}

interface NewSchedule extends Omit<ScheduleFields, 'timeZone'> {
  readonly hostId: string;
  /** The host's own zone if left out. */
  readonly timeZone?: string | undefined;
}

interface OneSchedule {
  readonly hostId: string;
  readonly scheduleId: string;
}

/** A new host's first schedule: Monday to Friday, 09:00 to 17:00 in their IANA zone. */
export async function createDefaultSchedule(
  orm: Orm,
  { hostId, timeZone }: { readonly hostId: string; readonly timeZone: string },
): Promise<void> {
  const em = orm.em.fork();
  em.create(Schedule, {
    id: randomUUIDv7(),
    host: hostId,
    name: 'Working hours',
    timeZone,
    isDefault: true,
    weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    overrides: [],
  });
  await em.flush();
}

/** Adds a schedule; a host's first one is the default. @throws Refusal `invalid_transition` where there are too many */
export function createSchedule(deps: CommandDeps, { hostId, ...input }: NewSchedule): Promise<Schedule> {
  return hostTransaction(deps.orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    const existing = await em.count(Schedule, { host: hostId });
    if (existing >= MOST_SCHEDULES)
      throw new Refusal('invalid_transition', says('said.most_schedules', { most: MOST_SCHEDULES }));
    const isDefault = input.isDefault || existing === 0;
    if (isDefault) await clearDefault(em, hostId);
    const timeZone = input.timeZone ?? host.timeZone;
    return em.create(Schedule, { ...input, id: randomUUIDv7(), host: hostId, timeZone, isDefault });
  });
}

/**
 * Changes a schedule; lists are replaced whole, and existing bookings stay as they are. Told are those ahead that lay
 * within the former hours and do not within the new ones: the host decides what becomes of them.
 * @throws Refusal `not_found`, `validation_failed` where the default schedule would be none
 */
export function updateSchedule(
  deps: CommandDeps,
  { hostId, scheduleId, isDefault, ...changes }: OneSchedule & Partial<ScheduleFields>,
): Promise<{ readonly schedule: Schedule; readonly affected: readonly Booking[] }> {
  return hostTransaction(deps.orm, hostId, async (em) => {
    const schedule = await lockSchedule(em, hostId, scheduleId);
    const { ...former } = schedule;
    if (isDefault === false && schedule.isDefault) throw invalidField('/isDefault', says('said.default_schedule'));
    if (isDefault === true && !schedule.isDefault) {
      await clearDefault(em, hostId);
      schedule.isDefault = true;
    }
    em.assign(schedule, changes);
    if (!isAboutHours(changes)) return { schedule, affected: [] };
    const affected = await findAffectedBySchedules(em, { hostId, now: deps.now() }, [{ former, hours: schedule }]);
    return { schedule, affected };
  });
}

const isAboutHours = ({ timeZone, weekly, overrides }: Partial<ScheduleFields>) =>
  timeZone !== undefined || weekly !== undefined || overrides !== undefined;

/** Deletes a schedule. @throws Refusal `not_found`, `invalid_transition` for the default one and one that is used */
export function deleteSchedule(deps: CommandDeps, { hostId, scheduleId }: OneSchedule): Promise<void> {
  const deleting = hostTransaction(deps.orm, hostId, async (em) => {
    const schedule = await lockSchedule(em, hostId, scheduleId);
    if (schedule.isDefault) throw new Refusal('invalid_transition', says('said.schedule_default'));
    em.remove(schedule);
  });
  const used = says('said.schedule_used');
  return refusingWhere(isReferenced, deleting, new Refusal('invalid_transition', used));
}

async function lockSchedule(em: Em, hostId: string, id: string): Promise<Schedule> {
  const schedule = await em.findOne(Schedule, { id, host: hostId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (schedule === null) throw new Refusal('not_found', says('said.schedule_not_found'));
  return schedule;
}

/** To be followed by another default in the same `hostTransaction`; the database allows one at a time. */
async function clearDefault(em: Em, hostId: string): Promise<void> {
  await em.execute('update schedules set is_default = false where host_id = ? and is_default', [hostId]);
}
