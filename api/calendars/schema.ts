import { z } from 'zod';
import { CALENDAR_STATES } from '#domain/calendars/calendar.ts';
import { id, instant, line, nextCursor, sentence } from '../shared/schema.ts';

export const calendar = z
  .object({
    id,
    name: z.string(),
    state: z.enum(CALENDAR_STATES).meta({
      description:
        'While it is `unreadable` the busy times of its last reading still block. A `stopped` one is no longer listed',
    }),
    lastReadAt: instant.nullable().meta({
      description: 'Null until it was read for the first time; until then it blocks every time',
    }),
    problem: z
      .object({ code: z.string(), ...sentence })
      .nullable()
      .meta({ description: 'Why it could not be read, or that some of its entries could not' }),
  })
  .meta({ id: 'Calendar' });

export const calendars = z.object({ items: z.array(calendar), nextCursor }).meta({ id: 'Calendars' });

export const newCalendar = z
  .object({
    url: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .meta({ description: 'Its secret iCal address, `https` or `webcal`. It is never returned' }),
    name: line(100).optional().meta({ description: 'Its server’s name if left out' }),
  })
  .meta({ id: 'NewCalendar', examples: [{ url: 'webcal://calendar.example.com/secret/basic.ics', name: 'Private' }] });

export type Calendar = z.output<typeof calendar>;
