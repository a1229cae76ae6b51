import type { Actor, BookingStatus } from '#domain/booking.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { resetConferenceBackoff } from './request-conference.ts';
import { enqueueMail, EVERYONE } from './enqueue-mail.ts';
import { clearProposal } from './clear-proposal.ts';

interface End {
  readonly status: Extract<BookingStatus, 'cancelled' | 'declined'>;
  readonly by: Actor;
  readonly reason: string | null;
  readonly now: Date;
}

/** Ends a booking before its time: its time and the one proposed are free at once; the meeting's deletion and the mails are queued. */
export async function endBooking(em: Em, booking: Booking, { status, by, reason, now }: End): Promise<void> {
  booking.status = status;
  booking.endedAt = now;
  booking.endedBy = by;
  booking.reason = reason;
  booking.reasonBy = reason === null ? null : by;
  booking.linkWanted = false;
  clearProposal(booking);
  await resetConferenceBackoff(em, booking.id);
  const to = status === 'cancelled' ? EVERYONE : (['guest', 'host'] as const);
  await enqueueMail(em, booking, { kind: status, cause: 'end', to, now });
  await queueBookingEvent(em, booking, `booking.${status}`, now);
}
