import type { ActivityDeps } from './deps.ts';
import { deliverEvents } from './webhooks/deliver-events.ts';
import { planWebhook } from './webhooks/plan-webhook.ts';
import { sendWebhookMails } from './webhooks/webhook-mails.ts';

type Situation = Parameters<typeof planWebhook>[2];

/** What a webhook's workflow does to the world. Arguments and results are ids, states, counts and times only. */
export function createWebhookActivities(deps: ActivityDeps) {
  return {
    planWebhook: (webhookId: string, situation: Situation) => planWebhook(deps, webhookId, situation),
    deliverEvents: (webhookId: string) => deliverEvents(deps, webhookId),
    sendWebhookMails: (webhookId: string) => sendWebhookMails(deps, webhookId),
  };
}

export type WebhookActivities = ReturnType<typeof createWebhookActivities>;
