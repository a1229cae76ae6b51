import type { Connection } from '#db/entities/connection.ts';
import { ProviderWatch } from '#db/entities/provider-watch.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';
import type { Wake } from '../plan/wake.ts';

interface WatchStep {
  readonly call: 'openWatch' | 'renewWatch' | 'closeWatches' | null;
  readonly wakes: Wake[];
}

/** A subscription is renewed when a quarter of its life is left, so that old and new overlap. */
export async function watchStep(em: Em, deps: ActivityDeps, connection: Connection, now: Date): Promise<WatchStep> {
  const provider = deps.providers.require(connection.provider);
  const life = provider.manifest.watchLifeMs;
  if (provider.watching === null || life === null) return { call: null, wakes: [] };
  const watches = await em.find(ProviderWatch, { connection: connection.id, state: { $in: ['open', 'closing'] } });
  const open = watches.filter(({ state }) => state === 'open');
  const last = Math.max(0, ...open.map(({ expiresAt }) => expiresAt.getTime()));
  if (last <= now.getTime()) return { call: 'openWatch', wakes: [] };
  const renewAt = last - life / 4;
  if (renewAt <= now.getTime()) return { call: 'renewWatch', wakes: [] };
  if (watches.some(({ state }) => state === 'closing')) return { call: 'closeWatches', wakes: [] };
  return { call: null, wakes: [{ at: renewAt, what: 'renewing the subscription' }] };
}
