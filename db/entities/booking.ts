import { defineEntity, p } from '@mikro-orm/postgresql';
import { type Actor, BOOKING_STATUSES, type ProposalOutcome } from '#domain/booking.ts';
import { DEFAULT_LOCALE, type HourCycle } from '#domain/locale.ts';
import { EventType, type Location } from './event-type.ts';
import { User } from './user.ts';

/** What a guest answered, with the question's words as they were then. */
export interface Answer {
  readonly questionId: string;
  readonly label: string;
  readonly value: string | boolean;
}

/** `mailboxOf` of a booking's guest, in SQL. */
export const GUEST_MAILBOX = String.raw`lower(regexp_replace(guest_email, '\+[^@]*@', '@'))`;

/** `'[)'`: the next booking may begin at the end. As Postgres writes it. */
const BLOCKED =
  "tstzmultirange(VARIADIC ARRAY[tstzrange(blocked_from, blocked_until, '[)'::text), tstzrange(COALESCE(proposed_blocked_from, blocked_from), COALESCE(proposed_blocked_until, blocked_until), '[)'::text)])";

/** What sweep, reminders and figures look for stands in `due_bookings`; an update of these columns alone touches no index. */
const KEEP_DUE = [
  "if tg_op = 'INSERT' or",
  '(new.next_wake_at, new.next_reminder_at, new.late_since, new.revision > new.delivered_revision) is distinct from',
  '(old.next_wake_at, old.next_reminder_at, old.late_since, old.revision > old.delivered_revision) then',
  'if new.next_wake_at is null and new.next_reminder_at is null and new.late_since is null then',
  'delete from due_bookings where booking_id = new.id;',
  'else insert into due_bookings (booking_id, next_wake_at, next_reminder_at, late_since, is_undelivered)',
  'values (new.id, new.next_wake_at, new.next_reminder_at, new.late_since, new.revision > new.delivered_revision)',
  'on conflict (booking_id) do update set next_wake_at = excluded.next_wake_at,',
  'next_reminder_at = excluded.next_reminder_at, late_since = excluded.late_since,',
  'is_undelivered = excluded.is_undelivered; end if; end if; return null',
].join(' ');

