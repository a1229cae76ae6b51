import { z } from 'zod';
import { ACTORS, BOOKING_STATUSES, PROPOSAL_OUTCOMES } from '#domain/booking.ts';
import { RECIPIENTS } from '#domain/outbox.ts';
import { CONFERENCE_STATUSES } from '#domain/conference.ts';
import { say } from '../shared/issues.ts';
import { sentence } from '../shared/schema.ts';
import { shownLocation } from '../event-types/schema.ts';
import {
  cursor,
  date,
  email,
  hourCycle,
  id,
  instant,
  instantInput,
  limit,
  locale,
  nextCursor,
  personName,
  reason,
  revision,
  timeZone,
} from '../shared/schema.ts';

export const bookingStatus = z.enum(BOOKING_STATUSES);
export const conferenceStatus = z.enum(CONFERENCE_STATUSES);

export const proposedStartsAt = instant.nullable().meta({
  description: 'The time that the guest asks for instead, held until the host answers; the booking stays at `startsAt`',
});
export const proposalOutcome = z.enum(PROPOSAL_OUTCOMES).nullable().meta({
  description: 'How the guest’s last request for another time ended, while the booking keeps its time',
});

export const shownAnswers = z.array(
  z.object({ questionId: z.string(), label: z.string(), value: z.union([z.string(), z.boolean()]) }),
);

const problem = z.object({ code: z.string(), ...sentence });

export const hostConference = z.object({
  provider: z.string().nullable(),
  status: conferenceStatus,
  joinUrl: z.string().nullable(),
  problem: problem.nullable(),
});

const summary = {
  id,
  status: bookingStatus,
  revision: z.int(),
  startsAt: instant,
  endsAt: instant,
  durationMinutes: z.number(),
  previousStartsAt: instant.nullable(),
  proposedStartsAt,
  holdEndsAt: instant.nullable().meta({ description: 'Until when the host can answer; null where nothing waits' }),
  eventType: z.object({
    id,
    slug: z.string(),
    title: z.string(),
    durationMinutes: z.number(),
    location: shownLocation,
  }),
  guest: z.object({
    name: z.string(),
    email: z.string(),
    timeZone: z.string(),
    locale,
    hourCycle,
    answers: shownAnswers,
  }),
  guests: z
    .array(z.object({ id, email: z.string(), name: z.string().nullable() }))
    .meta({ description: 'Whom the guest brings along' }),
  phone: z
    .string()
    .nullable()
    .meta({ description: 'The number to call the guest at; null where the host does not call' }),
  conference: hostConference,
  reason: z
    .string()
    .nullable()
    .meta({ description: 'What was said about the decline, the cancellation or the new time' }),
  reasonBy: z.enum(ACTORS).nullable().meta({ description: 'Who said it' }),
  bookedBy: z.enum(['guest', 'host']),
  rescheduleAskedAt: instant.nullable().meta({ description: 'Since when the guest is asked to pick another time' }),
  noShow: z.boolean().meta({ description: 'Whether the host noted that the guest did not come' }),
  proposalOutcome,
};

export const bookingSummary = z.object(summary).meta({ id: 'BookingSummary' });

export const affectedBookings = z.array(bookingSummary).meta({
  description:
    'Bookings ahead that lay within the former hours and do not within the new ones, at most 100. They stay as they are: move or cancel them, or leave them',
});

export const hostBooking = z
  .object({
    ...summary,
    notes: z.string().meta({ description: 'The host’s own notes, never shown to guests' }),
    timeline: z.array(
      z.object({
        at: instant,
        actor: z.enum(ACTORS),
        kind: z.string(),
        ...sentence,
      }),
    ),
    mailProblems: z
      .array(
        z.object({
          kind: z.string(),
          recipient: z.enum(RECIPIENTS),
          email: z.string().nullable().meta({ description: 'Address of the further guest; null for guest and host' }),
          ...sentence,
        }),
      )
      .meta({ description: 'Mails that the recipient’s mail server rejected' }),
  })
  .meta({ id: 'Booking' });

