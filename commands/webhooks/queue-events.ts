import { randomUUIDv7 } from 'node:crypto';
import type { Booking } from '#db/entities/booking.ts';
import type { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { Problem } from '#domain/conference.ts';
import type { BookingWebhookEvent, WebhookEvent } from '#domain/webhooks/webhook.ts';
import { describeBooking, payloadOf } from './payload.ts';
import { noteQueued } from './signal-after-commit.ts';

/**
 * Queues an event about a booking for those webhooks of its host that chose it, in the transaction that causes it and
 * holds the booking's row. To be called last, when the booking is as it will be committed.
 */
export async function queueBookingEvent(
  em: Em,
  booking: Booking,
  type: BookingWebhookEvent,
  now: Date,
  problem?: Problem,
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

/** Paused ones too: what happens meanwhile is kept for them. */
async function webhooksFor(em: Em, hostId: string, type: WebhookEvent): Promise<string[]> {
  const rows = await em.execute<{ id: string; events: readonly string[] }[]>(
    'select id, events from webhooks where host_id = ? order by id',
    [hostId],
  );
  return rows.filter(({ events }) => events.includes(type)).map(({ id }) => id);
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

/** Writes one delivery, due at once; after the commit its webhook's workflow is signalled. Returns its id. */
export async function insertDelivery(em: Em, wanted: NewDelivery): Promise<string> {
  const { webhookId, about, bookingId, messageId = randomUUIDv7(), type, payload, now } = wanted;
  const id = randomUUIDv7();
  await em.execute(
    `insert into webhook_deliveries (id, webhook_id, booking_id, about, message_id, type, payload, state, due_at, created_at)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, 'queued', ?, ?)`,
    [id, webhookId, bookingId, about, messageId, type, JSON.stringify(payload), now, now],
  );
  noteQueued(em, webhookId);
  return id;
}
