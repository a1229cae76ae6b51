import type { Booking } from '#db/entities/booking.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction, isDuplicate } from '#db/host-transaction.ts';
import { isReservedHandle } from '#domain/handles.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, refusingWhere } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { findAffectedBySchedules } from './affected-bookings.ts';
import { HANDLE_TAKEN, takeHandle } from './take-handle.ts';
import { type WritingChange, writingAfter } from './writing.ts';

type Changes = Partial<
  Pick<
    User,
    | 'name'
    | 'handle'
    | 'timeZone'
    | 'guestLanguage'
    | 'maxPerDay'
    | 'maxPerWeek'
    | 'maxPerMonth'
    | 'onProviderDelete'
    | 'onProviderMove'
    | 'firstSteps'
    | 'embedSites'
    | 'bio'
    | 'welcome'
    | 'accentColour'
    | 'showsLoginEmail'
  >
>;

interface Update extends Changes {
  readonly hostId: string;
  readonly writing?: WritingChange;
  /** Whether schedules in the former zone take the new one too, so that 09:00 stays 09:00; else their hours stay. */
  readonly moveHours?: boolean;
}

/**
 * Changes a host's profile; a former handle leads to the host for 90 days. Told are the bookings that hours which moved
 * along no longer cover.
 * @throws Refusal `validation_failed` where the handle is reserved, another host's, or changed too often
 */
export function updateProfile(
  deps: CommandDeps,
  { hostId, handle, moveHours = false, writing, ...changes }: Update,
): Promise<{ readonly host: User; readonly affected: readonly Booking[] }> {
  const updating = hostTransaction(deps.orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    const { timeZone: former } = host;
    em.assign(host, { ...changes, ...(writing && writingAfter(host, writing)) });
    const affected = moveHours ? await moveSchedules(em, { host, former, now: deps.now() }) : [];
    if (handle === undefined || handle === host.handle) return { host, affected };
    if (isReservedHandle(handle)) throw invalidField('/handle', says('said.handle_reserved'));
    await takeHandle(em, host, handle, deps.now());
    return { host, affected };
  });
  return refusingWhere(isDuplicate, updating, invalidField('/handle', HANDLE_TAKEN));
}

/** Schedules of the former zone take the host's, on the same clocks; returns the bookings that they no longer cover. */
async function moveSchedules(em: Em, { host, former, now }: { host: User; former: string; now: Date }) {
  const { id: hostId, timeZone } = host;
  const schedules = await em.find(Schedule, { host: hostId, timeZone: former });
  const changes = schedules.map((schedule) => {
    const { ...former } = schedule;
    return { former, hours: em.assign(schedule, { timeZone }) };
  });
  return findAffectedBySchedules(em, { hostId, now }, changes);
}
