import { randomUUIDv7 } from 'node:crypto';
import type { Booking } from '#db/entities/booking.ts';
import type { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { Problem } from '#domain/conference.ts';
import { saysOfLink } from '#messages/says.ts';
import type { BookingWebhookEvent, WebhookEvent } from '#domain/webhooks/webhook.ts';
import { describeBooking, payloadOf } from './payload.ts';
import { noteQueued } from './signal-after-commit.ts';

/** A problem as hosts' systems are told of it; `name` is the provider's. */
export const problemInWords = ({ code }: Problem, name: string) => ({ code, text: saysOfLink(code, name).text });

/**
 * Queues an event about a booking for those webhooks of its host that chose it, in the transaction that causes it and
 * holds the booking's row. To be called last, when the booking is as it will be committed.
 */
export async function queueBookingEvent(
  em: Em,
  booking: Booking,
  type: BookingWebhookEvent,
  now: Date,
  problem?: ReturnType<typeof problemInWords>,
): Promise<void> {
  const webhooks = await webhooksFor(em, booking.host, type);
  if (webhooks.length === 0) return;
  // The payload asks the database for what this transaction may have changed.
  await em.flush();
  const data = { booking: await describeBooking(em, booking), ...(problem && { problem }) };
  const payload = payloadOf(type, now, data);
  for (const webhookId of webhooks)
    await insertDelivery(em, { webhookId, about: booking.id, bookingId: booking.id, type, payload, now });
}

/** Queues that a host has to reconnect a provider, in the transaction that finds it out. */
export async function queueReconnectEvent(em: Em, { id, host, provider, cause }: Connection, now: Date): Promise<void> {
  const type = 'connection.reconnect_needed';
  const payload = payloadOf(type, now, { connection: { id, provider, cause: cause ?? null } });
  for (const webhookId of await webhooksFor(em, host, type))
    await insertDelivery(em, { webhookId, about: id, bookingId: null, type, payload, now });
}

interface Known {
  readonly id: string;
  readonly events: readonly string[];
}

const known = new WeakMap<Em, readonly Known[]>();

/** A host's webhooks as one value of a statement that reads other rows anyway; `hostId` is an expression of it. */
export const webhooksOf = (hostId: string): string =>
  `(select coalesce(json_agg(json_build_object('id', id, 'events', events) order by id), '[]') from webhooks where host_id = ${hostId})`;

/** Spares the question for them: `webhooks` are those of the one host that the transaction of `em` is about. */
export const knowWebhooks = (em: Em, webhooks: unknown): void => void known.set(em, webhooks as readonly Known[]);

/** Paused ones too: what happens meanwhile is kept for them. */
async function webhooksFor(em: Em, hostId: string, type: WebhookEvent): Promise<string[]> {
  const ask = () => em.execute<Known[]>('select id, events from webhooks where host_id = ? order by id', [hostId]);
  const webhooks = known.get(em) ?? (await ask());
  return webhooks.filter(({ events }) => events.includes(type)).map(({ id }) => id);
}

interface NewDelivery {
  readonly webhookId: string;
  readonly about: string;
  readonly bookingId: string | null;
  /** Of an event that is sent again; a new one where left out. */
  readonly messageId?: string;
  readonly type: string;
  readonly payload: object;
  readonly now: Date;
}

/**
 * Writes one delivery, due at once; after the commit its webhook's workflow is signalled. Where the webhook is deleted at
 * the same moment, nothing is written, and what caused the event continues. Returns the delivery's id.
 */
export async function insertDelivery(em: Em, wanted: NewDelivery): Promise<string> {
  const { webhookId, about, bookingId, messageId = randomUUIDv7(), type, payload, now } = wanted;
  const id = randomUUIDv7();
  await em.execute(
    `insert into webhook_deliveries (id, webhook_id, booking_id, about, message_id, type, payload, state, due_at, created_at)
     select ?::uuid, id, ?::uuid, ?::uuid, ?::uuid, ?, ?::jsonb, 'queued', ?::timestamptz, ?::timestamptz
       from webhooks where id = ? for key share`,
    [id, bookingId, about, messageId, type, JSON.stringify(payload), now, now, webhookId],
  );
  noteQueued(em, webhookId);
  return id;
}
