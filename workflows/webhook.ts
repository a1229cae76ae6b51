import { continueAsNew, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { WebhookActivities } from '#activities/webhook-activities.ts';
import { laneOptions } from './lanes.ts';
import { ignoreFailure, repeatPlans } from './plan-loop.ts';
import { PRIORITY } from './plan-types.ts';
import { PLAN_OPTIONS } from './plans.ts';
import { HostIdKey, ProblemKey } from './search-attributes.ts';
import { WEBHOOK_SIGNALS } from './signals.ts';
import { MAIL_QUEUE, WEBHOOKS_QUEUE } from './task-queues.ts';

const { planWebhook } = proxyLocalActivities<WebhookActivities>(PLAN_OPTIONS);

/** The life of a host's webhook. It ends when its host deletes it. */
export function webhook(webhookId: string, gaveUp = false): Promise<void> {
  return repeatPlans({
    signals: WEBHOOK_SIGNALS,
    gaveUp,
    plan: (situation: Parameters<typeof planWebhook>[1]) => planWebhook(webhookId, situation),
    searchAttributes: ({ hostId, problem }) => [
      { key: HostIdKey, value: hostId },
      { key: ProblemKey, value: problem },
    ],
    startLanes(plan, lanes, noteGivenUp) {
      const activities = (taskQueue: string, summary: string) =>
        proxyActivities<WebhookActivities>(laneOptions({ ...plan, taskQueue, summary, priority: PRIORITY.usual }));
      if (plan.deliveriesDue)
        lanes.start(
          'deliveries',
          () => activities(WEBHOOKS_QUEUE, 'deliver events').deliverEvents(webhookId),
          noteGivenUp,
        );
      if (plan.mailsDue)
        lanes.start('mails', () => activities(MAIL_QUEUE, 'mails').sendWebhookMails(webhookId), ignoreFailure);
    },
    continueAsNew: (hasGivenUp) => continueAsNew<typeof webhook>(webhookId, hasGivenUp),
  });
}
