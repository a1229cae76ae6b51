import { ProviderWatch } from '#db/entities/provider-watch.ts';
import { open } from '#db/seal.ts';
import type { CommandDeps } from './deps.ts';

/** The secret of a subscription to notices, found by our own row id or by the provider's id; null where unknown. */
export async function watchSecret(deps: CommandDeps, provider: string, subscriptionId: string): Promise<string | null> {
  const watch = await deps.orm.em.fork().findOne(ProviderWatch, {
    provider,
    state: { $ne: 'closed' },
    $or: [{ subscriptionId }, ...(isUuid(subscriptionId) ? [{ id: subscriptionId }] : [])],
  });
  if (watch === null) return null;
  return open(deps.config.TOKEN_KEYS, { purpose: 'watch_secret', rowId: watch.id, provider }, watch.secret);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
