import { continueAsNew, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ConnectionActivities } from '#activities/connection-activities.ts';
import { laneOptions } from './lanes.ts';
import { ignoreFailure, repeatPlans } from './plan-loop.ts';
import { type ConnectionAction, PRIORITY, type PriorityKey } from './plan-types.ts';
import { PLAN_OPTIONS } from './plans.ts';
import { ConnectionStateKey, HostIdKey, ProblemKey, ProviderKey } from './search-attributes.ts';
import { CONNECTION_SIGNALS } from './signals.ts';
import { BOOKINGS_QUEUE, MAIL_QUEUE, upkeepQueue } from './task-queues.ts';

const { planConnection } = proxyLocalActivities<ConnectionActivities>(PLAN_OPTIONS);

/** The life of a connection: its subscription, what the provider tells, polls, mails to its host, the end of its tokens. */
export function connection(connectionId: string, gaveUp = false): Promise<void> {
  return repeatPlans({
    signals: CONNECTION_SIGNALS,
    gaveUp,
    plan: (situation: Parameters<typeof planConnection>[1]) => planConnection(connectionId, situation),
    searchAttributes: ({ hostId, provider, state, problem }) => [
      { key: HostIdKey, value: hostId },
      { key: ProviderKey, value: provider },
      { key: ConnectionStateKey, value: state },
      { key: ProblemKey, value: problem },
    ],
    startLanes(plan, lanes, noteGivenUp) {
      const { call } = plan;
      const activities = (taskQueue: string, summary: string, priority: PriorityKey = PRIORITY.usual) =>
        proxyActivities<ConnectionActivities>(laneOptions({ ...plan, taskQueue, summary, priority }));
      if (call !== null)
        lanes.start('calls', () => activities(queueOf(call, plan.provider), call)[call](connectionId), noteGivenUp);
      if (plan.mailsDue)
        lanes.start('mails', () => activities(MAIL_QUEUE, 'mails').sendConnectionMails(connectionId), ignoreFailure);
      if (plan.wakeBookings)
        lanes.start(
          'wake',
          () => activities(BOOKINGS_QUEUE, 'wake bookings', PRIORITY.asked).wakeBookings(connectionId),
          ignoreFailure,
        );
    },
    continueAsNew: (hasGivenUp) => continueAsNew<typeof connection>(connectionId, hasGivenUp),
  });
}

/** What a provider has just told of is looked at as soon as a booking's own meeting is; the rest can wait. */
function queueOf(call: ConnectionAction, provider: string): string {
  return call === 'readNotifications' ? provider : upkeepQueue(provider);
}
