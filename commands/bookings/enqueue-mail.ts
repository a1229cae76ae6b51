import { randomUUIDv7 } from 'node:crypto';
import type { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { JsonRow } from '#db/read-rows.ts';
import { trackRows } from '#db/tracked-rows.ts';
import type { Recipient } from '#domain/outbox.ts';

/** Whom a confirmed booking concerns. */
export const EVERYONE = ['guest', 'host', 'further_guest'] as const;

interface NewMail {
  readonly kind: string;
  /** Names the occasion: one occasion causes one mail to each reader. */
  readonly cause: string;
  /** `further_guest` stands for each of them whom the host has not removed. */
  readonly to: readonly Recipient[];
  readonly now: Date;
  /** Not before this time; now where left out. */
  readonly dueAt?: Date;
}

/**
 * Queues a mail about a booking, in the transaction that causes it. Queued twice for one cause, it is sent once. Returns
 * what was not queued before.
 */
export function enqueueMail(em: Em, { id }: Booking, { to, ...mail }: NewMail): Promise<EmailDelivery[]> {
  const readers = to
    .filter((recipient) => recipient !== 'further_guest')
    .map((recipient) => ({ about: id, recipient }));
  return insert(em, { booking: id, withFurtherGuests: to.includes('further_guest') }, readers, mail);
}

/** Queues a mail to one of a booking's further guests. */
export function enqueueMailToFurtherGuest(
  em: Em,
  { id }: Booking,
  furtherGuestId: string,
  mail: Omit<NewMail, 'to'>,
): Promise<EmailDelivery[]> {
  return insert(em, { booking: id }, [{ about: furtherGuestId, recipient: 'further_guest' }], mail);
}

/** Confirmations that wait for a link go now. */
export async function releaseConfirmations(em: Em, bookingId: string, now: Date): Promise<void> {
  await em.execute(
    `update email_deliveries set due_at = ? where booking_id = ? and kind = 'confirmed' and state = 'queued' and due_at > ?`,
    [now, bookingId, now],
  );
}

/** Queues a mail to the host about a connection. */
export async function enqueueConnectionMail(em: Em, connectionId: string, mail: Omit<NewMail, 'to'>): Promise<void> {
  await insert(em, { connection: connectionId }, [{ about: connectionId, recipient: 'host' }], mail);
}

/** Queues a mail to the host about a calendar. */
export async function enqueueCalendarMail(em: Em, calendarId: string, mail: Omit<NewMail, 'to'>): Promise<void> {
  await insert(em, { calendar: calendarId }, [{ about: calendarId, recipient: 'host' }], mail);
}

/** Queues a mail to the host about a webhook. */
export async function enqueueWebhookMail(em: Em, webhookId: string, mail: Omit<NewMail, 'to'>): Promise<void> {
  await insert(em, { webhook: webhookId }, [{ about: webhookId, recipient: 'host' }], mail);
}

interface Subject {
  readonly booking?: string;
  readonly connection?: string;
  readonly calendar?: string;
  readonly webhook?: string;
  /** Whether the booking's further guests get the mail too. */
  readonly withFurtherGuests?: boolean;
}

interface Reader {
  readonly about: string;
  readonly recipient: Recipient;
}

const READER = 'select ?::uuid as id, ?::uuid as about, ?::text as recipient';
const EACH_FURTHER_GUEST = `select gen_random_uuid(), id, 'further_guest' from further_guests where booking_id = ? and removed_at is null`;

async function insert(
  em: Em,
  { booking, connection, calendar, webhook, withFurtherGuests = false }: Subject,
  readers: readonly Reader[],
  { kind, cause, now, dueAt = now }: Omit<NewMail, 'to'>,
): Promise<EmailDelivery[]> {
  await em.flush();
  const rows = [...readers.map(() => READER), ...(withFurtherGuests ? [EACH_FURTHER_GUEST] : [])];
  const inserted = await em.execute<{ mail: JsonRow }[]>(
    `with reader as (${rows.join(' union all ')})
     insert into email_deliveries (id, about, booking_id, connection_id, calendar_id, webhook_id, kind, cause, recipient, state, due_at, message_id, created_at)
     select id, about, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, ?, recipient, 'queued', ?::timestamptz, 'mail-' || id, ?::timestamptz from reader
     on conflict (about, kind, cause, recipient) do nothing returning to_jsonb(email_deliveries) - 'content' as mail`,
    [
      ...readers.flatMap(({ about, recipient }) => [randomUUIDv7(), about, recipient]),
      ...(withFurtherGuests ? [booking ?? null] : []),
      booking ?? null,
      connection ?? null,
      calendar ?? null,
      webhook ?? null,
      kind,
      cause,
      dueAt,
      now,
    ],
  );
  return trackRows(
    em,
    EmailDelivery,
    inserted.map(({ mail }) => mail),
  );
}
