import type { BookingLimit } from '#domain/slots/types.ts';

/** An event type's limit of bookings a day, if it has one, with what counts. */
export const perDay = (timeZone: string, most: number | undefined, starts: readonly number[]): BookingLimit[] =>
  most === undefined ? [] : [{ per: 'day', timeZone, weekStart: 1, most, starts, refusal: 'limit' }];
