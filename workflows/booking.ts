import {
  ActivityFailure,
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { BookingActivities } from '#activities/booking-activities.ts';
import { tellBooking } from './booking-story.ts';
import { BOOKING_SIGNALS, type ActivityTimings, type GaveUp } from './messages.ts';
import { MAIL_QUEUE } from './task-queues.ts';
import { WakeTimer } from './wake-timer.ts';

const { planBooking } = proxyLocalActivities<BookingActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '5s' },
});

/**
 * A booking's life: one planner, one lane per outside party. The plan decides in Postgres what is owed; the workflow
 * starts each lane that has work and is idle, and plans again on a signal, at a lane's end or at the wake time.
 */
export async function booking(bookingId: string): Promise<void> {
  const state = { look: true, busy: new Set<GaveUp['lane']>(), gaveUp: [] as GaveUp[], error: undefined as unknown };
  for (const name of BOOKING_SIGNALS) setHandler(defineSignal(name), () => void (state.look = true));
  const timer = new WakeTimer(() => (state.look = true));

  const start = (lane: GaveUp['lane'], revision: number, subject: string | null, work: () => Promise<void>): void => {
    if (state.busy.has(lane)) return;
    state.busy.add(lane);
    void work()
      .catch((error: unknown) => {
        if (error instanceof ActivityFailure) state.gaveUp.push({ lane, subject, revision });
        else state.error = error;
      })
      .finally(() => {
        state.busy.delete(lane);
        state.look = true;
      });
  };

  for (;;) {
    // Before the plan, so that a signal arriving meanwhile is not missed.
    state.look = false;
    const plan = await planBooking(bookingId, { gaveUp: state.gaveUp.splice(0), busy: [...state.busy] });
    if (state.error !== undefined) throw state.error;
    tellBooking(plan);
    const step = plan.conference;
    if (step) {
      const meetings = activitiesOn(step.provider, plan.timings, step.action);
      start('conference', plan.revision, step.conferenceId, () => meetings[step.action](step.conferenceId));
    }
    if (plan.mailsDue)
      start('mails', plan.revision, null, () =>
        activitiesOn(MAIL_QUEUE, plan.timings, 'sendMails').sendMails(bookingId),
      );
    const quiet = !state.look && state.busy.size === 0;
    // Temporal refuses the completion if a signal came in meanwhile, and the workflow task runs again.
    if (quiet && plan.done) return;
    if (quiet && workflowInfo().continueAsNewSuggested) return continueAsNew<typeof booking>(bookingId);
    timer.set(plan);
    await condition(() => state.look);
  }
}

function activitiesOn(taskQueue: string, timings: ActivityTimings, summary: string) {
  return proxyActivities<BookingActivities>({
    taskQueue,
    summary,
    startToCloseTimeout: timings.attemptMs,
    scheduleToCloseTimeout: timings.budgetMs,
    heartbeatTimeout: timings.heartbeatMs,
    retry: { initialInterval: timings.intervalMs, backoffCoefficient: 2, maximumInterval: timings.intervalMs * 15 },
  });
}
