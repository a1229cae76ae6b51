import { defineEntity, p } from '@mikro-orm/postgresql';
import { EventType } from './event-type.ts';

/** The outcome of one guest's booking attempt; the body is rendered anew, refusals are not kept. */
const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    eventType: () => p.manyToOne(EventType).mapToPk().primary().deleteRule('cascade'),
    keyHash: p.text().primary(),
    bodyHash: p.text(),
    /** Null while the first request is under way. */
    status: p.integer().nullable(),
    bookingId: p.uuid().nullable(),
    lockedUntil: p.datetime(),
    createdAt: p.datetime().index(),
  },
});
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
