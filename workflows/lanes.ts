import { ApplicationFailureCategory } from '@temporalio/common';
import {
  ActivityCancellationType,
  ActivityFailure,
  type ActivityOptions,
  ApplicationFailure,
  CancellationScope,
  condition,
  isCancellation,
} from '@temporalio/workflow';
import { attempts } from '#domain/retry-policy.ts';
import type { ActivityTimings, PriorityKey } from './plan-types.ts';

/** One lane for each outside party, so that trouble with one does not delay the others. */
export interface Lanes<Name extends string> {
  /** Lanes at work. */
  readonly busy: ReadonlySet<Name>;
  /**
   * Starts work in an idle lane; in a busy one nothing happens. `gaveUp` hears that its activities were tried and failed
   * for now, `ended` what they brought; where it is left out, `look` is called.
   */
  start<Result>(lane: Name, work: () => Promise<Result>, gaveUp: () => void, ended?: (result: Result) => void): void;
  /** @throws an error of a lane that was no activity's failure */
  check(): void;
  /** Waits until all are idle; what has not ended after `withinMs`, since it still waits for a worker, is cancelled. */
  end(withinMs: number): Promise<void>;
}

/** @param look called at each lane's end, after success and failure alike, but for successes that `ended` hears of */
export function openLanes<Name extends string>(look: () => void): Lanes<Name> {
  const busy = new Set<Name>();
  const met = { error: undefined as unknown };
  const scope = new CancellationScope();
  return {
    busy,
    start(lane, work, gaveUp, ended = look) {
      if (busy.has(lane)) return;
      busy.add(lane);
      const fail = (error: unknown) => {
        if (isCancellation(error)) return;
        if (!(error instanceof ActivityFailure)) met.error = error;
        else if (hasTried(error)) gaveUp();
      };
      const run = async () => {
        const done = await scope.run(work).then((result) => ({ result }), fail);
        busy.delete(lane);
        if (done) ended(done.result);
        else look();
      };
      void run();
    },
    check() {
      if (met.error !== undefined) throw met.error;
    },
    async end(withinMs) {
      await condition(() => busy.size === 0, withinMs);
      scope.cancel();
      await condition(() => busy.size === 0);
    },
  };
}

/** Whether the last attempt did what it was for: one that only met another's call under way has not failed. */
function hasTried({ cause }: ActivityFailure): boolean {
  return !(cause instanceof ApplicationFailure && cause.category === ApplicationFailureCategory.BENIGN);
}

interface LaneWork {
  readonly taskQueue: string;
  readonly summary: string;
  readonly hostId: string;
  readonly priority: PriorityKey;
  readonly timings: ActivityTimings;
}

/**
 * How a lane's activities are tried. Only attempts are limited: the wait for a worker that is free is no failure, however
 * long it is.
 */
export function laneOptions({ taskQueue, summary, hostId, priority, timings }: LaneWork): ActivityOptions {
  return {
    taskQueue,
    summary,
    priority: { priorityKey: priority, fairnessKey: hostId },
    cancellationType: ActivityCancellationType.TRY_CANCEL,
    startToCloseTimeout: timings.attemptMs,
    heartbeatTimeout: timings.heartbeatMs,
    retry: attempts(timings.intervalMs),
  };
}
