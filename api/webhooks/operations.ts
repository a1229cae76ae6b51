import * as deliveryCommands from '#commands/webhooks/deliveries.ts';
import * as commands from '#commands/webhooks/webhooks.ts';
import { Webhook, WebhookDelivery } from '#db/entities/webhook.ts';
import { says } from '#messages/says.ts';
import { hostOperation, type Operation } from '../operation.ts';
import { invalid, Problem } from '../problem.ts';
import { idParams } from '../shared/schema.ts';
import { presentDelivery, presentWebhook } from './present.ts';
import * as schema from './schema.ts';

/** Webhooks that tell a host's own systems of bookings, and the log of what was delivered: docs/webhooks.md. */
export const webhookOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/webhooks',
    summary: 'The host’s webhooks',
    success: { status: 200, description: 'All of them, without their secrets', schema: schema.webhooks },
    handle: async function listWebhooks({ em, host, now }) {
      const rows = await em.find(Webhook, { host: host.id }, { orderBy: { id: 'asc' } });
      return { items: rows.map((row) => presentWebhook(row, now)), nextCursor: null };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/webhooks',
    summary: 'Have events delivered to a system of your own',
    body: schema.newWebhook,
    success: { status: 201, description: 'The new one, with the secret that verifies it', schema: schema.webhookMade },
    problems: ['invalid_transition'],
    handle: async function createWebhook({ deps, host, body, now }) {
      const { webhook, secret } = await commands.createWebhook(deps, { hostId: host.id, ...body });
      return { ...presentWebhook(webhook, now), secret };
    },
  }),
  hostOperation({
    method: 'patch',
    path: '/api/v1/webhooks/:id',
    summary: 'Change a webhook, pause it or resume it',
    params: idParams,
    body: schema.webhookChanges,
    success: { status: 200, description: 'The webhook', schema: schema.webhook },
    problems: ['not_found'],
    handle: async function updateWebhook({ deps, host, params, body, now }) {
      return presentWebhook(await commands.changeWebhook(deps, { hostId: host.id, webhookId: params.id }, body), now);
    },
  }),
  hostOperation({
    method: 'delete',
    path: '/api/v1/webhooks/:id',
    summary: 'Delete a webhook with the log of its deliveries',
    params: idParams,
    success: { status: 204, description: 'Deleted' },
    problems: ['not_found'],
    handle: async function deleteWebhook({ deps, host, params }) {
      await commands.deleteWebhook(deps, { hostId: host.id, webhookId: params.id });
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/webhooks/:id/rotate-secret',
    summary: 'Replace the secret; the former one signs beside it for 24 hours',
    params: idParams,
    success: { status: 200, description: 'The webhook, with its new secret', schema: schema.webhookMade },
    problems: ['not_found'],
    handle: async function rotateWebhookSecret({ deps, host, params, now }) {
      const which = { hostId: host.id, webhookId: params.id };
      const { webhook, secret } = await commands.rotateWebhookSecret(deps, which);
      return { ...presentWebhook(webhook, now), secret };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/webhooks/:id/test',
    summary: 'Send an event of type `webhook.test`',
    params: idParams,
    success: { status: 202, description: 'It is sent in a moment', schema: schema.delivery },
    problems: ['not_found', 'invalid_transition', 'rate_limited'],
    handle: async function testWebhook({ deps, host, params }) {
      await deps.limits.spend('webhookSending', host.id);
      return presentDelivery(await deliveryCommands.sendTestEvent(deps, { hostId: host.id, webhookId: params.id }));
    },
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/webhooks/:id/deliveries',
    summary: 'The deliveries of the last 30 days, newest first',
    params: idParams,
    query: schema.deliveriesQuery,
    success: { status: 200, description: 'One page', schema: schema.deliveries },
    problems: ['not_found'],
    handle: async function listWebhookDeliveries({ em, host, params, query: { cursor, limit } }) {
      if ((await em.count(Webhook, { id: params.id, host: host.id })) === 0) throw new Problem('not_found');
      const rows = await em.find(
        WebhookDelivery,
        { webhook: params.id, ...(cursor !== undefined && { seq: { $lt: sequenceOf(cursor) } }) },
        { orderBy: { seq: 'desc' }, limit: limit + 1 },
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const nextCursor = rows.length > page.length && last !== undefined ? String(last.seq) : null;
      return { items: page.map(presentDelivery), nextCursor };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/webhooks/:id/deliveries/:deliveryId/resend',
    summary: 'Send a delivery again, under the same `webhook-id`',
    params: schema.deliveryParams,
    success: { status: 202, description: 'The delivery that is sent in a moment', schema: schema.delivery },
    problems: ['not_found', 'invalid_transition', 'rate_limited'],
    handle: async function resendWebhookDelivery({ deps, host, params }) {
      await deps.limits.spend('webhookSending', host.id);
      const which = { hostId: host.id, webhookId: params.id, deliveryId: params.deliveryId };
      return presentDelivery(await deliveryCommands.resendDelivery(deps, which));
    },
  }),
];

/** @throws Problem `validation_failed` for what is no cursor of ours */
function sequenceOf(cursor: string): bigint {
  if (!/^\d{1,18}$/.test(cursor)) throw invalid('/cursor', says('said.bad_cursor'));
  return BigInt(cursor);
}
