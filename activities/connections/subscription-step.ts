import type { Connection } from '#db/entities/connection.ts';
import { Subscription } from '#db/entities/subscription.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import type { Wake } from '#activities/plan/wake.ts';

interface SubscriptionStep {
  readonly call: 'openSubscription' | 'renewSubscription' | 'closeSubscriptions' | null;
  readonly wakes: Wake[];
}

/** A provider that gives shorter lives than this is asked once a minute; in between, polls are all there is. */
const PAUSE_MS = 60_000;

/** A subscription is renewed when a quarter of its life is left, so that old and new overlap. */
export async function subscriptionStep(
  em: Em,
  deps: ActivityDeps,
  connection: Connection,
  now: Date,
): Promise<SubscriptionStep> {
  const provider = deps.providers.require(connection.provider);
  const longest = provider.manifest.subscriptionLifeMs;
  if (provider.subscriptions === null || longest === null) return { call: null, wakes: [] };
  const subscriptions = await em.find(Subscription, { connection: connection.id, state: { $in: ['open', 'closing'] } });
  const open = subscriptions.filter(({ state }) => state === 'open');
  const last = open.toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime()).at(-1);
  if (last === undefined) return { call: 'openSubscription', wakes: [] };
  const life = Math.min(longest, last.expiresAt.getTime() - last.createdAt.getTime());
  const renewAt = Math.max(last.expiresAt.getTime() - life / 4, (await askedAt(em, connection)) + PAUSE_MS);
  if (renewAt <= now.getTime())
    return { call: last.expiresAt <= now ? 'openSubscription' : 'renewSubscription', wakes: [] };
  if (subscriptions.some(({ state }) => state === 'closing')) return { call: 'closeSubscriptions', wakes: [] };
  return { call: null, wakes: [{ at: renewAt, what: 'renewing the subscription', waitsFor: 'time' }] };
}

/** When a subscription was last asked for, epoch ms: a row is written before each call. */
async function askedAt(em: Em, { id }: Connection): Promise<number> {
  const [row] = await em.find(Subscription, { connection: id }, { orderBy: { createdAt: 'desc' }, limit: 1 });
  return row?.createdAt.getTime() ?? 0;
}
