import type { EventType } from '#db/entities/event-type.ts';
import type { Booking } from '#db/entities/booking.ts';
import { minutesOf } from './booking-times.ts';
import { invalidField } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/** The lengths a guest can choose of, in minutes, shortest first; one where there is no choice. */
export const durationsOf = ({ durationMinutes, furtherDurations }: EventType): readonly number[] =>
  [...new Set([durationMinutes, ...(furtherDurations ?? [])])].toSorted((one, other) => one - other);

/**
 * The event type as it is for a guest who has chosen a length, in minutes; undefined: its usual one.
 * @throws Refusal `validation_failed` where it does not have that length, or no longer
 */
export function withDuration(eventType: EventType, durationMinutes: number | undefined): EventType {
  if (durationMinutes === undefined || durationMinutes === eventType.durationMinutes) return eventType;
  if (!durationsOf(eventType).includes(durationMinutes))
    throw invalidField('/durationMinutes', says('said.other_duration'));
  return copyOf(eventType, durationMinutes);
}

/** The event type as it is for a booking that moves: it keeps the length that its guest chose. */
export function asBooked(eventType: EventType, booking: Booking): EventType {
  const durationMinutes = minutesOf(booking);
  return durationsOf(eventType).includes(durationMinutes) ? copyOf(eventType, durationMinutes) : eventType;
}

/** Not the stored row: its own length is not to be changed by a guest's choice, and stays one that can be chosen. */
function copyOf({ ...rules }: EventType, durationMinutes: number): EventType {
  return { ...rules, durationMinutes, furtherDurations: durationsOf(rules) };
}
