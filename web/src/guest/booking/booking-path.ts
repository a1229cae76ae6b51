import type { Change } from '../data/address.ts';

/** A guest's booking in our API. */
export const bookingPath = (token: string) => `/api/v1/public/bookings/${encodeURIComponent(token)}`;

/** The step back to the booking itself. */
export const TO_BOOKING: Change = { action: null, month: null, date: null, slot: null, choose: null, news: null };
