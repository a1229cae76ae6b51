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
import { BOOKINGS_QUEUE } from './task-queues.ts';
import { Timers } from './timers.ts';

const { planBooking } = proxyLocalActivities<BookingActivities>(PLAN_OPTIONS);

/**
 * A booking's life: one planner, one lane per outside party. The plan decides in Postgres what is due; the workflow
 * starts each lane that has work and is idle, and plans again on a signal, at a lane's end (most bring the next plan
 * along) or at the wake time. A request to cancel it cancels the booking.
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
  // How many plans were begun, and what the end of a lane has found due.
  let begun = 0;
  let found: BookingPlan | null = null;

  for (;;) {
    const isQuiet = inbox.isEmpty() && gaveUp.length === 0 && lanes.busy.size === 0;
    const known = isQuiet ? found : null;
    found = null;
    begun += 1;
    // Before the plan, so that a signal arriving meanwhile is not missed.
    await desk.carryOut(inbox.take());
    const told = [...gaveUp];
    const ask = () => planBooking(bookingId, { gaveUp: told, busy: [...lanes.busy] });
    const plan = known ?? (await plans.attempt(ask));
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
    await condition(() => !inbox.isEmpty() || found !== null);
  }

  /** A lane's end says what is due then. It is not news where another plan was begun since the lane was started. */
  function ended(startedBy: number, plan: BookingPlan | null | undefined): void {
    if (plan && startedBy === begun) found = plan;
    else inbox.look();
  }

  function startLanes(plan: BookingPlan): void {
    const { conference, revision } = plan;
    const startedBy = begun;
    if (conference !== null)
      lanes.start(
        'conference',
        () => callProviderFor(bookingId, plan, conference),
        () => gaveUp.push({ lane: 'conference', subject: conference.conferenceId, revision }),
        (result) => ended(startedBy, result.plan),
      );
    if (plan.mailsDue)
      lanes.start(
        'mails',
        () => sendMails(bookingId, plan),
        () => gaveUp.push({ lane: 'mails', subject: null, revision }),
        (result) => ended(startedBy, result.plan),
      );
  }
}

const SUMMARIES: Record<ConferenceAction, (provider: string) => string> = {
  createMeeting: (provider) => `create ${provider} meeting`,
  updateMeeting: (provider) => `move ${provider} meeting`,
  deleteMeeting: (provider) => `delete ${provider} meeting`,
  reconcileMeeting: (provider) => `compare with ${provider} meeting`,
};

function callProviderFor(bookingId: string, plan: BookingPlan, step: ConferenceStep) {
  const { action, provider: taskQueue, priority } = step;
  const summary = SUMMARIES[action](step.providerName);
  const meetings = proxyActivities<BookingActivities>(laneOptions({ ...plan, taskQueue, summary, priority }));
  return meetings[action](step.conferenceId, bookingId);
}

function sendMails(bookingId: string, plan: BookingPlan) {
  const work = { ...plan, taskQueue: BOOKINGS_QUEUE, summary: 'send mails', priority: plan.mailsPriority };
  return proxyActivities<BookingActivities>(laneOptions(work)).sendMails(bookingId);
}
