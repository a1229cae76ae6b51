import { z } from 'zod';
import { affectedBookings } from '../bookings/schema.ts';
import { date, id, line, nextCursor, timeZone } from '../shared/schema.ts';
import { say } from '../shared/issues.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, say('said.bad_clock'));
const clockEnd = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, say('said.bad_clock_end'));

const EMPTY = say('said.empty_hours');

const hours = z
  .object({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: clock, to: clockEnd })
  .refine(({ from, to }) => from !== to, { error: EMPTY, path: ['to'] });

const interval = z
  .tuple([clock, clockEnd])
  .refine(([from, to]) => from !== to, { error: EMPTY, path: [1] })
  .meta({ examples: [['10:00', '12:00']] });

const override = z.object({ date, intervals: z.array(interval).max(24) });

const overrides = z
  .array(override)
  .max(400)
  .superRefine((list, context) => {
    list.forEach(({ date }, index) => {
      if (list.findIndex((other) => other.date === date) === index) return;
      const message = say('said.override_twice');
      context.addIssue({ code: 'custom', message, path: [index, 'date'] });
    });
  });

const fields = {
  name: line(100),
  timeZone,
  weekly: z
    .array(hours)
    .max(50)
    .meta({
      description:
        'ISO weekdays, local wall-clock times. Hours that end before they start end on the next day: 22:00 to 02:00',
      examples: [[{ days: [1, 2], from: '09:00', to: '17:00' }]],
    }),
  overrides: overrides.meta({
    description:
      'Replace the hours that start on one local date; no intervals: unavailable all day. One override a date',
  }),
};

/** From and to. Written as a list of two texts: programs that read OpenAPI documents stumble over `prefixItems`. */
const shownInterval = z.tuple([z.string(), z.string()]).meta({
  override({ jsonSchema }) {
    delete jsonSchema.prefixItems;
    jsonSchema.items = { type: 'string' };
  },
});

export const schedule = z
  .object({
    id,
    name: z.string(),
    timeZone: z.string(),
    isDefault: z.boolean(),
    weekly: z.array(z.object({ days: z.array(z.number()), from: z.string(), to: z.string() })),
    overrides: z.array(z.object({ date: z.string(), intervals: z.array(shownInterval) })),
  })
  .meta({ id: 'Schedule' });

export const changedSchedule = schedule.extend({ affectedBookings }).meta({ id: 'ChangedSchedule' });

export const schedules = z.object({ items: z.array(schedule), nextCursor }).meta({ id: 'Schedules' });

export const newSchedule = z
  .object({
    name: fields.name.default('Working hours'),
    timeZone: fields.timeZone.optional().meta({ description: 'The host’s own zone if left out' }),
    isDefault: z.boolean().default(false),
    weekly: fields.weekly.default([]),
    overrides: fields.overrides.default([]),
  })
  .meta({
    id: 'NewSchedule',
    examples: [
      { name: 'Mornings', timeZone: 'Europe/Berlin', weekly: [{ days: [1, 2, 3], from: '08:00', to: '12:00' }] },
    ],
  });

export const scheduleChange = z
  .object({ ...fields, isDefault: z.boolean() })
  .partial()
  .meta({ id: 'ScheduleChange', examples: [{ timeZone: 'Europe/Paris' }] });

export type Schedule = z.output<typeof schedule>;
