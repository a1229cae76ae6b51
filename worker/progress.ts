/** What a worker has got done lately, by the monotonic clock. */
export interface Progress {
  /** Runs one plan of the booking or connection with this id and notes what came of it. */
  plan<T>(id: string, work: () => Promise<T>): Promise<T>;
  /** Runs one sweep and notes whether it succeeded. */
  sweep<T>(work: () => Promise<T>): Promise<T>;
  /** Why this worker makes no progress; null while it does, or has nothing to do. */
  stalled(): 'plans' | 'sweep' | null;
}

/** Longer than a sweep, a plan with its tries and the wait for the next may take; short enough to be told within a minute. */
const STALLED_MS = 45_000;
/** A plan that fails is tried again within this time; what is not was taken over by another worker. */
const TRIED_AGAIN_MS = 6 * 60_000;

/**
 * A worker is stalled when for a while no plan of its has succeeded though several were begun, or no sweep has. One booking
 * whose plan alone fails is that booking's problem and not the worker's.
 */
export function watchProgress(stalledMs = STALLED_MS): Progress {
  const unplanned = new Map<string, { readonly since: number; readonly triedAt: number }>();
  let sweptAt = performance.now();
  return {
    async plan(id, work) {
      const triedAt = performance.now();
      unplanned.set(id, { since: unplanned.get(id)?.since ?? triedAt, triedAt });
      const plan = await work();
      unplanned.clear();
      return plan;
    },
    async sweep(work) {
      const swept = await work();
      sweptAt = performance.now();
      return swept;
    },
    stalled() {
      if (age(sweptAt) > stalledMs) return 'sweep';
      const failing = [...unplanned.values()].filter(
        ({ since, triedAt }) => age(since) > stalledMs && age(triedAt) < TRIED_AGAIN_MS,
      );
      return failing.length > 1 ? 'plans' : null;
    },
  };
}

function age(at: number): number {
  return performance.now() - at;
}
