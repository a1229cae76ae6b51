import type { Connection } from '#db/entities/connection.ts';
import { ProviderWatch } from '#db/entities/provider-watch.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';
import type { Wake } from '../plan/wake.ts';

interface WatchStep {
  readonly call: 'openWatch' | 'renewWatch' | 'closeWatches' | null;
  readonly wakes: Wake[];
}

/** A provider that gives shorter lives than this is asked once a minute; in between, polls are all there is. */
const PAUSE_MS = 60_000;

/** A subscription is renewed when a quarter of its life is left, so that old and new overlap. */
export async function watchStep(em: Em, deps: ActivityDeps, connection: Connection, now: Date): Promise<WatchStep> {
  const provider = deps.providers.require(connection.provider);
  const longest = provider.manifest.watchLifeMs;
  if (provider.watching === null || longest === null) return { call: null, wakes: [] };
  const watches = await em.find(ProviderWatch, { connection: connection.id, state: { $in: ['open', 'closing'] } });
  const open = watches.filter(({ state }) => state === 'open');
  const last = open.toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime()).at(-1);
  if (last === undefined) return { call: 'openWatch', wakes: [] };
  const life = Math.min(longest, last.expiresAt.getTime() - last.createdAt.getTime());
  const renewAt = Math.max(last.expiresAt.getTime() - life / 4, (await askedAt(em, connection)) + PAUSE_MS);
  if (renewAt <= now.getTime()) return { call: last.expiresAt <= now ? 'openWatch' : 'renewWatch', wakes: [] };
  if (watches.some(({ state }) => state === 'closing')) return { call: 'closeWatches', wakes: [] };
  return { call: null, wakes: [{ at: renewAt, what: 'renewing the subscription', waitsFor: 'time' }] };
}

/** When a subscription was last asked for, epoch ms: a row is written before each call. */
async function askedAt(em: Em, { id }: Connection): Promise<number> {
  const [row] = await em.find(ProviderWatch, { connection: id }, { orderBy: { createdAt: 'desc' }, limit: 1 });
  return row?.createdAt.getTime() ?? 0;
}
