import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import { hostTransaction, isDuplicate } from '#db/host-transaction.ts';
import { isReservedHandle } from '#domain/handles.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, refusingWhere } from '#commands/shared/refusal.ts';
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
  >
>;

interface Update extends Changes {
  readonly hostId: string;
  readonly writing?: WritingChange;
  /** Whether schedules in the former zone take the new one too, so that 09:00 stays 09:00; else their hours stay. */
  readonly moveHours?: boolean;
}

/**
 * Changes a host's profile; a former handle leads to the host for 90 days.
 * @throws Refusal `validation_failed` where the handle is reserved, another host's, or changed too often
 */
export function updateProfile(
  deps: CommandDeps,
  { hostId, handle, moveHours = false, writing, ...changes }: Update,
): Promise<User> {
  const updating = hostTransaction(deps.orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    const { timeZone: former } = host;
    em.assign(host, { ...changes, ...(writing && writingAfter(host, writing)) });
    if (moveHours) await em.nativeUpdate(Schedule, { host: hostId, timeZone: former }, { timeZone: host.timeZone });
    if (handle === undefined || handle === host.handle) return host;
    if (isReservedHandle(handle)) throw invalidField('/handle', 'This handle is not available.');
    await takeHandle(em, host, handle, deps.now());
    return host;
  });
  return refusingWhere(isDuplicate, updating, invalidField('/handle', HANDLE_TAKEN));
}
