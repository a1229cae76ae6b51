import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { ConnectionActivities } from '#activities/connection-activities.ts';
import { watchRun } from './continue.ts';
import { laneOptions, openLanes } from './lanes.ts';
import { type ConnectionPlan, PRIORITY, type PriorityKey } from './plan-types.ts';
import { CONNECTION_SIGNALS } from './signals.ts';
import { PLAN_OPTIONS, Plans } from './plans.ts';
import { ConnectionStateKey, HostIdKey, ProblemKey, ProviderKey } from './search-attributes.ts';
import { BOOKINGS_QUEUE, MAIL_QUEUE } from './task-queues.ts';
import { Timers } from './timers.ts';

const { planConnection } = proxyLocalActivities<ConnectionActivities>(PLAN_OPTIONS);

/** The life of a connection, in the same shape as a booking's. Every run starts with a full look at Postgres. */
export async function connection(connectionId: string, before = false): Promise<void> {
  const state = { look: true, attemptMs: 0, gaveUp: before };
  const look = () => void (state.look = true);
  for (const name of CONNECTION_SIGNALS) setHandler(defineSignal(name), look);
  setDefaultSignalHandler(look);
  const run = watchRun();
  const timers = new Timers(look);
  const plans = new Plans(timers);
  const lanes = openLanes<'calls' | 'mails' | 'wake'>(look);

  for (;;) {
    state.look = false;
    const { gaveUp } = state;
    const plan = await plans.attempt(() => planConnection(connectionId, { busy: [...lanes.busy], gaveUp }));
    lanes.check();
    if (plan !== null) {
      if (gaveUp) state.gaveUp = false;
      publish(plan);
      state.attemptMs = plan.timings.attemptMs;
    }
    if (run.shouldContinue()) {
      await lanes.end(state.attemptMs);
      return continueAsNew<typeof connection>(connectionId, state.gaveUp);
    }
    if (plan !== null) startLanes(plan);
    const quiet = !state.look && lanes.busy.size === 0;
    if (quiet && plan?.done === true) return;
    if (plan !== null) timers.set(plan.next === null ? [] : [plan.next]);
    await condition(() => state.look);
  }

  function startLanes(plan: ConnectionPlan): void {
    const { call } = plan;
    const activities = (taskQueue: string, summary: string, priority: PriorityKey = PRIORITY.usual) =>
      proxyActivities<ConnectionActivities>(laneOptions({ ...plan, taskQueue, summary, priority }));
    if (call !== null)
      lanes.start(
        'calls',
        () =>
          activities(plan.provider, call, call === 'readNotifications' ? PRIORITY.usual : PRIORITY.background)[call](
            connectionId,
          ),
        () => (state.gaveUp = true),
      );
    if (plan.mailsDue)
      lanes.start('mails', () => activities(MAIL_QUEUE, 'mails').sendConnectionMails(connectionId), ignore);
    if (plan.wakeBookings)
      lanes.start('wake', () => activities(BOOKINGS_QUEUE, 'wake bookings').wakeBookings(connectionId), ignore);
  }
}

/** What operators see of a connection in the Temporal UI; search attributes are written only when changed. */
function publish(plan: ConnectionPlan): void {
  const known = workflowInfo().typedSearchAttributes;
  const changed = [
    { key: HostIdKey, value: plan.hostId },
    { key: ProviderKey, value: plan.provider },
    { key: ConnectionStateKey, value: plan.state },
    { key: ProblemKey, value: plan.problem },
  ].filter(({ key, value }) => (known.get(key) ?? null) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);
  const problem = plan.problem === null ? '' : `: ${plan.problem}`;
  setCurrentDetails(
    `**${plan.state}** (${plan.provider})${problem}\n\nNext: ${plan.done ? 'nothing' : (plan.next?.name ?? 'a signal')}`,
  );
}

/** Mails and wake-ups carry their own waits in Postgres. */
function ignore(): void {}