/** A booking carries its own copy of the event type's rules: editing a type never changes existing bookings. */
const BookingSchema = defineEntity({
  name: 'Booking',
  tableName: 'bookings',
  checks: [
    {
      name: 'bookings_no_overlap',
      expression: "exclude using gist (host_id with =, blocked with &&) where (status in ('pending', 'confirmed'))",
    },
  ],
  indexes: [
    {
      name: 'bookings_guest_mailbox',
      expression: `create index bookings_guest_mailbox on bookings (${GUEST_MAILBOX})`,
    },
    {
      name: 'bookings_requested_from',
      expression: 'create index bookings_requested_from on bookings (requested_from) where requested_from is not null',
    },
    { name: 'bookings_host_status_starts', properties: ['host', 'status', 'startsAt'] },
    { name: 'bookings_event_type_starts', properties: ['eventType', 'startsAt'] },
  ],
  triggers: [{ name: 'due', timing: 'after', events: ['insert', 'update'], body: KEEP_DUE }],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade'),
    eventType: () => p.manyToOne(EventType).mapToPk().deleteRule('restrict'),
    status: p.enum(BOOKING_STATUSES),
    /** Raised by every transaction outside the booking's own workflow. */
    revision: p.integer().default(1),
    /** The newest revision whose signal Temporal accepted. */
    deliveredRevision: p.integer().default(0),
    /** When the workflow must have looked again; null only when nothing is pending. */
    nextWakeAt: p.datetime().nullable(),
    /** When a worker's round sends the next reminder; null where none is to come. */
    nextReminderAt: p.datetime().nullable(),
    /** Since when the sweep signals it again and again; null once a plan has looked. */
    lateSince: p.datetime().nullable(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** The meeting with its buffers: what blocks the host's time. */
    blockedFrom: p.datetime(),
    blockedUntil: p.datetime(),
    /** Start of the time that the guest of a confirmed booking asks for instead, held until the host answers; else null. */
    proposedStartsAt: p.datetime().nullable(),
    /** The proposed meeting with its buffers. */
    proposedBlockedFrom: p.datetime().nullable(),
    proposedBlockedUntil: p.datetime().nullable(),
    /** How the guest's newest proposal ended, while the booking has the time that it had meanwhile. */
    proposalOutcome: p.text().$type<ProposalOutcome>().nullable(),
    /** All time that the booking holds: its own, and the one proposed. They may overlap each other. */
    blocked: p.string().columnType('tstzmultirange').generated(`(${BLOCKED}) stored`).nullable().lazy(),
    bufferBeforeMinutes: p.integer(),
    bufferAfterMinutes: p.integer(),
    title: p.text(),
    location: p.json<Location>(),
    reminderMinutes: p.json<readonly number[]>(),
    requiresConfirmation: p.boolean(),
    holdMinutes: p.integer(),
    /** Until how long before the start its guest may reschedule or cancel. */
    changeNoticeMinutes: p.integer().default(0),
    /** Whether its guest has to say why. */
    requiresReason: p.boolean().default(false),
    /** Keyed hash of the network that a pending request came from; forgotten soon after the request is answered. */
    requestedFrom: p.text().nullable(),
    /** Since when the host is asked, for the booking or for its proposed time; another proposal meanwhile does not restart it. */
    pendingSince: p.datetime().nullable(),
    /** Until when the host can answer; null where nothing was asked. */
    holdEndsAt: p.datetime().nullable(),
    /** When the current time was agreed (booked, rescheduled or confirmed): reminders due before it are skipped. */
    scheduledAt: p.datetime(),
    /** First confirmation; null while it was never confirmed. */
    confirmedAt: p.datetime().nullable(),
    /** Until when the first confirmation mail waits for a link that is on its way. */
    linkWaitUntil: p.datetime().nullable(),
    previousStartsAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().$type<Actor>().nullable(),
    /** What was said about its end, its newest move, or a proposed time that was declined. */
    reason: p.text().nullable(),
    /** Who said it; null where nothing was said. */
    reasonBy: p.text().$type<Actor>().nullable(),
    /** Since when its host asks the guest to pick another time; null once the guest has. */
    rescheduleAskedAt: p.datetime().nullable(),
    /** Hosts book for guests who cannot. */
    bookedBy: p.text().$type<'guest' | 'host'>().default('guest'),
    /** When its host noted that the guest did not come. */
    noShowAt: p.datetime().nullable(),
    /** What the host wrote down about it, for no other eyes. */
    hostNotes: p.text().default(''),
    guestName: p.text(),
    guestEmail: p.text(),
    guestTimeZone: p.text(),
    /** At which the host calls; null where the meeting is no such call. */
    guestPhone: p.text().nullable(),
    /** The language and region of the guest's page, as a BCP 47 tag, and the clock that it showed: mails are written so. */
    guestLocale: p.text().default(DEFAULT_LOCALE),
    guestHourCycle: p.text().$type<HourCycle>().default('h23'),
    answers: p.json<readonly Answer[]>(),
    /** Part of the guest's link; raising it kills older links. */
    linkVersion: p.integer().default(1),
    /** True while a meeting is to be made as soon as its provider allows; false where the host has to ask for it. */
    linkWanted: p.boolean().default(false),
    /** A link the host pasted; wins over everything and is never overwritten. */
    manualLink: p.text().nullable(),
    /** SEQUENCE of the newest calendar file, and what that file says (`entryOf`): null before the first. */
    icsSequence: p.integer().default(0),
    numberedEntry: p.text().nullable(),
    remindersUnsubscribedAt: p.datetime().nullable(),
    /** The guest asked to be forgotten: the link stops working, and what is still due is done first. */
    eraseAskedAt: p.datetime().nullable(),
    /** Nothing of the guest is left in this row. */
    erasedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class Booking extends BookingSchema.class {}
BookingSchema.setClass(Booking);
