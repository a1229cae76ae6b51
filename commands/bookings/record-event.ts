import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#domain/booking.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { addRow } from '#db/tracked-rows.ts';
import type { Sentence } from '#messages/says.ts';

interface Happening {
  /** Given where it is to be written once, however often it is tried. */
  readonly id?: string | undefined;
  readonly at: Date;
  readonly actor: Actor;
  readonly kind: string;
  /** What hosts read in the timeline, without addresses or links. */
  readonly sentence: Sentence;
}

/** Writes a line of the booking's timeline, at the next flush. */
export function recordEvent(em: Em, booking: Booking, { id, at, actor, kind, sentence }: Happening): void {
  addRow(em, BookingEvent, {
    id: id ?? randomUUIDv7(),
    booking: booking.id,
    at,
    actor,
    kind,
    ...sentence,
    revision: booking.revision,
  });
}

/** A change from outside the booking's workflow: raises the revision and asks for a plan at once. */
export function change(em: Em, booking: Booking, happening: Happening): void {
  booking.revision += 1;
  booking.nextWakeAt = happening.at;
  recordEvent(em, booking, happening);
}

/** A change by the booking's own workflow: it has been seen already, so it counts as delivered. */
export function changeWithin(em: Em, booking: Booking, happening: Happening): void {
  booking.revision += 1;
  booking.deliveredRevision = booking.revision;
  recordEvent(em, booking, happening);
}
