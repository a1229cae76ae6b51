export { booking } from './booking.ts';
export { calendar } from './calendar.ts';
export { connection } from './connection.ts';
