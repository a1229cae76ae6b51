import { z } from 'zod';
import { PAUSE_CAUSES, WEBHOOK_DELIVERY_STATES, WEBHOOK_EVENTS, WEBHOOK_STATES } from '#domain/webhooks/webhook.ts';
import { say } from '../shared/issues.ts';
import { cursor, id, instant, limit, nextCursor, sentence } from '../shared/schema.ts';

const url = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .meta({ description: 'Where deliveries are posted to, `https`', examples: ['https://example.com/insytical'] });
const events = z.array(z.enum(WEBHOOK_EVENTS)).min(1, say('said.no_event')).max(WEBHOOK_EVENTS.length);
const state = z.enum(WEBHOOK_STATES);

export const webhook = z
  .object({
    id,
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    state: state.meta({ description: 'What happens while it is `paused` is sent once it is resumed' }),
    pauseCause: z.enum(PAUSE_CAUSES).nullable().meta({
      description: '`host`: you paused it. `failing`: all attempts of three days failed. `gone`: it answered 410',
    }),
    pausedAt: instant.nullable(),
    failingSince: instant.nullable().meta({ description: 'Null while deliveries succeed' }),
    formerSecretUntil: instant.nullable().meta({
      description: 'Until then deliveries carry a second signature by the secret before the present one',
    }),
    createdAt: instant,
  })
  .meta({ id: 'Webhook' });

export const webhooks = z.object({ items: z.array(webhook), nextCursor }).meta({ id: 'Webhooks' });

export const newWebhook = z.object({ url, events }).meta({
  id: 'NewWebhook',
  examples: [{ url: 'https://example.com/insytical', events: ['booking.confirmed', 'booking.cancelled'] }],
});

export const webhookMade = webhook
  .extend({ secret: z.string().meta({ description: 'Verifies deliveries; told this once', examples: ['whsec_…'] }) })
  .meta({ id: 'WebhookMade' });

export const webhookChanges = z
  .object({ url: url.optional(), events: events.optional(), state: state.optional() })
  .meta({ id: 'WebhookChanges', examples: [{ state: 'paused' }] });

export const deliveryParams = z.object({ id, deliveryId: id });
export const deliveriesQuery = z.object({ cursor, limit });

export const delivery = z
  .object({
    id,
    messageId: id.meta({ description: 'The header `webhook-id`, the same each time this event is sent' }),
    type: z.string().meta({ examples: ['booking.confirmed'] }),
    state: z.enum(WEBHOOK_DELIVERY_STATES),
    attempts: z.number().int(),
    createdAt: instant,
    lastTriedAt: instant.nullable(),
    nextTryAt: instant.nullable().meta({ description: 'Not before this time; null once it is done' }),
    deliveredAt: instant.nullable(),
    request: z.object({ body: z.record(z.string(), z.unknown()) }),
    answer: z
      .object({
        status: z.number().int(),
        body: z.string().meta({ description: 'Its beginning' }),
        durationMs: z.number().int(),
      })
      .nullable()
      .meta({ description: 'To the last attempt' }),
    problem: z
      .object({ code: z.string(), ...sentence })
      .nullable()
      .meta({ description: 'Of the last attempt' }),
  })
  .meta({ id: 'WebhookDelivery' });

export const deliveries = z.object({ items: z.array(delivery), nextCursor }).meta({ id: 'WebhookDeliveries' });

export type WebhookView = z.output<typeof webhook>;
export type DeliveryView = z.output<typeof delivery>;
