import { defineEntity, p } from '@mikro-orm/postgresql';
import { EventType } from './event-type.ts';

/** Which booking a guest's request made; its answer is rendered again, refusals are not kept. */
const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    eventType: () => p.manyToOne(EventType).mapToPk().primary().deleteRule('cascade'),
    keyHash: p.text().primary(),
    bodyHash: p.text(),
    bookingId: p.uuid(),
    createdAt: p.datetime().index(),
  },
});
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