export const bookings = z.object({ items: z.array(bookingSummary), nextCursor }).meta({ id: 'Bookings' });

export const view = z.enum(['upcoming', 'pending', 'past', 'cancelled', 'calendar']).meta({
  description:
    'Upcoming ones include those that wait for the host’s answer; `pending` are these alone; `calendar` are all that hold or held their time',
});
/** What the bookings of a view can be narrowed to. */
const narrowed = {
  q: z.string().max(200).optional().meta({ description: 'Part of a guest’s name or address, or of a title' }),
  eventType: id.optional().meta({ description: 'Bookings of this event type alone' }),
  from: date.optional().meta({ description: 'Bookings that begin on this date or later, in `timeZone`' }),
  to: date.optional().meta({ description: 'Bookings that begin on this date or earlier, in `timeZone`' }),
  timeZone: timeZone.default('UTC'),
};
export const bookingsQuery = z.object({
  view: view.default('upcoming'),
  ...narrowed,
  cursor,
  limit,
});
export const csvQuery = z.object({
  view: view.optional(),
  ...narrowed,
  separator: z
    .enum(['comma', 'semicolon', 'tab'])
    .default('comma')
    .meta({ description: 'What parts the columns; spreadsheets of many European locales expect a semicolon' }),
});

export const guestParams = z.object({ id, guestId: id });

export const revisionBody = z.object({ revision }).meta({ id: 'RevisionBody', examples: [{ revision: 3 }] });
export const reasonBody = z
  .object({ reason: reason.optional(), revision })
  .meta({ id: 'ReasonBody', examples: [{ reason: 'I am ill.' }] });
export const rescheduleBody = z
  .object({ startsAt: instantInput, reason: reason.optional(), revision })
  .meta({ id: 'RescheduleBody', examples: [{ startsAt: '2026-12-01T09:00:00Z', reason: 'My train is late.' }] });
export const newBooking = z
  .object({
    startsAt: instantInput,
    durationMinutes: z.int().min(1).max(1_440).optional(),
    location: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'As in `BookingRequest`; the event type’s first one if left out' }),
    guest: z.object({ name: personName, email, timeZone }),
    answers: z
      .record(z.string().max(40), z.union([z.string().max(5_000), z.boolean()]))
      .default({})
      .meta({ description: 'None is required: the host may not know them' }),
    phone: z.string().max(60).optional().meta({ description: 'The guest’s number, required where the host calls' }),
  })
  .meta({
    id: 'NewBooking',
    examples: [
      {
        startsAt: '2026-12-01T09:00:00Z',
        guest: { name: 'Ann Lee', email: 'ann@example.com', timeZone: 'Europe/Berlin' },
      },
    ],
  });
export const correctionBody = z
  .object({ name: personName, email, revision })
  .meta({ id: 'GuestCorrection', examples: [{ name: 'Ann Lee', email: 'ann@example.com' }] });
export const noShowBody = z.object({ noShow: z.boolean() }).meta({ id: 'NoShowBody', examples: [{ noShow: true }] });
export const notesBody = z
  .object({ notes: z.string().trim().max(5_000) })
  .meta({ id: 'NotesBody', examples: [{ notes: 'Asked for a quote of 20 seats.' }] });
export const linkBody = z
  .object({
    url: z.url({ protocol: /^https$/, error: say('said.bad_secure_link') }).max(2_000),
    revision,
  })
  .meta({ id: 'LinkBody', examples: [{ url: 'https://meet.example.com/ann' }] });

export type BookingSummary = z.output<typeof bookingSummary>;
export type HostBooking = z.output<typeof hostBooking>;
export type BookingsView = z.output<typeof view>;
export type Narrowed = Pick<z.output<typeof bookingsQuery>, keyof typeof narrowed>;
