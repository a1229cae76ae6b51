import { ActivityFailure, type ActivityOptions } from '@temporalio/workflow';
import type { ActivityTimings } from './messages.ts';

/** One lane for each outside party, so that nobody waits for another's trouble. */
export interface Lanes<Name extends string> {
  /** Lanes at work. */
  readonly busy: ReadonlySet<Name>;
  /** Starts work in an idle lane; in a busy one nothing happens. `gaveUp` hears that its activities failed for now. */
  start(lane: Name, work: () => Promise<void>, gaveUp: () => void): void;
  /** @throws whatever a lane met that was no activity's failure */
  check(): void;
}

/** @param look called at each lane's end, whatever came of it */
export function openLanes<Name extends string>(look: () => void): Lanes<Name> {
  const busy = new Set<Name>();
  const met = { error: undefined as unknown };
  return {
    busy,
    start(lane, work, gaveUp) {
      if (busy.has(lane)) return;
      busy.add(lane);
      void work()
        .catch((error: unknown) => {
          if (error instanceof ActivityFailure) gaveUp();
          else met.error = error;
        })
        .finally(() => {
          busy.delete(lane);
          look();
        });
    },
    check() {
      if (met.error !== undefined) throw met.error;
    },
  };
}

/** How a lane's activities are tried: about a minute of attempts, then the plan decides. */
export function laneOptions(taskQueue: string, timings: ActivityTimings, summary: string): ActivityOptions {
  return {
    taskQueue,
    summary,
    startToCloseTimeout: timings.attemptMs,
    scheduleToCloseTimeout: timings.budgetMs,
    heartbeatTimeout: timings.heartbeatMs,
    retry: { initialInterval: timings.intervalMs, backoffCoefficient: 2, maximumInterval: timings.intervalMs * 15 },
  };
}
