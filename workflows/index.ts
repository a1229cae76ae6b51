export { booking } from './booking.ts';
export { connection } from './connection.ts';
