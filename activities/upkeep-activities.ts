import type { ActivityDeps } from './deps.ts';
import { pruneExpired } from './upkeep/prune.ts';
import { redeliverSignals } from './upkeep/redeliver.ts';

/** What keeps the whole in order, run by Schedules. */
export function createUpkeepActivities(deps: ActivityDeps) {
  return {
    redeliverSignals: () => redeliverSignals(deps),
    pruneExpired: () => pruneExpired(deps),
  };
}

export type UpkeepActivities = ReturnType<typeof createUpkeepActivities>;
