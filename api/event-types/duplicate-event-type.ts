import { randomUUIDv7 } from 'node:crypto';
import { EventType } from '#db/entities/event-type.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { cutTo } from '#domain/names.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { onUniqueViolation } from '../shared/unique.ts';
import { handleOf, lockEventType, slugTaken } from './find-event-type.ts';
import { freeSlug } from './free-slug.ts';
import { presentEventType } from './present.ts';
import { checkEventTypeLimit } from './room.ts';
import { eventType } from './schema.ts';

export const duplicateEventType = hostOperation({
  method: 'post',
  path: '/api/v1/event-types/:id/duplicate',
  name: 'duplicateEventType',
  summary: 'Copy an event type; the copy is not published yet',
  params: idParams,
  success: { status: 201, description: 'The copy', schema: eventType },
  problems: ['not_found', 'invalid_transition'],
  async handle({ em, deps, host, params }) {
    const duplicate = async (locked: Em) => {
      const { createdAt: _created, updatedAt: _updated, ...original } = await lockEventType(locked, host.id, params.id);
      await checkEventTypeLimit(locked, host.id);
      return locked.create(EventType, {
        ...original,
        id: randomUUIDv7(),
        title: cutTo(`${original.title} (copy)`, 200),
        slug: await freeSlug(locked, host.id, `${original.slug}-copy`),
        published: false,
        archivedAt: null,
      });
    };
    const copy = await onUniqueViolation(hostTransaction(deps.orm, host.id, duplicate), slugTaken());
    return presentEventType(copy, await handleOf(em, host.id), deps.config);
  },
});
