import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/**
 * The secret address at which calendar programs read a host's bookings. Its token has 256 random bits, so that a plain
 * hash keeps it secret.
 */
const CalendarFeedSchema = defineEntity({
  name: 'CalendarFeed',
  tableName: 'calendar_feeds',
  properties: {
    host: () => p.manyToOne(User).mapToPk().primary().deleteRule('cascade'),
    hash: p.text().unique(),
    createdAt: p.datetime(),
    /** To the minute. */
    lastReadAt: p.datetime().nullable(),
  },
});
export class CalendarFeed extends CalendarFeedSchema.class {}
CalendarFeedSchema.setClass(CalendarFeed);
