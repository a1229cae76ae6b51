import {
  CancellationScope,
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { BookingActivities } from '#activities/booking-activities.ts';
import { publishStatus } from './booking-status.ts';
import { watchRun } from './continue.ts';
import { type ReceivedSignals, receiveSignals } from './receive-signals.ts';
import { laneOptions, openLanes } from './lanes.ts';
import type { ConferenceAction } from '#domain/conference.ts';
import type { BookingPlan, BookingResult, ConferenceStep, GaveUp } from './plan-types.ts';
import { OperatorCommands } from './operator-commands.ts';
import { PLAN_OPTIONS, Plans } from './plans.ts';
import { MAIL_QUEUE } from './task-queues.ts';
import { Timers } from './timers.ts';

const { planBooking } = proxyLocalActivities<BookingActivities>(PLAN_OPTIONS);

/**
 * A booking's life: one planner, one lane per outside party. The plan decides in Postgres what is due; the workflow
 * starts each lane that has work and is idle, and plans again on a signal, at a lane's end or at the wake time. A request
 * to cancel it cancels the booking.
 * @param before what gave up in the run before
 */
export async function booking(bookingId: string, before: readonly GaveUp[] = []): Promise<BookingResult | null> {
  const inbox = receiveSignals();
  return CancellationScope.nonCancellable(() => live(bookingId, inbox, [...before]));
}

async function live(bookingId: string, inbox: ReceivedSignals, gaveUp: GaveUp[]): Promise<BookingResult | null> {
  const run = watchRun();
  const timers = new Timers(inbox.look);
  const plans = new Plans(timers);
  const lanes = openLanes<GaveUp['lane']>(inbox.look);
  const desk = new OperatorCommands(bookingId);
  let attemptMs = 0;

  for (;;) {
    // Before the plan, so that a signal arriving meanwhile is not missed.
    await desk.carryOut(inbox.take());
    const told = [...gaveUp];
    const plan = await plans.attempt(() => planBooking(bookingId, { gaveUp: told, busy: [...lanes.busy] }));
    lanes.check();
    if (plan !== null) {
      gaveUp.splice(0, told.length);
      inbox.planned(plan.revision);
      publishStatus(plan, desk.lastAnswer);
      attemptMs = plan.timings.attemptMs;
    }
    if (run.shouldContinue()) {
      await lanes.end(attemptMs);
      if (inbox.hasCommands()) continue;
      return continueAsNew<typeof booking>(bookingId, gaveUp);
    }
    if (plan !== null) startLanes(plan);
    // Temporal refuses the completion if a signal came in meanwhile, and the workflow task runs again.
    if (plan?.done === true && inbox.isEmpty() && lanes.busy.size === 0) return plan.result;
    if (plan !== null) timers.set(plan.timers);
    await condition(() => !inbox.isEmpty());
  }

  function startLanes(plan: BookingPlan): void {
    const { conference, revision } = plan;
    if (conference !== null)
      lanes.start(
        'conference',
        () => callProviderFor(plan, conference),
        () => gaveUp.push({ lane: 'conference', subject: conference.conferenceId, revision }),
      );
    if (plan.mailsDue)
      lanes.start(
        'mails',
        () => sendMails(bookingId, plan),
        () => gaveUp.push({ lane: 'mails', subject: null, revision }),
      );
  }
}

const SUMMARIES: Record<ConferenceAction, (provider: string) => string> = {
  createMeeting: (provider) => `create ${provider} meeting`,
  updateMeeting: (provider) => `move ${provider} meeting`,
  deleteMeeting: (provider) => `delete ${provider} meeting`,
  reconcileMeeting: (provider) => `compare with ${provider} meeting`,
};

function callProviderFor(plan: BookingPlan, step: ConferenceStep) {
  const { action, provider: taskQueue, priority } = step;
  const summary = SUMMARIES[action](step.providerName);
  const meetings = proxyActivities<BookingActivities>(laneOptions({ ...plan, taskQueue, summary, priority }));
  return meetings[action](step.conferenceId);
}

function sendMails(bookingId: string, plan: BookingPlan) {
  const work = { ...plan, taskQueue: MAIL_QUEUE, summary: 'send mails', priority: plan.mailsPriority };
  return proxyActivities<BookingActivities>(laneOptions(work)).sendMails(bookingId);
}
