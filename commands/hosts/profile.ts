import type { Booking } from '#db/entities/booking.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction, isDuplicate } from '#db/host-transaction.ts';
import { isReservedHandle } from '#domain/handles.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, refusingWhere } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { findAffectedBySchedules } from './affected-bookings.ts';
import { checkPlace } from './public-holidays.ts';
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
    | 'trips'
    | 'holidays'
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
 * Changes a host's profile; a former handle leads to the host for 90 days. Told are the bookings that the hours of the
 * host's schedules no longer cover, by another zone, trips or public holidays.
 * @throws Refusal `validation_failed` where the handle is reserved, another host's, or changed too often, and for
 * holidays of a place that is not known
 */
export async function updateProfile(
  deps: CommandDeps,
  { hostId, handle, moveHours = false, writing, ...changes }: Update,
): Promise<{ readonly host: User; readonly affected: readonly Booking[] }> {
  if (changes.holidays) await checkPlace(changes.holidays, '/holidays');
  const updating = hostTransaction(deps.orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    const { timeZone, trips, holidays } = host;
    em.assign(host, { ...changes, ...(writing && writingAfter(host, writing)) });
    const isAboutHours = moveHours || changes.trips !== undefined || changes.holidays !== undefined;
    const moved = { host, formerHost: { timeZone, trips, holidays }, moveHours, now: deps.now() };
    const affected = isAboutHours ? await changeHours(em, moved) : [];
    if (handle === undefined || handle === host.handle) return { host, affected };
    if (isReservedHandle(handle)) throw invalidField('/handle', says('said.handle_reserved'));
    await takeHandle(em, host, handle, deps.now());
    return { host, affected };
  });
  return refusingWhere(isDuplicate, updating, invalidField('/handle', HANDLE_TAKEN));
}

interface ChangedHost {
  readonly host: User;
  readonly formerHost: Pick<User, 'timeZone' | 'trips' | 'holidays'>;
  readonly moveHours: boolean;
  readonly now: Date;
}

/**
 * With `moveHours`, schedules of the former zone take the host's, on the same clocks. Returns the bookings that the hours
 * of any schedule no longer cover.
 */
async function changeHours(em: Em, { host, formerHost, moveHours, now }: ChangedHost) {
  const { id: hostId, timeZone } = host;
  const schedules = await em.find(Schedule, { host: hostId });
  const changes = schedules.map((schedule) => {
    const { ...former } = schedule;
    if (moveHours && schedule.timeZone === formerHost.timeZone) em.assign(schedule, { timeZone });
    return { former, hours: schedule };
  });
  return findAffectedBySchedules(em, { hostId, now, formerHost }, changes);
}
