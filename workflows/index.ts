export { booking } from './booking.ts';
export { connection } from './connection.ts';
export { prune, redeliver } from './upkeep.ts';
