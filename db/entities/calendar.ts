import { defineEntity, p } from '@mikro-orm/postgresql';
import { type CalendarProblem, LISTED_STATES } from '#domain/calendars/calendar.ts';
import { User } from './user.ts';

/** A calendar whose busy times block a host's slots, read again and again from the address the host pasted. */
const CalendarSchema = defineEntity({
  name: 'Calendar',
  tableName: 'calendars',
  indexes: [
    {
      name: 'calendars_wake',
      expression: 'create index calendars_wake on calendars (next_wake_at) where next_wake_at is not null',
    },
    {
      name: 'calendars_undelivered',
      expression: 'create index calendars_undelivered on calendars (next_wake_at) where revision > delivered_revision',
    },
    {
      name: 'calendars_late',
      expression: 'create index calendars_late on calendars (late_since) where late_since is not null',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade').index(),
    name: p.text(),
    /** Those who know it can read the calendar: sealed with AES-256-GCM bound to this row, and not loaded with others. */
    address: p.blob().lazy(),
    state: p.enum(LISTED_STATES),
    problem: p.text().$type<CalendarProblem>().nullable(),
    /** Start of the present trouble; names the outage in the causes of mails. */
    troubleSince: p.datetime().nullable(),
    /** When it was last read without an error; null = never, so that nothing is known. */
    readAt: p.datetime().nullable(),
    /** Up to when its busy times are known. What is unknown is never free. */
    knownUntil: p.datetime().nullable(),
    /** Entries of the last reading that could not be understood. */
    skipped: p.integer().default(0),
    /** By these its server tells that nothing has changed. */
    etag: p.text().nullable(),
    lastModified: p.text().nullable(),
    /** When it was last tried. */
    triedAt: p.datetime().nullable(),
    /** After a failure: not again before this, unless the host asks; grows with `failures`. */
    retryAt: p.datetime().nullable(),
    failures: p.integer().default(0),
    /** The host clicked "Check now". */
    checkAskedAt: p.datetime().nullable(),
    /** While the host looks at the page it is read more often. */
    watchedUntil: p.datetime().nullable(),
    revision: p.integer().default(1),
    deliveredRevision: p.integer().default(0),
    nextWakeAt: p.datetime().nullable(),
    /** Since when the sweep signals it again and again; null once a plan has looked. */
    lateSince: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class Calendar extends CalendarSchema.class {}
CalendarSchema.setClass(Calendar);

/** All that is kept of a calendar's entries: from when to when. Those of one calendar do not overlap. */
const BusyTimeSchema = defineEntity({
  name: 'BusyTime',
  tableName: 'busy_times',
  indexes: [
    {
      name: 'busy_times_of_host',
      expression: 'create index busy_times_of_host on busy_times using gist (host_id, tstzrange(starts_at, ends_at))',
    },
  ],
  properties: {
    calendar: () => p.manyToOne(Calendar).mapToPk().primary().deleteRule('cascade'),
    startsAt: p.datetime().primary(),
    endsAt: p.datetime(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade'),
  },
});
export class BusyTime extends BusyTimeSchema.class {}
BusyTimeSchema.setClass(BusyTime);
