import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Actor } from '#domain/booking.ts';
import type { Says } from '#messages/says.ts';
import { Booking } from './booking.ts';

/** The timeline hosts see; append-only. */
const BookingEventSchema = defineEntity({
  name: 'BookingEvent',
  tableName: 'booking_events',
  indexes: [{ name: 'booking_events_booking', properties: ['booking', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    booking: () => p.manyToOne(Booking).mapToPk().deleteRule('cascade'),
    at: p.datetime(),
    actor: p.text().$type<Actor>(),
    kind: p.text(),
    /** In English, and as what it says in other languages; null where that is not known. */
    text: p.text(),
    says: p.json<Says>().nullable(),
    revision: p.integer(),
  },
});
export class BookingEvent extends BookingEventSchema.class {}
BookingEventSchema.setClass(BookingEvent);
