import { z } from 'zod';
import { VISIBILITIES } from '#db/entities/event-type.ts';
import { QUESTION_KINDS } from '#domain/questions.ts';
import { readPhoneNumber } from '#domain/phone-number.ts';
import { LEAST_INTERVAL_MINUTES, REFUSALS } from '#domain/slots/types.ts';
import { afterBooking, afterNewBooking, shownAfterBooking } from './after-booking.ts';
import { say } from '../shared/issues.ts';
import { date, id, line, mostBookings, nextCursor, slug, timeZone } from '../shared/schema.ts';

const minutes = (least: number, most: number) => z.int().min(least).max(most);

export const location = z
  .object({
    kind: z.string().min(1).max(40).meta({ description: 'A provider id, or `link`, `phone`, `in_person`' }),
    value: z
      .string()
      .trim()
      .max(500)
      .optional()
      .meta({
        description:
          'Link, number or place, where no provider is asked. `phone` with a number: the guest calls it; without one: ' +
          'the host calls the guest, whose number is required to book',
      }),
    label: line(60).optional().meta({
      description: 'What guests choose it by; needed where another location is of its kind, not for providers',
    }),
  })
  .overwrite((given) => ({ ...given, ...(given.kind === 'phone' ? inPlainCharacters(given.value) : {}) }))
  .refine(({ kind, value }) => kind !== 'phone' || value === undefined || readPhoneNumber(value) !== null, {
    error: say('said.bad_phone'),
    path: ['value'],
  })
  .refine(({ kind, value }) => kind !== 'link' || isWebLink(value), {
    error: say('said.bad_link'),
    path: ['value'],
  })
  .meta({ examples: [{ kind: 'zoom' }] });

const bookingWindow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rolling'), days: z.int().min(0).max(730) }),
  z
    .object({ kind: z.literal('range'), from: date, to: date })
    .refine(({ from, to }) => from <= to, { error: say('said.bad_order'), path: ['to'] })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 730 * 86_400_000, {
      error: say('said.most_days'),
      params: { most: 730 },
      path: ['to'],
    }),
]);

const question = z
  .object({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/, say('said.bad_question_id'))
      // Answers are stored under it, and every object inherits these names.
      .refine((id) => !(id in {}), say('said.question_id_reserved')),
    label: line(200),
    kind: z.enum(QUESTION_KINDS),
    required: z.boolean().default(false),
    options: z.array(line(200)).min(1).max(50).optional(),
  })
  .refine(({ kind, options }) => kind !== 'choice' || options !== undefined, {
    error: say('said.no_option'),
    path: ['options'],
  });

const questions = z
  .array(question)
  .max(20)
  .refine((list) => new Set(list.map((one) => one.id)).size === list.length, say('said.question_ids_differ'));

const visibility = z.enum(VISIBILITIES).meta({
  description: '`live`: on the host’s page; `unlisted`: bookable by its link only; `off`: not bookable',
});

const MOST_FURTHER_LOCATIONS = 9;

const fields = {
  slug,
  title: line(200),
  description: z.string().trim().max(5_000),
  durationMinutes: minutes(1, 1_440),
  furtherDurations: z
    .array(minutes(1, 1_440))
    .max(9, say('said.most_durations'))
    .meta({ description: 'Other lengths that a guest may choose instead of `durationMinutes`' }),
  slotIntervalMinutes: z.int().min(LEAST_INTERVAL_MINUTES, say('said.least_minutes')).max(1_440).nullable(),
  bufferBeforeMinutes: minutes(0, 1_440),
  bufferAfterMinutes: minutes(0, 1_440),
  minimumNoticeMinutes: minutes(0, 525_600),
  changeNoticeMinutes: minutes(0, 525_600).meta({
    description: 'Until how long before the start guests may reschedule or cancel',
  }),
  ...afterBooking,
  requiresReason: z.boolean().meta({ description: 'Whether guests who reschedule or cancel have to say why' }),
  bookingWindow,
  ...mostBookings,
  location,
  furtherLocations: z.array(location).max(MOST_FURTHER_LOCATIONS, say('said.most_locations')).meta({
    description:
      'Other places that a guest may choose instead of `location`; several of one kind that is no provider’s where each has its own `label`',
  }),
  requiresConfirmation: z.boolean(),
  allowsGuests: z.boolean().meta({ description: 'Whether guests may bring further guests' }),
  holdMinutes: minutes(1, 43_200),
  reminderMinutes: z.array(minutes(1, 43_200)).max(5, say('said.most_reminders')),
  questions,
  visibility,
  published: z.boolean().meta({
    description: 'Short for `visibility`, which wins: false is `off`; true is `live`, or `unlisted` where it was that',
  }),
};

