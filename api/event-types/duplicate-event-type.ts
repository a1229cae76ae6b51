import { randomUUIDv7 } from 'node:crypto';
import { EventType } from '#db/entities/event-type.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { onUniqueViolation } from '../shared/unique.ts';
import { findEventType, handleOf, slugTaken } from './find-event-type.ts';
import { freeSlug } from './free-slug.ts';
import { presentEventType } from './present.ts';
import { checkRoom } from './room.ts';
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
    const { createdAt: _created, updatedAt: _updated, ...original } = await findEventType(em, host.id, params.id);
    await checkRoom(em, host.id);
    const copy = em.create(EventType, {
      ...original,
      id: randomUUIDv7(),
      title: `${original.title} (copy)`.slice(0, 200),
      slug: await freeSlug(em, host.id, `${original.slug}-copy`),
      published: false,
      archivedAt: null,
    });
    await onUniqueViolation(em.flush(), slugTaken());
    return presentEventType(copy, await handleOf(em, host.id), deps.config);
  },
});
