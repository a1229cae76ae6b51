import { defineEntity, p } from '@mikro-orm/postgresql';
import { Booking } from './booking.ts';
import { Calendar } from './calendar.ts';
import { Connection } from './connection.ts';
import { Webhook } from './webhook.ts';
import type { Recipient } from '#domain/outbox.ts';

export const DELIVERY_STATES = ['queued', 'claimed', 'sent', 'refused', 'superseded'] as const;

/** A mail is a row before it is a mail. Its content is fixed when it is first claimed, and gone when its fate is known. */
const EmailDeliverySchema = defineEntity({
  name: 'EmailDelivery',
  tableName: 'email_deliveries',
  uniques: [{ name: 'email_deliveries_once', properties: ['about', 'kind', 'cause', 'recipient'] }],
  indexes: [
    { name: 'email_deliveries_booking', properties: ['booking', 'state'] },
    // Most mails are about bookings, and each change of their state would make entries in these.
    ...['connection', 'calendar', 'webhook'].map((subject) => ({
      name: `email_deliveries_${subject}`,
      expression: `create index email_deliveries_${subject} on email_deliveries (${subject}_id, state) where ${subject}_id is not null`,
    })),
    {
      name: 'email_deliveries_open',
      expression:
        "create index email_deliveries_open on email_deliveries (due_at) where state in ('queued', 'claimed')",
    },
    {
      name: 'email_deliveries_done',
      expression:
        "create index email_deliveries_done on email_deliveries (created_at) where state in ('sent', 'superseded', 'refused')",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    /** The booking's, connection's, calendar's or webhook's id; of a mail to a further guest theirs. */
    about: p.uuid(),
    booking: () => p.manyToOne(Booking).mapToPk().nullable().deleteRule('cascade'),
    connection: () => p.manyToOne(Connection).mapToPk().nullable().deleteRule('cascade'),
    calendar: () => p.manyToOne(Calendar).mapToPk().nullable().deleteRule('cascade'),
    webhook: () => p.manyToOne(Webhook).mapToPk().nullable().deleteRule('cascade'),
    kind: p.text(),
    /** Revision, conference id, resend id, `start+offset` of a reminder, or outage + day. */
    cause: p.text(),
    recipient: p.text().$type<Recipient>(),
    state: p.enum(DELIVERY_STATES),
    /** Not sent before this time (a first confirmation waits for its link, a repeat until its mailbox may get more). */
    dueAt: p.datetime(),
    claimedUntil: p.datetime().nullable(),
    claimToken: p.uuid().nullable(),
    attempts: p.integer().default(0),
    retryAt: p.datetime().nullable(),
    messageId: p.text(),
    /** When the mail server may first have got it; null while it is sure that it has not. */
    handedOverAt: p.datetime().nullable(),
    /** What is handed over, each time the same: a written mail, sealed. Only while `handedOverAt` stands and its fate is open. */
    content: p.blob().nullable().lazy(),
    /** Which link the mail shows (a conference's id or `manual`), so that a later link is mailed once. */
    linkKey: p.text().nullable(),
    /** The booking's start as the mail tells it. */
    toldStartsAt: p.datetime().nullable(),
    /** What the booking was when the mail was written (`entryOf`). */
    toldEntry: p.text().nullable(),
    /** Whether our calendar file came with it and asks to keep the meeting. */
    bringsEntry: p.boolean().default(false),
    /** Why the mail server refused it permanently. */
    problem: p.text().nullable(),
    createdAt: p.datetime(),
    sentAt: p.datetime().nullable(),
  },
});
export class EmailDelivery extends EmailDeliverySchema.class {}
EmailDeliverySchema.setClass(EmailDelivery);
