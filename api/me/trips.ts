import { z } from 'zod';
import { daysBetween } from '#domain/slots/iso-date.ts';
import { say } from '../shared/issues.ts';
import { date, timeZone } from '../shared/schema.ts';

const MOST_TRIPS = 20;
/** Longer ones are a move. */
const LONGEST_DAYS = 366;

const trip = z
  .object({ from: date, to: date, timeZone })
  .refine(({ from, to }) => from <= to, { error: say('said.bad_order'), path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) < LONGEST_DAYS, {
    error: say('said.most_days'),
    params: { most: LONGEST_DAYS },
    path: ['to'],
  });

/** Where a host is on some dates. */
export const trips = z
  .array(trip)
  .max(MOST_TRIPS, say('said.most_trips'))
  .superRefine((list, context) => {
    list.forEach((one, index) => {
      const isFree = list.slice(0, index).every(({ from, to }) => one.to < from || to < one.from);
      if (!isFree) context.addIssue({ code: 'custom', message: say('said.trips_overlap'), path: [index, 'from'] });
    });
  })
  .meta({
    description:
      'Local dates, both included, on which the hours of all schedules are in another time zone, overrides too. Ranges must not overlap',
    examples: [[{ from: '2026-12-03', to: '2026-12-09', timeZone: 'Asia/Tokyo' }]],
  });
