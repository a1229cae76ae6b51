import { defineEntity, p } from '@mikro-orm/postgresql';
import { CONFERENCE_STATES, type Problem } from '#domain/conference.ts';
import { Booking } from './booking.ts';
import { Connection } from './connection.ts';

/** One meeting we ever meant to have. At most one per booking is intended or live. */
const ConferenceSchema = defineEntity({
  name: 'Conference',
  tableName: 'conferences',
  indexes: [
    {
      name: 'conferences_one_live',
      expression:
        "create unique index conferences_one_live on conferences (booking_id) where state in ('intended', 'live')",
    },
    {
      name: 'conferences_abandoned',
      expression: "create index conferences_abandoned on conferences (id) where state = 'abandoned'",
    },
    { name: 'conferences_booking', properties: ['booking'] },
    { name: 'conferences_meeting', properties: ['provider', 'providerMeetingId'] },
    { name: 'conferences_connection_state', properties: ['connection', 'state'] },
  ],
  properties: {
    id: p.uuid().primary(),
    booking: () => p.manyToOne(Booking).mapToPk().deleteRule('cascade'),
    connection: () => p.manyToOne(Connection).mapToPk().deleteRule('restrict'),
    provider: p.text(),
    state: p.enum(CONFERENCE_STATES),
    /** Written into the meeting at the provider, so that an unknown create can be found again. */
    marker: p.text(),
    providerMeetingId: p.text().nullable(),
    joinUrl: p.text().nullable(),
    /** False once the provider said that no link will come. */
    linkExpected: p.boolean().default(true),
    /** What the provider last confirmed. */
    syncedStartsAt: p.datetime().nullable(),
    syncedEndsAt: p.datetime().nullable(),
    /** A value moved to at the provider that the host was told of and that is left alone. */
    toleratedStartsAt: p.datetime().nullable(),
    toleratedEndsAt: p.datetime().nullable(),
    problem: p.json<Problem>().nullable(),
    /** Committed before a create; cleared by a definite refusal. Called without an id means unknown. */
    calledAt: p.datetime().nullable(),
    /** A late twin of an unknown create is looked for at this time. */
    lookAgainAt: p.datetime().nullable(),
    /** Until then a write of ours with unknown outcome may still take effect; then the meeting is read again. */
    writeMayLandUntil: p.datetime().nullable(),
    /** Makes calls serial across runs and workers. */
    leaseUntil: p.datetime().nullable(),
    leaseToken: p.uuid().nullable(),
    /** When work that gave up is tried again; grows with `failures`. */
    retryAt: p.datetime().nullable(),
    failures: p.integer().default(0),
    /** A provider notification or poll asks for a fresh read. */
    followAskedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class Conference extends ConferenceSchema.class {}
ConferenceSchema.setClass(Conference);
