import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { CalendarActivities } from '#activities/calendar-activities.ts';
import { watchRun } from './continue.ts';
import { laneOptions, openLanes } from './lanes.ts';
import { type CalendarPlan, PRIORITY } from './plan-types.ts';
import { CALENDAR_SIGNALS } from './signals.ts';
import { PLAN_OPTIONS, Plans } from './plans.ts';
import { CalendarStateKey, HostIdKey, ProblemKey } from './search-attributes.ts';
import { CALENDARS_QUEUE, MAIL_QUEUE } from './task-queues.ts';
import { Timers } from './timers.ts';

const { planCalendar } = proxyLocalActivities<CalendarActivities>(PLAN_OPTIONS);

/** The life of a calendar that blocks times, in the same shape as a connection's. It ends when its host stops using it. */
export async function calendar(calendarId: string, before = false): Promise<void> {
  const state = { look: true, attemptMs: 0, gaveUp: before };
  const look = () => void (state.look = true);
  for (const name of CALENDAR_SIGNALS) setHandler(defineSignal(name), look);
  setDefaultSignalHandler(look);
  const run = watchRun();
  const timers = new Timers(look);
  const plans = new Plans(timers);
  const lanes = openLanes<'reading' | 'mails'>(look);

  for (;;) {
    state.look = false;
    const { gaveUp } = state;
    const plan = await plans.attempt(() => planCalendar(calendarId, { busy: [...lanes.busy], gaveUp }));
    lanes.check();
    if (plan !== null) {
      if (gaveUp) state.gaveUp = false;
      publish(plan);
      state.attemptMs = plan.timings.attemptMs;
    }
    if (run.shouldContinue()) {
      await lanes.end(state.attemptMs);
      return continueAsNew<typeof calendar>(calendarId, state.gaveUp);
    }
    if (plan !== null) startLanes(plan);
    const quiet = !state.look && lanes.busy.size === 0;
    if (quiet && plan?.done === true) return;
    if (plan !== null) timers.set(plan.next === null ? [] : [plan.next]);
    await condition(() => state.look);
  }

  function startLanes(plan: CalendarPlan): void {
    const activities = (taskQueue: string, summary: string) =>
      proxyActivities<CalendarActivities>(laneOptions({ ...plan, taskQueue, summary, priority: PRIORITY.background }));
    if (plan.readDue)
      lanes.start(
        'reading',
        () => activities(CALENDARS_QUEUE, 'read the calendar').readCalendar(calendarId),
        () => (state.gaveUp = true),
      );
    if (plan.mailsDue)
      lanes.start('mails', () => activities(MAIL_QUEUE, 'mails').sendCalendarMails(calendarId), ignore);
  }
}

/** What operators see of a calendar in the Temporal UI; search attributes are written only when changed. */
function publish(plan: CalendarPlan): void {
  const known = workflowInfo().typedSearchAttributes;
  const changed = [
    { key: HostIdKey, value: plan.hostId },
    { key: CalendarStateKey, value: plan.state },
    { key: ProblemKey, value: plan.problem },
  ].filter(({ key, value }) => (known.get(key) ?? null) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);
  const problem = plan.problem === null ? '' : `: ${plan.problem}`;
  setCurrentDetails(`**${plan.state}**${problem}\n\nNext: ${plan.done ? 'nothing' : (plan.next?.name ?? 'a signal')}`);
}

/** Mails carry their own waits in Postgres. */
function ignore(): void {}
