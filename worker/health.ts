import type { Worker } from '@temporalio/worker';
import type { Progress } from './progress.ts';

/**
 * Whether every worker runs (`isAlive`) and gets something done too (`isWell`). What keeps a worker from getting anything
 * done is mostly the database, or a few bookings that cannot be planned: a new process would fare no better.
 */
export function healthOf(workers: readonly Pick<Worker, 'getState'>[], progress: Progress) {
  const states = workers.map((worker) => worker.getState());
  const stalled = progress.stalled();
  const isAlive = states.every((state) => state === 'RUNNING');
  return {
    isWell: stalled === null && isAlive,
    isAlive,
    told: { workers: states, stalled },
  };
}
