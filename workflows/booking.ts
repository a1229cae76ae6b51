import {
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
import { laneOptions, openLanes } from './lanes.ts';
import { BOOKING_SIGNALS, type BookingPlan, type GaveUp } from './messages.ts';
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
  const state = { look: true, gaveUp: [] as GaveUp[] };
  const look = () => void (state.look = true);
  for (const name of BOOKING_SIGNALS) setHandler(defineSignal(name), look);
  const timer = new WakeTimer(look);
  const lanes = openLanes<GaveUp['lane']>(look);

  for (;;) {
    // Before the plan, so that a signal arriving meanwhile is not missed.
    state.look = false;
    const plan = await planBooking(bookingId, { gaveUp: state.gaveUp.splice(0), busy: [...lanes.busy] });
    lanes.check();
    tellBooking(plan);
    const { conference, revision } = plan;
    if (conference !== null)
      lanes.start(
        'conference',
        () => callAbout(plan, conference),
        () => state.gaveUp.push({ lane: 'conference', subject: conference.conferenceId, revision }),
      );
    if (plan.mailsDue)
      lanes.start(
        'mails',
        () => sendMails(bookingId, plan),
        () => state.gaveUp.push({ lane: 'mails', subject: null, revision }),
      );
    const quiet = !state.look && lanes.busy.size === 0;
    // Temporal refuses the completion if a signal came in meanwhile, and the workflow task runs again.
    if (quiet && plan.done) return;
    if (quiet && workflowInfo().continueAsNewSuggested) return continueAsNew<typeof booking>(bookingId);
    timer.set(plan);
    await condition(() => state.look);
  }
}

function callAbout({ timings }: BookingPlan, step: NonNullable<BookingPlan['conference']>): Promise<void> {
  const meetings = proxyActivities<BookingActivities>(laneOptions(step.provider, timings, step.action));
  return meetings[step.action](step.conferenceId);
}

function sendMails(bookingId: string, { timings }: BookingPlan): Promise<void> {
  return proxyActivities<BookingActivities>(laneOptions(MAIL_QUEUE, timings, 'sendMails')).sendMails(bookingId);
}
