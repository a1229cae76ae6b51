import type { SearchAttributeUpdatePair } from '@temporalio/common';
import {
  condition,
  defineSignal,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { watchRun } from './continue.ts';
import { type Lanes, openLanes } from './lanes.ts';
import type { ActivityTimings, NamedTime } from './plan-types.ts';
import { Plans } from './plans.ts';
import { Timers } from './timers.ts';

/** What the plans of connections and calendars have in common. */
interface LoopPlan {
  readonly state: string;
  /** The next thing that becomes due; null where only a signal can help. */
  readonly next: NamedTime | null;
  /** Why it does not work; null while it does. */
  readonly problem: string | null;
  readonly done: boolean;
  readonly timings: ActivityTimings;
}

interface Loop<Plan extends LoopPlan, Lane extends string> {
  /** Each of them only says: plan again. */
  readonly signals: readonly string[];
  /** Whether the last call of the run before gave up. */
  readonly gaveUp: boolean;
  plan(situation: { readonly busy: Lane[]; readonly gaveUp: boolean }): Promise<Plan>;
  /** What operators see and filter by. */
  searchAttributes(plan: Plan): SearchAttributeUpdatePair[];
  startLanes(plan: Plan, lanes: Lanes<Lane>, noteGivenUp: () => void): void;
  continueAsNew(gaveUp: boolean): Promise<never>;
}

/**
 * Plans, starts the lanes that have work, and waits for a signal, a lane's end or the next due time, until the plan says
 * that all is done. Every run starts with a plan. A booking's loop differs: it takes operators' commands and has a result.
 */
export async function repeatPlans<Plan extends LoopPlan, Lane extends string>(loop: Loop<Plan, Lane>): Promise<void> {
  const state = { look: true, attemptMs: 0, gaveUp: loop.gaveUp };
  const look = () => void (state.look = true);
  for (const name of loop.signals) setHandler(defineSignal(name), look);
  setDefaultSignalHandler(look);
  const run = watchRun();
  const timers = new Timers(look);
  const plans = new Plans(timers);
  const lanes = openLanes<Lane>(look);

  for (;;) {
    state.look = false;
    const { gaveUp } = state;
    const plan = await plans.attempt(() => loop.plan({ busy: [...lanes.busy], gaveUp }));
    lanes.check();
    if (plan !== null) {
      if (gaveUp) state.gaveUp = false;
      publish(plan, loop.searchAttributes(plan));
      state.attemptMs = plan.timings.attemptMs;
    }
    if (run.shouldContinue()) {
      await lanes.end(state.attemptMs);
      return loop.continueAsNew(state.gaveUp);
    }
    if (plan !== null) loop.startLanes(plan, lanes, () => (state.gaveUp = true));
    const isQuiet = !state.look && lanes.busy.size === 0;
    if (isQuiet && plan?.done === true) return;
    if (plan !== null) timers.set(plan.next === null ? [] : [plan.next]);
    await condition(() => state.look);
  }
}

/** What operators see in the Temporal UI; search attributes are written only when changed. */
function publish({ state, problem, done, next }: LoopPlan, attributes: readonly SearchAttributeUpdatePair[]): void {
  const known = workflowInfo().typedSearchAttributes;
  const changed = attributes.filter(({ key, value }) => (known.get(key) ?? null) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);
  const why = problem === null ? '' : `: ${problem}`;
  setCurrentDetails(`**${state}**${why}\n\nNext: ${done ? 'nothing' : (next?.name ?? 'a signal')}`);
}

/** For lanes whose work carries its own waits in Postgres. */
export function ignoreFailure(): void {}
