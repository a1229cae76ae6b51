/** Workflows and their local activities. Each provider has a queue of its own, named by its id. */
export const BOOKINGS_QUEUE = 'bookings';
export const MAIL_QUEUE = 'mail';
