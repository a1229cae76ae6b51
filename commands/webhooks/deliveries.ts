import { deliverWebhook } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { WebhookDelivery } from '#db/entities/webhook.ts';
import type { Em } from '#db/host-transaction.ts';
import { TEST_EVENT } from '#domain/webhooks/webhook.ts';
import { says } from '#messages/says.ts';
import { payloadOf } from './payload.ts';
import { insertDelivery } from './queue-events.ts';
import { findWebhook, type OneWebhook } from './webhooks.ts';

/** Queues an event that says nothing but that deliveries work. @throws Refusal `not_found`, `invalid_transition` while paused */
export function sendTestEvent(deps: CommandDeps, which: OneWebhook): Promise<WebhookDelivery> {
  return queueOne(deps, which, async (em, now) => {
    const payload = payloadOf(TEST_EVENT, now, {});
    const { webhookId } = which;
    return insertDelivery(em, { webhookId, about: webhookId, bookingId: null, type: TEST_EVENT, payload, now });
  });
}

/**
 * Sends an event again, under its former `webhook-id`, after what is queued about the same. One that still waits for its
 * next attempt is tried now.
 * @throws Refusal `not_found`, `invalid_transition` while the webhook is paused
 */
export function resendDelivery(
  deps: CommandDeps,
  { deliveryId, ...which }: OneWebhook & { readonly deliveryId: string },
): Promise<WebhookDelivery> {
  return queueOne(deps, which, async (em, now) => {
    const found = await em.findOne(WebhookDelivery, { id: deliveryId, webhook: which.webhookId });
    if (found === null) throw new Refusal('not_found', says('said.delivery_not_found'));
    if (found.state === 'queued') {
      found.dueAt = now;
      return found.id;
    }
    const { webhook: webhookId, booking, about, messageId, type, payload } = found;
    return insertDelivery(em, { webhookId, about, bookingId: booking ?? null, messageId, type, payload, now });
  });
}

/** One transaction that queues a delivery, and the signal. The host asks for it, so it does not wait for an outage to end. */
async function queueOne(deps: CommandDeps, which: OneWebhook, work: (em: Em, now: Date) => Promise<string>) {
  const { webhook, delivery } = await deps.orm.em.fork().transactional(async (em) => {
    const webhook = await findWebhook(em, which);
    if (webhook.state === 'paused') throw new Refusal('invalid_transition', says('said.webhook_paused'));
    const now = deps.now();
    const id = await work(em, now);
    Object.assign(webhook, { retryAt: null, revision: webhook.revision + 1, nextWakeAt: now });
    await em.flush();
    return { webhook, delivery: await em.findOneOrFail(WebhookDelivery, { id }) };
  });
  await deliverWebhook(deps, webhook, 'queued');
  return delivery;
}
