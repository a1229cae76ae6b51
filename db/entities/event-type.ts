import { defineEntity, p } from '@mikro-orm/postgresql';
import type { QuestionKind } from '#domain/questions.ts';
import { Schedule } from './schedule.ts';
import { User } from './user.ts';

/** Where a meeting takes place; `kind` is a provider id or `link`, `phone`, `in_person` (then `value` says where). */
export interface Location {
  readonly kind: string;
  readonly value?: string;
  /** What guests choose it by, where several are of its kind. */
  readonly label?: string;
}

/** How far ahead guests may book; dates are the host's local dates. */
export type StoredBookingWindow =
  | { readonly kind: 'rolling'; readonly days: number }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

export interface Question {
  readonly id: string;
  readonly label: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly options?: readonly string[];
}

/** `live`: on the host's page; `unlisted`: bookable by its link only; `off`: not bookable. */
export const VISIBILITIES = ['live', 'unlisted', 'off'] as const;

/** The order that the host gave them. */
export const IN_HOST_ORDER = { position: 'asc', id: 'asc' } as const;

const EventTypeSchema = defineEntity({
  name: 'EventType',
  tableName: 'event_types',
  uniques: [{ name: 'event_types_host_slug', properties: ['host', 'slug'] }],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade'),
    schedule: () => p.manyToOne(Schedule).mapToPk().deleteRule('restrict').index(),
    slug: p.text(),
    title: p.text(),
    description: p.text().default(''),
    durationMinutes: p.integer(),
    /** Other lengths that a guest may choose, in minutes; null where there are none. */
    furtherDurations: p.json<readonly number[]>().nullable(),
    slotIntervalMinutes: p.integer().nullable(),
    bufferBeforeMinutes: p.integer().default(0),
    bufferAfterMinutes: p.integer().default(0),
    minimumNoticeMinutes: p.integer().default(0),
    /** Until how long before the start guests may reschedule or cancel. */
    changeNoticeMinutes: p.integer().default(0),
    /** Whether guests who reschedule or cancel have to say why. */
    requiresReason: p.boolean().default(false),
    /** What guests read on the page of a confirmed booking; empty = nothing of the host's. */
    thankYou: p.text().default(''),
    /** The https address that guests are led to after booking; null = they stay on the booking's page. */
    redirectUrl: p.text().nullable(),
    /** Whether event type, start and booking id are added to it. */
    redirectPassesDetails: p.boolean().default(false),
    /** A line of the host's own in the guest's confirmation; empty = none. */
    confirmationLine: p.text().default(''),
    /** How long after its end a meeting is followed up by a mail to its guest, in minutes; null = never. */
    followUpMinutes: p.integer().nullable(),
    /** The same line in that mail. */
    followUpLine: p.text().default(''),
    bookingWindow: p.json<StoredBookingWindow>(),
    /** The most bookings of a local day, week and month; null where there is no limit. */
    maxPerDay: p.integer().nullable(),
    maxPerWeek: p.integer().nullable(),
    maxPerMonth: p.integer().nullable(),
    location: p.json<Location>(),
    /** Other places that a guest may choose; null where there are none. */
    furtherLocations: p.json<readonly Location[]>().nullable(),
    requiresConfirmation: p.boolean().default(false),
    /** Whether guests may bring further guests. */
    allowsGuests: p.boolean().default(true),
    /** How long an unconfirmed booking holds its slot. */
    holdMinutes: p.integer().default(1440),
    /** Minutes before the start at which reminders go out. */
    reminderMinutes: p.json<readonly number[]>(),
    questions: p.json<readonly Question[]>(),
    visibility: p.enum(VISIBILITIES).default('off'),
    /** Place in the host's lists, lowest first; those of the same place stand in the order in which they were made. */
    position: p.integer().default(0),
    archivedAt: p.datetime().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class EventType extends EventTypeSchema.class {}
EventTypeSchema.setClass(EventType);
