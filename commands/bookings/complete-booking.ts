import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { clearProposal } from './clear-proposal.ts';
import { change, changeWithin } from './record-event.ts';

const happening = (at: Date) => ({ at, actor: 'system' as const, kind: 'completed', text: 'The meeting is over.' });

/**
 * True from the end of a confirmed booking's meeting until it is recorded as completed; its buffer still blocks its
 * time.
 */
export function isOver({ status, endsAt }: Pick<Booking, 'status' | 'endsAt'>, now: Date): boolean {
  return status === 'confirmed' && endsAt <= now;
}

/** The meeting is over. The caller holds the booking's row and signals `completed` after its commit. */
export function completeBooking(em: Em, booking: Booking, now: Date): void {
  complete(booking, now);
  change(em, booking, happening(now), 'completed');
}

/** The same from the booking's own workflow. */
export function completeWithin(em: Em, booking: Booking, now: Date): void {
  complete(booking, now);
  changeWithin(em, booking, happening(now));
}

function complete(booking: Booking, now: Date): void {
  booking.status = 'completed';
  booking.endedAt = now;
  booking.endedBy = 'system';
  booking.linkWanted = false;
  clearProposal(booking);
}
