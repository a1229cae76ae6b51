import { defineEntity, p } from '@mikro-orm/postgresql';
import {
  type DeliveryProblem,
  PAUSE_CAUSES,
  WEBHOOK_DELIVERY_STATES,
  WEBHOOK_STATES,
  type WebhookEvent,
} from '#domain/webhooks/webhook.ts';
import { Booking } from './booking.ts';
import { User } from './user.ts';

/** An address of a host's own system that is told of the events it chose. */
const WebhookSchema = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  indexes: [
    {
      name: 'webhooks_wake',
      expression: 'create index webhooks_wake on webhooks (next_wake_at) where next_wake_at is not null',
    },
    {
      name: 'webhooks_undelivered',
      expression: 'create index webhooks_undelivered on webhooks (next_wake_at) where revision > delivered_revision',
    },
    {
      name: 'webhooks_late',
      expression: 'create index webhooks_late on webhooks (late_since) where late_since is not null',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade').index(),
    url: p.text(),
    events: p.json<readonly WebhookEvent[]>(),
    /** Signs deliveries: sealed with AES-256-GCM bound to this row, and not loaded with others. */
    secret: p.blob().lazy(),
    /** The secret before it was replaced; signs beside the new one until then. */
    formerSecret: p.blob().nullable().lazy(),
    formerSecretUntil: p.datetime().nullable(),
    state: p.enum(WEBHOOK_STATES),
    pauseCause: p.enum(PAUSE_CAUSES).nullable(),
    /** Names the occasion in the cause of its mail. */
    pausedAt: p.datetime().nullable(),
    /** Attempts that failed since the last success, and since when. */
    failures: p.integer().default(0),
    troubleSince: p.datetime().nullable(),
    /** Where attempts fail one after the other: none before this; grows with `failures`. */
    retryAt: p.datetime().nullable(),
    revision: p.integer().default(1),
    deliveredRevision: p.integer().default(0),
    nextWakeAt: p.datetime().nullable(),
    /** Since when the sweep signals it again and again; null once a plan has looked. */
    lateSince: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class Webhook extends WebhookSchema.class {}
WebhookSchema.setClass(Webhook);

/** One event for one webhook: written in the transaction that causes it, and kept for 30 days as the log. */
const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  indexes: [
    { name: 'webhook_deliveries_log', properties: ['webhook', 'seq'] },
    {
      name: 'webhook_deliveries_queued',
      expression:
        "create index webhook_deliveries_queued on webhook_deliveries (webhook_id, about, seq) where state = 'queued'",
    },
    {
      name: 'webhook_deliveries_next',
      expression:
        "create index webhook_deliveries_next on webhook_deliveries (webhook_id, attempts, seq) where state = 'queued'",
    },
    {
      name: 'webhook_deliveries_unplanned',
      expression:
        'create index webhook_deliveries_unplanned on webhook_deliveries (webhook_id, created_at) where planned_at is null',
    },
    { name: 'webhook_deliveries_created', properties: ['createdAt'] },
  ],
  properties: {
    id: p.uuid().primary(),
    /** The order of events: those about one booking are written under its row's lock, so theirs is the order of commits. */
    seq: p.bigint().autoincrement(),
    webhook: () => p.manyToOne(Webhook).mapToPk().deleteRule('cascade'),
    booking: () => p.manyToOne(Booking).mapToPk().nullable().deleteRule('cascade').index(),
    /** What the event is about, a booking's or a connection's id: deliveries about the same go out one after the other. */
    about: p.uuid(),
    /** The header `webhook-id`: the same each time this event is sent to this webhook. */
    messageId: p.uuid(),
    type: p.text(),
    payload: p.json<Readonly<Record<string, unknown>>>(),
    state: p.enum(WEBHOOK_DELIVERY_STATES),
    /** When its webhook's plan first saw it; null while a lost signal would be missed. */
    plannedAt: p.datetime().nullable(),
    dueAt: p.datetime(),
    /** While an attempt is under way: until when no other one begins. */
    claimedUntil: p.datetime().nullable(),
    attempts: p.integer().default(0),
    firstTriedAt: p.datetime().nullable(),
    lastTriedAt: p.datetime().nullable(),
    /** Of the last attempt. */
    answerStatus: p.integer().nullable(),
    answerBody: p.text().nullable(),
    answerMs: p.integer().nullable(),
    problem: p.text().$type<DeliveryProblem>().nullable(),
    deliveredAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
