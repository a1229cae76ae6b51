import type { Booking } from '#db/entities/booking.ts';

/** Frees the time that a booking's guest proposes, where there is one. */
export function clearProposal(booking: Booking): void {
  if (!booking.proposedStartsAt) return;
  booking.proposedStartsAt = null;
  booking.proposedBlockedFrom = null;
  booking.proposedBlockedUntil = null;
  booking.pendingSince = null;
  booking.holdEndsAt = null;
}
