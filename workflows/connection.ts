import {
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
import { laneOptions, openLanes } from './lanes.ts';
import { CONNECTION_SIGNALS } from './messages.ts';
import { BOOKINGS_QUEUE, MAIL_QUEUE } from './task-queues.ts';
import { WakeTimer } from './wake-timer.ts';

const { planConnection } = proxyLocalActivities<ConnectionActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '5s' },
});

/** The life of a connection, in the same shape as a booking's. Every run starts with a full look at Postgres. */
export async function connection(connectionId: string): Promise<void> {
  const state = { look: true, gaveUp: false };
  const look = () => void (state.look = true);
  for (const name of CONNECTION_SIGNALS) setHandler(defineSignal(name), look);
  const timer = new WakeTimer(look);
  const lanes = openLanes<'calls' | 'mails' | 'wake'>(look);

  for (;;) {
    state.look = false;
    const { gaveUp } = state;
    state.gaveUp = false;
    const plan = await planConnection(connectionId, { busy: [...lanes.busy], gaveUp });
    lanes.check();
    setCurrentDetails(`**${plan.state}** (${plan.provider})\n\n${plan.done ? 'Nothing is owed.' : plan.waitingFor}`);
    const activities = (queue: string, summary: string) =>
      proxyActivities<ConnectionActivities>(laneOptions(queue, plan.timings, summary));
    const { call } = plan;
    if (call !== null)
      lanes.start(
        'calls',
        () => activities(plan.provider, call)[call](connectionId),
        () => (state.gaveUp = true),
      );
    if (plan.mailsDue)
      lanes.start('mails', () => activities(MAIL_QUEUE, 'mails').sendConnectionMails(connectionId), ignore);
    if (plan.wakeBookings)
      lanes.start('wake', () => activities(BOOKINGS_QUEUE, 'wake bookings').wakeBookings(connectionId), ignore);
    const quiet = !state.look && lanes.busy.size === 0;
    if (quiet && plan.done) return;
    if (quiet && workflowInfo().continueAsNewSuggested) return continueAsNew<typeof connection>(connectionId);
    timer.set(plan);
    await condition(() => state.look);
  }
}

/** Mails and wake-ups carry their own waits in Postgres. */
function ignore(): void {}
