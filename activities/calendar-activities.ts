import { sendCalendarMails } from './calendars/calendar-mails.ts';
import { planCalendar } from './calendars/plan-calendar.ts';
import { readCalendarNow } from './calendars/read-calendar.ts';
import type { ActivityDeps } from './deps.ts';

type Situation = Parameters<typeof planCalendar>[2];

/** What a calendar's workflow does to the world. Arguments and results are ids, states and times only. */
export function createCalendarActivities(deps: ActivityDeps) {
  return {
    planCalendar: (calendarId: string, situation: Situation) => planCalendar(deps, calendarId, situation),
    readCalendar: (calendarId: string) => readCalendarNow(deps, calendarId),
    sendCalendarMails: (calendarId: string) => sendCalendarMails(deps, calendarId),
  };
}

export type CalendarActivities = ReturnType<typeof createCalendarActivities>;
