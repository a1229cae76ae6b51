import {
  ApplicationFailure,
  isCancellation,
  setCurrentDetails,
  TemporalFailure,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { ProblemKey } from './search-attributes.ts';
import type { Timers } from './timers.ts';

/** How a plan is tried: a local activity keeps one of the worker's few workflow tasks, so it gives up soon. */
export const PLAN_OPTIONS = {
  summary: 'plan what is due',
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumAttempts: 2 },
} as const;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Plans that may fail: said in the details and in a search attribute, and tried again by a timer. */
export class Plans {
  readonly #timers: Timers;
  #failures = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** The plan, or null where it failed. @throws what is no failure of the plan */
  async attempt<Plan>(plan: () => Promise<Plan>): Promise<Plan | null> {
    try {
      const made = await plan();
      if (this.#failures > 0) upsertSearchAttributes([{ key: ProblemKey, value: null }]);
      this.#failures = 0;
      return made;
    } catch (error) {
      // A local activity's failure comes as it is, within no ActivityFailure.
      if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error;
      this.#failures += 1;
      const inMs = Math.min(FIRST_WAIT_MS * 2 ** (this.#failures - 1), LONGEST_WAIT_MS);
      const at = Date.now() + inMs;
      this.#timers.set([{ name: 'plan again', at, inMs }]);
      publishFailure(error, this.#failures, at);
      return null;
    }
  }
}

function publishFailure(error: TemporalFailure, failures: number, at: number): void {
  upsertSearchAttributes([{ key: ProblemKey, value: 'plan_failed' }]);
  const why = error instanceof ApplicationFailure ? error.message : 'It took too long.';
  setCurrentDetails(
    [
      `**The plan failed** ${failures === 1 ? 'once' : `${failures} times in a row`}. ${why}`,
      `Planned again at ${new Date(at).toISOString()}, or at the next signal.`,
    ].join('\n\n'),
  );
}
