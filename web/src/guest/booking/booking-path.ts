/** A guest's booking in our API. */
export const bookingPath = (token: string) => `/api/v1/public/bookings/${encodeURIComponent(token)}`;
