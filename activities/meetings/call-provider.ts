import { accessFor } from '#commands/access-token.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { Access, Provider } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import { withCallSlot } from './call-slot.ts';

/**
 * Makes one call with a connection's access token, in one of its call slots. A refused token is replaced once: first
 * by a newer one somebody else has stored, else by refreshing.
 * @param before runs right before each attempt, when nothing can fail any more but the call itself
 */
export async function callProvider<T>(
  deps: ActivityDeps,
  connection: { readonly id: string; readonly provider: string },
  before: () => Promise<void>,
  call: (provider: Provider, access: Access) => Promise<T>,
): Promise<T> {
  const provider = deps.providers.require(connection.provider);
  return withCallSlot(deps, connection.id, provider.manifest.callSlots, async () => {
    const access = await accessFor(deps, connection.id);
    await before();
    try {
      return await call(provider, access);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.kind !== 'expired_access') throw error;
      const renewed = await accessFor(deps, connection.id, access.version);
      await before();
      return call(provider, renewed);
    }
  });
}
