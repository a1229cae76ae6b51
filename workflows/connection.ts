import {
  ActivityFailure,
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ConnectionActivities } from '#activities/connection-activities.ts';
import { type ActivityTimings, CONNECTION_SIGNALS } from './messages.ts';
import { BOOKINGS_QUEUE, MAIL_QUEUE } from './task-queues.ts';
import { WakeTimer } from './wake-timer.ts';

type Lane = 'calls' | 'mails' | 'wake';

const { planConnection } = proxyLocalActivities<ConnectionActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '5s' },
});

/** The life of a connection, in the same shape as a booking's. Every run starts with a full look at Postgres. */
export async function connection(connectionId: string): Promise<void> {
  const state = { look: true, busy: new Set<Lane>(), gaveUp: false, error: undefined as unknown };
  for (const name of CONNECTION_SIGNALS) setHandler(defineSignal(name), () => void (state.look = true));
  const timer = new WakeTimer(() => (state.look = true));

  const start = (lane: Lane, work: () => Promise<void>): void => {
    if (state.busy.has(lane)) return;
    state.busy.add(lane);
    void work()
      .catch((error: unknown) => {
        if (error instanceof ActivityFailure) state.gaveUp ||= lane === 'calls';
        else state.error = error;
      })
      .finally(() => {
        state.busy.delete(lane);
        state.look = true;
      });
  };

  for (;;) {
    state.look = false;
    const { gaveUp } = state;
    state.gaveUp = false;
    const plan = await planConnection(connectionId, { busy: [...state.busy], gaveUp });
    if (state.error !== undefined) throw state.error;
    setCurrentDetails(`**${plan.state}** (${plan.provider})\n\n${plan.done ? 'Nothing is owed.' : plan.waitingFor}`);
    const { call } = plan;
    if (call !== null) start('calls', () => activitiesOn(plan.provider, plan.timings, call)[call](connectionId));
    if (plan.mailsDue)
      start('mails', () => activitiesOn(MAIL_QUEUE, plan.timings, 'mails').sendConnectionMails(connectionId));
    if (plan.wakeBookings)
      start('wake', () => activitiesOn(BOOKINGS_QUEUE, plan.timings, 'wake bookings').wakeBookings(connectionId));
    const quiet = !state.look && state.busy.size === 0;
    if (quiet && plan.done) return;
    if (quiet && workflowInfo().continueAsNewSuggested) return continueAsNew<typeof connection>(connectionId);
    timer.set(plan);
    await condition(() => state.look);
  }
}

function activitiesOn(taskQueue: string, timings: ActivityTimings, summary: string) {
  return proxyActivities<ConnectionActivities>({
    taskQueue,
    summary,
    startToCloseTimeout: timings.attemptMs,
    scheduleToCloseTimeout: timings.budgetMs,
    heartbeatTimeout: timings.heartbeatMs,
    retry: { initialInterval: timings.intervalMs, backoffCoefficient: 2, maximumInterval: timings.intervalMs * 15 },
  });
}
