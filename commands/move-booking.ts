import type { Booking } from '#db/entities/booking.ts';
import { minutesOf, timesOf } from './booking-times.ts';

/** Gives a booking its new time; duration and buffers stay those it was booked with. */
export function moveBooking(booking: Booking, startsAt: Date, now: Date, endsAt?: Date): void {
  const durationMinutes = minutesOf(endsAt ? { startsAt, endsAt } : booking);
  booking.previousStartsAt = booking.startsAt;
  Object.assign(booking, timesOf({ ...rulesOf(booking), durationMinutes }, startsAt));
  booking.scheduledAt = now;
  booking.icsSequence += 1;
}

function rulesOf({ bufferBeforeMinutes, bufferAfterMinutes }: Booking) {
  return { bufferBeforeMinutes, bufferAfterMinutes };
}