export const newEventType = z
  .object({
    title: fields.title,
    slug: fields.slug.optional().meta({ description: 'Made from the title if left out' }),
    description: fields.description.default(''),
    durationMinutes: fields.durationMinutes.default(30),
    furtherDurations: fields.furtherDurations.default([]),
    slotIntervalMinutes: fields.slotIntervalMinutes
      .optional()
      .meta({ description: 'Null: the duration. Left out: 30 for types of an hour or more, else the duration' }),
    bufferBeforeMinutes: fields.bufferBeforeMinutes.default(0),
    bufferAfterMinutes: fields.bufferAfterMinutes.default(0),
    minimumNoticeMinutes: fields.minimumNoticeMinutes.default(0),
    changeNoticeMinutes: fields.changeNoticeMinutes.default(0),
    requiresReason: fields.requiresReason.default(false),
    ...afterNewBooking,
    bookingWindow: fields.bookingWindow.default({ kind: 'rolling', days: 60 }),
    maxPerDay: fields.maxPerDay.default(null),
    maxPerWeek: fields.maxPerWeek.default(null),
    maxPerMonth: fields.maxPerMonth.default(null),
    location: fields.location.default({ kind: 'in_person' }),
    furtherLocations: fields.furtherLocations.default([]),
    requiresConfirmation: fields.requiresConfirmation.default(false),
    allowsGuests: fields.allowsGuests.default(true),
    holdMinutes: fields.holdMinutes.default(1_440),
    reminderMinutes: fields.reminderMinutes.default([1_440, 60]),
    questions: fields.questions.default([]),
    visibility: fields.visibility.optional().meta({ description: '`off` if left out' }),
    published: fields.published.optional(),
    scheduleId: id.optional().meta({ description: 'The default schedule if left out' }),
  })
  .meta({
    id: 'NewEventType',
    examples: [{ title: 'Intro call', durationMinutes: 30, location: { kind: 'zoom' }, visibility: 'live' }],
  });

export const eventTypeChange = z
  .object({ ...fields, archived: z.boolean(), scheduleId: id })
  .partial()
  .meta({ id: 'EventTypeChange', examples: [{ visibility: 'unlisted' }] });

export const eventTypeOrder = z
  .object({
    ids: z
      .array(id)
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, say('said.event_type_once'))
      .meta({ description: 'First to last' }),
  })
  .meta({ id: 'EventTypeOrder', examples: [{ ids: ['019ad3a5-7a04-7e1d-8b0a-5a3e5f0f3c11'] }] });

/** Where a meeting is, as those see it who may know. */
export const shownLocation = z.object({ kind: z.string(), value: z.string().optional() });
const offeredLocation = shownLocation.extend({ label: z.string().optional() });

/** A question to the guest, as it is asked. */
export const shownQuestion = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(QUESTION_KINDS),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
});

export const eventType = z
  .object({
    id,
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    durationMinutes: z.number(),
    furtherDurations: z.array(z.number()),
    slotIntervalMinutes: z.number().nullable(),
    bufferBeforeMinutes: z.number(),
    bufferAfterMinutes: z.number(),
    minimumNoticeMinutes: z.number(),
    changeNoticeMinutes: z.number(),
    requiresReason: z.boolean(),
    ...shownAfterBooking,
    bookingWindow: z.union([
      z.object({ kind: z.literal('rolling'), days: z.number() }),
      z.object({ kind: z.literal('range'), from: z.string(), to: z.string() }),
    ]),
    maxPerDay: z.number().nullable(),
    maxPerWeek: z.number().nullable(),
    maxPerMonth: z.number().nullable(),
    location: offeredLocation,
    furtherLocations: z.array(offeredLocation),
    requiresConfirmation: z.boolean(),
    allowsGuests: z.boolean(),
    holdMinutes: z.number(),
    reminderMinutes: z.array(z.number()),
    questions: z.array(shownQuestion),
    visibility,
    published: z.boolean().meta({ description: 'Whether it can be booked: live or unlisted' }),
    archived: z.boolean(),
    scheduleId: id,
    publicUrl: z.url(),
  })
  .meta({ id: 'EventType' });

export const eventTypes = z.object({ items: z.array(eventType), nextCursor }).meta({ id: 'EventTypes' });

export const hostSlotsQuery = z.object({
  from: date,
  to: date,
  timeZone: timeZone.optional().meta({ description: 'Zone of the dates; the schedule’s own if left out' }),
  durationMinutes: z.coerce
    .number()
    .int()
    .optional()
    .meta({ description: 'One of the event type’s durations; its usual one if left out' }),
  explain: z
    .enum(['0', '1', 'true', 'false'])
    .optional()
    .meta({ description: '`1`: times not offered too, each with why' }),
  booking: id.optional().meta({ description: 'One that is to be moved: its own time counts as free' }),
});

/** Where the answer would be too large, it ends before `to`. */
export const nextDate = z.string().nullable().meta({
  description: 'First date that this answer leaves out: ask again from there. Null where it holds all of them',
});

export const refusal = z.enum(REFUSALS);

export const hostSlots = z
  .object({
    timeZone: z.string(),
    days: z.array(
      z.object({
        date: z.string(),
        slots: z.array(
          z.object({
            startsAt: z.string(),
            endsAt: z.string(),
            refusal: refusal.nullable().meta({ description: 'Why it is not offered; null where it is' }),
          }),
        ),
      }),
    ),
    nextDate,
  })
  .meta({ id: 'HostSlots' });

export type EventType = z.output<typeof eventType>;
export type HostSlots = z.output<typeof hostSlots>;

/** A number however it was pasted; one that is none stays, to be refused. */
function inPlainCharacters(value = ''): { value?: string } {
  const number = readPhoneNumber(value);
  return number === null ? {} : { value: number };
}

function isWebLink(value: string | undefined): boolean {
  if (value === undefined || !URL.canParse(value)) return false;
  return ['http:', 'https:'].includes(new URL(value).protocol);
}
