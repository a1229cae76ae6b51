import { z } from 'zod';
import { MOST_FURTHER_GUESTS } from '#domain/further-guests.ts';
import {
  bookingStatus,
  conferenceStatus,
  proposalOutcome,
  proposedStartsAt,
  shownAnswers,
} from '../bookings/schema.ts';
import { say } from '../shared/issues.ts';
import { nextDate, shownLocation, shownQuestion } from '../event-types/schema.ts';
import {
  date,
  email,
  hourCycle,
  id,
  instant,
  instantInput,
  locale,
  personName,
  reason,
  revision,
  shownContact,
  shownPhoto,
  timeZone,
} from '../shared/schema.ts';

/** How the guest's page wrote the time: mails to the guest do the same. */
const writtenBy = { locale: locale.optional(), hourCycle: hourCycle.optional() };

const locationName = z.string().meta({ description: 'What people call it: the provider’s name, or “Phone call”' });
const publicLocation = z.object({
  id: z.string().meta({ description: 'By which a booking chooses it' }),
  kind: z.string(),
  name: locationName,
  label: z.string().nullable().meta({ description: 'What the host calls it, where several are of its kind' }),
  asksPhone: z.boolean().meta({ description: 'Whether the host calls the guest, whose `phone` is required then' }),
});

const guestPhone = z.string().nullable().meta({ description: 'The number at which the host calls the guest' });

const addedGuest = z.object({ email, name: personName.optional() });
const furtherGuests = z
  .array(z.object({ email: z.string(), name: z.string().nullable() }))
  .meta({ description: 'Whom the guest brings along' });

const CHOSEN = { description: 'One of the event type’s `durations`, in minutes; its usual one if left out' };

const publicSummary = {
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  durationMinutes: z.number(),
  durations: z.array(z.number()).meta({ description: 'Lengths a guest can choose of, in minutes, shortest first' }),
  location: publicLocation.meta({ description: 'The first of the `locations`' }),
  locations: z.array(publicLocation).meta({ description: 'Places a guest can choose of, in the host’s order' }),
};

/** A host as guests see one everywhere. */
const shownHost = z.object({
  name: z.string(),
  handle: z.string(),
  bio: z.string().meta({ description: 'One line; empty for none' }),
  accentColour: z.string().nullable().meta({ description: '`#rrggbb`; null where the host has chosen none' }),
  photo: shownPhoto,
  contactEmail: shownContact,
});

export const publicHost = shownHost
  .extend({
    welcome: z.string().meta({ description: 'A text of the host; empty for none' }),
    eventTypes: z.array(z.object(publicSummary)),
  })
  .meta({ id: 'PublicHost' });

export const publicEventType = z
  .object({
    ...publicSummary,
    host: shownHost,
    timeZone: z.string().meta({ description: 'The host’s zone' }),
    questions: z.array(shownQuestion),
    requiresConfirmation: z.boolean(),
    allowsGuests: z.boolean().meta({ description: 'Whether a booking may bring further `guests`' }),
    changeNoticeMinutes: z
      .number()
      .meta({ description: 'Until how long before the start guests may reschedule or cancel' }),
  })
  .meta({ id: 'PublicEventType' });

export const handleParams = z.object({ handle: z.string().max(60) });
export const pageParams = z.object({ handle: z.string().max(60), slug: z.string().max(60) });
export const tokenParams = z.object({ token: z.string().max(200) });

export const slotsQuery = z.object({
  from: date,
  to: date,
  timeZone: timeZone.default('UTC'),
  durationMinutes: z.coerce.number().pipe(z.int().min(1).max(1_440)).optional().meta(CHOSEN),
  booking: z.string().max(200).optional().meta({ description: 'Token of a booking whose own time counts as free' }),
  form: z
    .enum(['full', 'compact'])
    .default('full')
    .meta({ description: '`compact` writes the same times as numbers, in a thirtieth of the space' }),
});

export const slots = z
  .object({
    timeZone: z.string(),
    days: z.array(z.object({ date: z.string(), slots: z.array(z.object({ startsAt: instant, endsAt: instant })) })),
    nextDate,
  })
  .meta({ id: 'Slots' });

export const compactSlots = z
  .object({
    timeZone: z.string(),
    durationMinutes: z.int(),
    days: z.array(
      z.object({
        date: z.string(),
        starts: z.array(z.int()).meta({
          description: 'The first start in minutes since 1970-01-01T00:00Z, each other one in minutes after the last',
          examples: [[29_844_540, 30, 30]],
        }),
      }),
    ),
    nextDate,
  })
  .meta({ id: 'CompactSlots' });

