import { z } from 'zod';
import { instant } from '../shared/schema.ts';

export const calendarFeed = z
  .object({
    createdAt: instant.nullable().meta({ description: 'When the present address was made; null where there is none' }),
    lastReadAt: instant.nullable().meta({ description: 'When a program last read it, to the minute; null = never' }),
  })
  .meta({ id: 'CalendarFeed' });

export const calendarFeedMade = z
  .object({
    url: z.string().meta({
      description: 'The secret address, told this once',
      examples: ['https://booking.example.com/calendar/oZ3…Q8.ics'],
    }),
    createdAt: instant,
  })
  .meta({ id: 'CalendarFeedMade' });

export const feedParams = z.object({ token: z.string().max(200) });
