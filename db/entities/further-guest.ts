import { defineEntity, p } from '@mikro-orm/postgresql';
import { Booking } from './booking.ts';

/** Whom a booking's guest brings along. Their mails are queued under the id of this row. */
const FurtherGuestSchema = defineEntity({
  name: 'FurtherGuest',
  tableName: 'further_guests',
  properties: {
    id: p.uuid().primary(),
    booking: () => p.manyToOne(Booking).mapToPk().deleteRule('cascade').index(),
    email: p.text(),
    name: p.text().nullable(),
    /** The host removed them: the row goes once they were told, or at once where they knew nothing. */
    removedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export class FurtherGuest extends FurtherGuestSchema.class {}
FurtherGuestSchema.setClass(FurtherGuest);
