import { randomUUIDv7 } from 'node:crypto';
import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';

export type Recipient = 'host' | 'guest';

interface Owed {
  readonly kind: string;
  /** Names the occasion, so that one occasion owes one mail. */
  readonly cause: string;
  readonly to: readonly Recipient[];
  readonly now: Date;
  /** Not before this time; now where left out. */
  readonly dueAt?: Date;
}

/** Owes a mail about a booking. Owing the same mail twice owes it once. */
export async function oweMail(em: Em, booking: Booking, owed: Owed): Promise<void> {
  await insert(em, { about: booking.id, booking: booking.id, connection: null }, owed);
}

/** Owes the host a mail about a connection. */
export async function oweConnectionMail(em: Em, connectionId: string, owed: Omit<Owed, 'to'>): Promise<void> {
  await insert(em, { about: connectionId, booking: null, connection: connectionId }, { ...owed, to: ['host'] });
}

async function insert(
  em: Em,
  { about, booking, connection }: { about: string; booking: string | null; connection: string | null },
  { kind, cause, to, now, dueAt = now }: Owed,
): Promise<void> {
  await em.flush();
  for (const recipient of to) {
    const id = randomUUIDv7();
    await em.execute(
      `insert into email_deliveries (id, about, booking_id, connection_id, kind, cause, recipient, state, due_at, message_id, created_at)
       values (?, ?, ?, ?, ?, ?, ?, 'owed', ?, ?, ?) on conflict (about, kind, cause, recipient) do nothing`,
      [id, about, booking, connection, kind, cause, recipient, dueAt, `mail-${id}`, now],
    );
  }
}
