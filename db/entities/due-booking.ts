import { defineEntity, p } from '@mikro-orm/postgresql';
import { Booking } from './booking.ts';

/**
 * When bookings are next due, kept by a trigger of `bookings`; one that is never due again has no row. The wake time moves
 * several times in a booking's life: indexed here, it moves no entry of the large table's own indexes.
 */
const DueBookingSchema = defineEntity({
  name: 'DueBooking',
  tableName: 'due_bookings',
  indexes: [
    { name: 'due_bookings_wake', properties: ['nextWakeAt'] },
    {
      name: 'due_bookings_reminder',
      expression:
        'create index due_bookings_reminder on due_bookings (next_reminder_at) where next_reminder_at is not null',
    },
    {
      name: 'due_bookings_undelivered',
      expression: 'create index due_bookings_undelivered on due_bookings (next_wake_at) where is_undelivered',
    },
    {
      name: 'due_bookings_late',
      expression: 'create index due_bookings_late on due_bookings (late_since) where late_since is not null',
    },
  ],
  properties: {
    booking: () => p.manyToOne(Booking).mapToPk().primary().deleteRule('cascade'),
    nextWakeAt: p.datetime().nullable(),
    nextReminderAt: p.datetime().nullable(),
    lateSince: p.datetime().nullable(),
    /** Temporal has not accepted the booking's newest revision. */
    isUndelivered: p.boolean(),
  },
});
export class DueBooking extends DueBookingSchema.class {}
DueBookingSchema.setClass(DueBooking);
