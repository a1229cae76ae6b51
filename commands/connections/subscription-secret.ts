import { Subscription } from '#db/entities/subscription.ts';
import { open } from '#db/seal.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';

/** The secret of a subscription to notices, found by our own row id or by the provider's id; null where unknown. */
export async function subscriptionSecret(
  deps: CommandDeps,
  provider: string,
  subscriptionId: string,
): Promise<string | null> {
  const subscription = await deps.orm.em.fork().findOne(Subscription, {
    provider,
    state: { $ne: 'closed' },
    $or: [{ subscriptionId }, ...(isUuid(subscriptionId) ? [{ id: subscriptionId }] : [])],
  });
  if (subscription === null) return null;
  return open(
    deps.config.TOKEN_KEYS,
    { purpose: 'subscription_secret', rowId: subscription.id, provider },
    subscription.secret,
  );
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
