import { continueAsNew, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CalendarActivities } from '#activities/calendar-activities.ts';
import { laneOptions } from './lanes.ts';
import { ignoreFailure, repeatPlans } from './plan-loop.ts';
import { PRIORITY } from './plan-types.ts';
import { PLAN_OPTIONS } from './plans.ts';
import { CalendarStateKey, HostIdKey, ProblemKey } from './search-attributes.ts';
import { CALENDAR_SIGNALS } from './signals.ts';
import { CALENDARS_QUEUE, MAIL_QUEUE } from './task-queues.ts';

const { planCalendar } = proxyLocalActivities<CalendarActivities>(PLAN_OPTIONS);

/** The life of a calendar that blocks times. It ends when its host stops using it. */
export function calendar(calendarId: string, gaveUp = false): Promise<void> {
  return repeatPlans({
    signals: CALENDAR_SIGNALS,
    gaveUp,
    plan: (situation: Parameters<typeof planCalendar>[1]) => planCalendar(calendarId, situation),
    searchAttributes: ({ hostId, state, problem }) => [
      { key: HostIdKey, value: hostId },
      { key: CalendarStateKey, value: state },
      { key: ProblemKey, value: problem },
    ],
    startLanes(plan, lanes, noteGivenUp) {
      const activities = (taskQueue: string, summary: string) =>
        proxyActivities<CalendarActivities>(
          laneOptions({ ...plan, taskQueue, summary, priority: PRIORITY.background }),
        );
      if (plan.readDue)
        lanes.start(
          'reading',
          () => activities(CALENDARS_QUEUE, 'read the calendar').readCalendar(calendarId),
          noteGivenUp,
        );
      if (plan.mailsDue)
        lanes.start('mails', () => activities(MAIL_QUEUE, 'mails').sendCalendarMails(calendarId), ignoreFailure);
    },
    continueAsNew: (hasGivenUp) => continueAsNew<typeof calendar>(calendarId, hasGivenUp),
  });
}
