import { randomUUIDv7 } from 'node:crypto';
import type { AddedGuest } from '#domain/further-guests.ts';
import { FIRST } from '#domain/outbox.ts';
import { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { newRow } from '#db/new-row.ts';
import { type JsonRow, readPlainRow } from '#db/read-rows.ts';
import type { Sentence } from '#messages/says.ts';

/** What is left out has the column's default. */
type BookingRow = Partial<Booking> & Pick<Booking, 'id' | 'host' | 'eventType' | 'status' | 'location' | 'createdAt'>;

/** A booking that comes to be, with all that begins with it. */
export interface NewBooking {
  readonly row: BookingRow;
  /** Whom the guest brings along, in the guest's order. */
  readonly guests: readonly AddedGuest[];
  /** The first line of its timeline. */
  readonly said: Sentence;
  /** The first mail to guest and host; to the further guests too where the booking stands. */
  readonly mail: { readonly kind: 'pending' | 'confirmed'; readonly dueAt: Date };
}

/**
 * Inserts a booking, its further guests, its first line of the timeline and its first mails, in one statement. Returns the
 * row as it is stored.
 * @throws DriverException `isOverlap` where its time is taken, `isDangling` where its event type is gone
 */
export async function insertBooking(em: Em, { row, guests, said, mail }: NewBooking): Promise<Readonly<Booking>> {
  const { id, createdAt: now, bookedBy = 'guest' } = row;
  const { columns, places, values } = newRow(em, Booking, row);
  // Ids of one moment have no order of their own; sorted, they keep the guests in theirs.
  const ids = guests.map(() => randomUUIDv7()).toSorted();
  const added = guests.map(({ email, name = null }, index) => ({ id: ids[index], email, name }));
  const readers = [
    ...['guest', 'host'].map((recipient) => ({ id: randomUUIDv7(), about: id, recipient })),
    ...(mail.kind === 'pending' ? [] : ids.map((about) => ({ id: randomUUIDv7(), about, recipient: 'further_guest' }))),
  ];
  const [made] = await em.execute<{ booking: JsonRow }[]>(
    `with made as (insert into bookings (${columns}) values (${places}) returning *),
       brought as (insert into further_guests (id, booking_id, email, name, created_at)
         select g.id, made.id, g.email, g.name, made.created_at
           from made, jsonb_to_recordset(?::jsonb) as g (id uuid, email text, name text)),
       said as (insert into booking_events (id, booking_id, at, actor, kind, text, says, revision)
         select ?::uuid, id, created_at, ?, 'booked', ?, ?::jsonb, revision from made),
       mailed as (insert into email_deliveries
           (id, about, booking_id, kind, cause, recipient, state, due_at, message_id, created_at)
         select m.id, m.about, made.id, ?, ?, m.recipient, 'queued', ?::timestamptz, 'mail-' || m.id, made.created_at
           from made, jsonb_to_recordset(?::jsonb) as m (id uuid, about uuid, recipient text))
     select to_json(made) as booking from made`,
    [
      ...values,
      JSON.stringify(added),
      randomUUIDv7(),
      bookedBy,
      said.text,
      JSON.stringify(said.says),
      mail.kind,
      FIRST,
      mail.dueAt,
      JSON.stringify(readers),
    ],
  );
  if (made === undefined) throw new Error(`Booking ${id} was not inserted at ${now.toISOString()}`);
  return readPlainRow(em, Booking, made.booking);
}
