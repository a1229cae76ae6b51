import { defineEntity, p } from '@mikro-orm/postgresql';
import { Booking } from './booking.ts';
import { EventType } from './event-type.ts';

/** A link by which an event type is booked in any visibility: once, or until a time, or until it is deleted. */
const BookingLinkSchema = defineEntity({
  name: 'BookingLink',
  tableName: 'booking_links',
  properties: {
    id: p.uuid().primary(),
    eventType: () => p.manyToOne(EventType).mapToPk().deleteRule('cascade').index(),
    /** For the host's own eyes: whom it is for. */
    name: p.text().default(''),
    singleUse: p.boolean(),
    /** Null where it does not expire. */
    expiresAt: p.datetime().nullable(),
    /** When the only booking of a single-use link was made by it. */
    usedAt: p.datetime().nullable(),
    booking: () => p.manyToOne(Booking).mapToPk().nullable().deleteRule('set null').index(),
    createdAt: p.datetime(),
  },
});
export class BookingLink extends BookingLinkSchema.class {}
BookingLinkSchema.setClass(BookingLink);
