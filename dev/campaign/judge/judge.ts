import type { Observed } from '../observed.ts';
import { judgeActs, judgeDoubleBookings, judgeViews } from './bookings.ts';
import { judgeCalendars } from './calendars.ts';
import { judgeCalls } from './calls.ts';
import { judgeLastMails } from './last-mails.ts';
import { judgeLeaks } from './leaks.ts';
import { judgeLinks, judgeMeetings, judgeStrangers, judgeTimes } from './meetings.ts';
import { judgeCopies, judgeRepetition, judgeSent } from './repeated-mails.ts';
import { judgeReminders } from './reminders.ts';
import { judgeRest, judgeWaits } from './waits.ts';
import { judgeWorkflows } from './workflows.ts';
import type { Rule, Violation } from './verdict.ts';

/** Every rule by the name under which violations are told. */
export const RULES: Readonly<Record<string, Rule>> = {
  meetings: judgeMeetings,
  strangers: judgeStrangers,
  links: judgeLinks,
  times: judgeTimes,
  views: judgeViews,
  acts: judgeActs,
  'double bookings': judgeDoubleBookings,
  'last mails': judgeLastMails,
  calendars: judgeCalendars,
  copies: judgeCopies,
  repetition: judgeRepetition,
  'sent mails': judgeSent,
  reminders: judgeReminders,
  calls: judgeCalls,
  rest: judgeRest,
  waits: judgeWaits,
  workflows: judgeWorkflows,
  leaks: judgeLeaks,
};

/** Holds what was observed against every rule. */
export function judge(observed: Observed): Violation[] {
  return Object.values(RULES).flatMap((rule) => rule(observed));
}
