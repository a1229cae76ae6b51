export { booking } from './booking.ts';
export { calendar } from './calendar.ts';
export { connection } from './connection.ts';
export { webhook } from './webhook.ts';
