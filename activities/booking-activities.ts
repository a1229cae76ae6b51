import type { ActivityDeps } from './deps.ts';
import { sendMails } from './mails/send-mails.ts';
import { createMeeting } from './meetings/create-meeting.ts';
import { deleteMeeting } from './meetings/delete-meeting.ts';
import { reconcileMeeting } from './meetings/reconcile-meeting.ts';
import { updateMeeting } from './meetings/update-meeting.ts';
import { runOperatorCommand } from './operator-command.ts';
import { planBooking, type Situation } from './plan/plan-booking.ts';

/** What a booking's workflow does to the world. Arguments and results are ids, states and times only. */
export function createBookingActivities(deps: ActivityDeps) {
  return {
    planBooking: (bookingId: string, situation: Situation) => planBooking(deps, bookingId, situation),
    createMeeting: (conferenceId: string) => createMeeting(deps, conferenceId),
    updateMeeting: (conferenceId: string) => updateMeeting(deps, conferenceId),
    deleteMeeting: (conferenceId: string) => deleteMeeting(deps, conferenceId),
    reconcileMeeting: (conferenceId: string) => reconcileMeeting(deps, conferenceId),
    operate: (bookingId: string, operation: Parameters<typeof runOperatorCommand>[2]) =>
      runOperatorCommand(deps, bookingId, operation),
    sendMails: (bookingId: string) => sendMails(deps, bookingId),
  };
}

export type BookingActivities = ReturnType<typeof createBookingActivities>;
