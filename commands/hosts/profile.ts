import { User } from '#db/entities/user.ts';
import { hostTransaction, isDuplicate } from '#db/host-transaction.ts';
import { isReservedHandle } from '#domain/handles.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, refusingWhere } from '#commands/shared/refusal.ts';
import { HANDLE_TAKEN, takeHandle } from './take-handle.ts';

type Changes = Partial<Pick<User, 'name' | 'handle' | 'timeZone' | 'onProviderDelete' | 'onProviderMove'>>;

/**
 * Changes a host's profile; a former handle leads to the host for 90 days.
 * @throws Refusal `validation_failed` where the handle is reserved, another host's, or changed too often
 */
export function updateProfile(
  deps: CommandDeps,
  { hostId, handle, ...changes }: { readonly hostId: string } & Changes,
): Promise<User> {
  const updating = hostTransaction(deps.orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    em.assign(host, changes);
    if (handle === undefined || handle === host.handle) return host;
    if (isReservedHandle(handle)) throw invalidField('/handle', 'This handle is not available.');
    await takeHandle(em, host, handle, deps.now());
    return host;
  });
  return refusingWhere(isDuplicate, updating, invalidField('/handle', HANDLE_TAKEN));
}
