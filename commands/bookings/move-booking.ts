import type { Actor } from '#domain/booking.ts';
import type { Booking } from '#db/entities/booking.ts';
import { minutesOf, timesOf } from './booking-times.ts';
import { clearProposal } from './clear-proposal.ts';

/** Gives a booking its new time, which ends any proposal. `endsAt` where the meeting has another length from now on. */
export function moveBooking(booking: Booking, startsAt: Date, now: Date, endsAt?: Date): void {
  booking.previousStartsAt = booking.startsAt;
  Object.assign(booking, timesAt(booking, startsAt, endsAt));
  booking.scheduledAt = now;
  clearProposal(booking);
  // What was said about a former proposal is of no interest at another time.
  booking.proposalOutcome = null;
  booking.reason = null;
  booking.reasonBy = null;
  booking.noShowAt = null;
  booking.rescheduleAskedAt = null;
}

/** A booking's times if it began then: the buffers are those it was booked with, and so is the length unless an end is given. */
export function timesAt(booking: Booking, startsAt: Date, endsAt?: Date) {
  const { bufferBeforeMinutes, bufferAfterMinutes } = booking;
  const durationMinutes = minutesOf(endsAt ? { startsAt, endsAt } : booking);
  return timesOf({ durationMinutes, bufferBeforeMinutes, bufferAfterMinutes }, startsAt);
}

/** Keeps what was said about a booking's newest move or proposed time; nothing where that is empty. */
export function sayWhy(booking: Booking, reason: string | undefined, by: Actor): void {
  booking.reason = reason || null;
  booking.reasonBy = reason ? by : null;
}
