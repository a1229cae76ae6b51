import type { Worker } from '@temporalio/worker';
import type { Progress } from './progress.ts';

/** Whether every worker runs and gets something done. */
export function healthOf(workers: readonly Pick<Worker, 'getState'>[], progress: Progress) {
  const states = workers.map((worker) => worker.getState());
  const stalled = progress.stalled();
  return {
    isWell: stalled === null && states.every((state) => state === 'RUNNING'),
    told: { workers: states, stalled },
  };
}