export const bookingRequest = z
  .object({
    startsAt: instantInput,
    durationMinutes: z.int().min(1).max(1_440).optional().meta(CHOSEN),
    location: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'The `id` of one of the event type’s `locations`, required where there are several' }),
    guest: z.object({ name: personName, email, timeZone, ...writtenBy }),
    guests: z
      .array(addedGuest)
      .max(MOST_FURTHER_GUESTS, say('said.most_guests'))
      .default([])
      .meta({
        description:
          'Further people, who get mails and a calendar entry of their own but no link that changes the booking. The same address twice, the guest’s own and the host’s count as left out',
        examples: [[{ email: 'bo@example.com', name: 'Bo Lind' }]],
      }),
    answers: z.record(z.string().max(40), z.union([z.string().max(5_000), z.boolean()])).default({}),
    phone: z
      .string()
      .max(60)
      .optional()
      .meta({
        description: 'The guest’s number, required where the location `asksPhone`',
        examples: ['+49 30 123456'],
      }),
    website: z.string().max(500).optional().meta({ description: 'Left empty by people, who do not see it' }),
    isPerson: z.boolean().optional().meta({ description: 'After `person_unconfirmed`: a box that a person ticked' }),
  })
  .meta({
    id: 'BookingRequest',
    examples: [
      {
        startsAt: '2026-12-01T09:00:00Z',
        guest: { name: 'Ann Lee', email: 'ann@example.com', timeZone: 'Europe/Berlin', locale: 'de-DE' },
        answers: { topic: 'Prices' },
      },
    ],
  });

export const bookingHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({
      description: 'Valid for 24 h; the same key with the same body answers the same booking',
      examples: ['8d6f0a52-6a8c-4e3a-b7d4-2f0c9b1e7a11'],
    }),
});

export const guestBooking = z
  .object({
    id,
    status: bookingStatus,
    revision: z.int(),
    startsAt: instant,
    endsAt: instant,
    durationMinutes: z.number(),
    previousStartsAt: instant.nullable(),
    proposedStartsAt,
    proposalOutcome,
    holdEndsAt: instant.nullable().meta({ description: 'Until when the host can confirm; null where nothing waits' }),
    changeableUntil: instant.meta({ description: 'Until when the guest may reschedule or cancel' }),
    thankYou: z.string().meta({ description: 'What the host says once it is confirmed; empty for nothing' }),
    requiresReason: z.boolean().meta({ description: 'Whether the guest has to say why to reschedule or cancel' }),
    rescheduleAsked: z.boolean().meta({ description: 'Whether the host asks the guest to pick another time' }),
    requiresConfirmation: z.boolean().meta({ description: 'Whether the host has to confirm each new time' }),
    hostNote: z
      .string()
      .nullable()
      .meta({ description: 'What the host wrote when declining, cancelling or rescheduling' }),
    eventType: z.object({
      slug: z.string(),
      title: z.string(),
      durationMinutes: z.number(),
      location: shownLocation.extend({ name: locationName }),
    }),
    host: shownHost,
    guest: z.object({
      name: z.string(),
      email: z.string(),
      timeZone: z.string(),
      locale,
      hourCycle,
      answers: shownAnswers,
    }),
    guests: furtherGuests,
    phone: guestPhone,
    conference: z.object({ provider: z.string().nullable(), status: conferenceStatus, joinUrl: z.string().nullable() }),
    remindersOff: z.boolean(),
    nextReminderAt: instant.nullable().meta({ description: 'Null where no reminder is planned, or they are off' }),
    manageUrl: z.url(),
    token: z.string(),
  })
  .meta({ id: 'GuestBooking' });

const whyChanged = reason
  .optional()
  .meta({ description: 'Read by the host; needed where the booking `requiresReason`' });

export const guestReschedule = z
  .object({ startsAt: instantInput, reason: whyChanged, revision, timeZone: timeZone.optional(), ...writtenBy })
  .meta({
    id: 'GuestReschedule',
    examples: [{ startsAt: '2026-12-01T10:00:00Z', timeZone: 'Asia/Tokyo', locale: 'ja-JP' }],
  });
export const guestCancel = z
  .object({ reason: whyChanged, revision })
  .meta({ id: 'GuestCancel', examples: [{ reason: 'Something came up.' }] });

/** Everything we hold of a guest's booking, as stored. */
export const guestExport = z
  .object({
    exportedAt: z.string(),
    booking: z.record(z.string(), z.unknown()),
    timeline: z.array(z.record(z.string(), z.unknown())),
    toldToHostsSystems: z.array(z.record(z.string(), z.unknown())),
    mails: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'GuestExport' });

/** What a further guest is told. */
export const left = z.object({ left: z.literal(true) }).meta({ id: 'LeftBooking' });

export const erased = z.object({ erased: z.literal(true) }).meta({ id: 'Erased' });

export type ShownHost = z.output<typeof shownHost>;
export type PublicHost = z.output<typeof publicHost>;
export type PublicEventType = z.output<typeof publicEventType>;
export type Slots = z.output<typeof slots>;
export type CompactSlots = z.output<typeof compactSlots>;
export type BookingRequest = z.input<typeof bookingRequest>;
export type GuestBooking = z.output<typeof guestBooking>;
