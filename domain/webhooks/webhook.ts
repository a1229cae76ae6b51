/** What hosts' systems can be told of. Names are never reused for another meaning. */
export const WEBHOOK_EVENTS = [
  'booking.requested',
  'booking.confirmed',
  'booking.rescheduled',
  'booking.cancelled',
  'booking.declined',
  'booking.completed',
  'booking.no_show',
  'conference.ready',
  'conference.failed',
  'connection.reconnect_needed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
export type BookingWebhookEvent = Exclude<WebhookEvent, 'connection.reconnect_needed'>;

/** Sent only where its host asks for it. */
export const TEST_EVENT = 'webhook.test';

/** Raised where a payload changes so that a receiver could misread it; see docs/webhooks.md. */
export const PAYLOAD_VERSION = 1;

/** Of a paused one deliveries are kept until its host resumes it, as long as deliveries are kept at all. */
export const WEBHOOK_STATES = ['active', 'paused'] as const;

/** Why a webhook is paused: its host did, it failed for three days, or it answered 410 Gone. */
export const PAUSE_CAUSES = ['host', 'failing', 'gone'] as const;
export type PauseCause = (typeof PAUSE_CAUSES)[number];

/** `failed`: three days of attempts were failed for it alone; its host can send it again. */
export const WEBHOOK_DELIVERY_STATES = ['queued', 'delivered', 'failed'] as const;

/** Why an attempt failed, where there was no answer to judge by. */
export type DeliveryProblem = 'status' | 'redirect' | 'timeout' | 'unreachable' | 'not_public';
