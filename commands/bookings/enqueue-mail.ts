import { randomUUIDv7 } from 'node:crypto';
import type { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readRows } from '#db/read-rows.ts';

export type Recipient = 'host' | 'guest';

interface NewMail {
  readonly kind: string;
  /** Names the occasion: one occasion causes one mail to each reader. */
  readonly cause: string;
  readonly to: readonly Recipient[];
  readonly now: Date;
  /** Not before this time; now where left out. */
  readonly dueAt?: Date;
}

/**
 * Queues a mail about a booking, in the transaction that causes it. Queued twice for one cause, it is sent once. Returns
 * what was not queued before.
 */
export function enqueueMail(em: Em, booking: Booking, mail: NewMail): Promise<EmailDelivery[]> {
  return insert(em, { about: booking.id, booking: booking.id }, mail);
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
  await insert(em, { about: connectionId, connection: connectionId }, { ...mail, to: ['host'] });
}

/** Queues a mail to the host about a calendar. */
export async function enqueueCalendarMail(em: Em, calendarId: string, mail: Omit<NewMail, 'to'>): Promise<void> {
  await insert(em, { about: calendarId, calendar: calendarId }, { ...mail, to: ['host'] });
}

interface Subject {
  readonly about: string;
  readonly booking?: string;
  readonly connection?: string;
  readonly calendar?: string;
}

async function insert(
  em: Em,
  { about, booking, connection, calendar }: Subject,
  { kind, cause, to, now, dueAt = now }: NewMail,
): Promise<EmailDelivery[]> {
  await em.flush();
  const rows = to.map((recipient) => {
    const id = randomUUIDv7();
    return [
      id,
      about,
      booking ?? null,
      connection ?? null,
      calendar ?? null,
      kind,
      cause,
      recipient,
      dueAt,
      `mail-${id}`,
      now,
    ];
  });
  const inserted = await em.execute<{ mail: JsonRow }[]>(
    `insert into email_deliveries (id, about, booking_id, connection_id, calendar_id, kind, cause, recipient, state, due_at, message_id, created_at)
     values ${rows.map(() => `(?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)`).join(', ')}
     on conflict (about, kind, cause, recipient) do nothing returning to_jsonb(email_deliveries) - 'content' as mail`,
    rows.flat(),
  );
  return readRows(
    em,
    EmailDelivery,
    inserted.map(({ mail }) => mail),
  );
}
