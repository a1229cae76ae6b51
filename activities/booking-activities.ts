import type { BookingPlan } from '#workflows/plan-types.ts';
import type { ActivityResult } from './activity-result.ts';
import type { ActivityDeps } from './deps.ts';
import { sendMails } from './mails/send-mails.ts';
import { createMeeting } from './meetings/create-meeting.ts';
import { deleteMeeting } from './meetings/delete-meeting.ts';
import { reconcileMeeting } from './meetings/reconcile-meeting.ts';
import { updateMeeting } from './meetings/update-meeting.ts';
import { runOperatorCommand } from './operator-command.ts';
import { IDLE, planBooking, type Situation } from './plan/plan-booking.ts';

type Work = (deps: ActivityDeps, conferenceId: string) => Promise<ActivityResult & { plan?: BookingPlan | null }>;

/**
 * What a booking's workflow does to the world. Arguments and results are ids, states and times only. What ends a lane says
 * what is due then (`plan`), so that the workflow need not ask.
 */
export function createBookingActivities(deps: ActivityDeps) {
  const thenPlan = (work: Work) => async (conferenceId: string, bookingId: string) => {
    const result = await work(deps, conferenceId);
    // The work is done, with or without a plan: without one the workflow asks.
    return { ...result, plan: result.plan ?? (await planBooking(deps, bookingId, IDLE).catch(() => null)) };
  };
  return {
    planBooking: (bookingId: string, situation: Situation) => planBooking(deps, bookingId, situation),
    createMeeting: thenPlan(createMeeting),
    updateMeeting: thenPlan(updateMeeting),
    deleteMeeting: thenPlan(deleteMeeting),
    reconcileMeeting: thenPlan(reconcileMeeting),
    operate: (bookingId: string, operation: Parameters<typeof runOperatorCommand>[2]) =>
      runOperatorCommand(deps, bookingId, operation),
    sendMails: (bookingId: string) => sendMails(deps, bookingId),
  };
}

export type BookingActivities = ReturnType<typeof createBookingActivities>;
