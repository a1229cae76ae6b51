import { accessBy, accessFor, type GrantRow, type VersionedAccess } from '#commands/connections/access-token.ts';
import type { Deadline } from '#providers/deadline.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { Access, Provider } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import { stopIfCancelled } from '../activity-result.ts';
import { withCallSlot } from './call-slot.ts';

type Before = () => Promise<Deadline | void>;

/**
 * Makes one call with a connection's access token, in one of its call slots. A refused token is replaced once: first by
 * a newer one that another process has stored, else by refreshing.
 * @param before runs right before each attempt, when nothing can fail any more but the call itself, and may limit it
 */
export async function callProvider<T>(
  deps: ActivityDeps,
  connection: { readonly id: string; readonly provider: string },
  call: (provider: Provider, access: Access) => Promise<T>,
  { before = async () => {} }: { before?: Before } = {},
): Promise<T> {
  stopIfCancelled();
  const provider = deps.providers.require(connection.provider);
  return withCallSlot(deps, connection.id, provider.manifest.callSlots, (grant) =>
    withAccess(deps, { connectionId: connection.id, grant }, (access) => call(provider, access), before),
  );
}

async function withAccess<T>(
  deps: ActivityDeps,
  { connectionId, grant }: { readonly connectionId: string; readonly grant: GrantRow },
  call: (access: Access) => Promise<T>,
  before: Before,
): Promise<T> {
  const callWith = async (access: VersionedAccess) => {
    const result = await call(limited(access, await before()));
    await noteUse(deps, connectionId, access);
    return result;
  };
  const access = await accessBy(deps, connectionId, grant);
  try {
    return await callWith(access);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'expired_access') throw error;
    return callWith(await accessFor(deps, connectionId, access.version));
  }
}

function limited(access: Access, until: Deadline | void): Access {
  return until === undefined ? access : { ...access, until };
}

/** The card says when a connection was last of use; to the minute is enough. */
async function noteUse(deps: ActivityDeps, connectionId: string, { lastUsedAt }: VersionedAccess): Promise<void> {
  const now = deps.now();
  if (lastUsedAt !== null && lastUsedAt.getTime() > now.getTime() - 60_000) return;
  await deps.orm.em.fork().execute('update connections set last_used_at = ? where id = ?', [now, connectionId]);
}
