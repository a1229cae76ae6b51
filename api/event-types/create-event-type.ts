import { randomUUIDv7 } from 'node:crypto';
import { EventType } from '#db/entities/event-type.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { hostOperation } from '../operation.ts';
import { onUniqueViolation } from '../shared/unique.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { checkLocation, handleOf, scheduleFor, slugTaken } from './find-event-type.ts';
import { freeSlug } from './free-slug.ts';
import { presentEventType } from './present.ts';
import { checkEventTypeLimit } from './room.ts';
import { eventType, newEventType } from './schema.ts';

export const createEventType = hostOperation({
  method: 'post',
  path: '/api/v1/event-types',
  name: 'createEventType',
  summary: 'Add an event type',
  body: newEventType,
  success: { status: 201, description: 'The new event type', schema: eventType },
  problems: ['invalid_transition'],
  async handle({ em, deps, host, body }) {
    checkLocation(deps.providers, body.location);
    const { scheduleId, slug, ...rules } = body;
    const create = async (locked: Em) => {
      await checkEventTypeLimit(locked, host.id);
      return locked.create(EventType, {
        ...withoutUndefined(rules),
        location: withoutUndefined(rules.location),
        questions: rules.questions.map(withoutUndefined),
        id: randomUUIDv7(),
        host: host.id,
        schedule: await scheduleFor(locked, host.id, scheduleId),
        slug: slug ?? (await freeSlug(locked, host.id, body.title)),
      });
    };
    const row = await onUniqueViolation(hostTransaction(deps.orm, host.id, create), slugTaken());
    return presentEventType(row, await handleOf(em, host.id), deps.config);
  },
});
