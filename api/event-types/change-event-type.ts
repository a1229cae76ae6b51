import type { EventType } from '#db/entities/event-type.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { onUniqueViolation } from '../shared/unique.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { checkLocation, handleOf, lockEventType, scheduleFor, slugTaken } from './find-event-type.ts';
import { presentEventType } from './present.ts';
import { eventType, eventTypeChange } from './schema.ts';

export const changeEventType = hostOperation({
  method: 'patch',
  path: '/api/v1/event-types/:id',
  name: 'changeEventType',
  summary: 'Change, publish or archive an event type; existing bookings stay as they are',
  params: idParams,
  body: eventTypeChange,
  success: { status: 200, description: 'The event type as changed', schema: eventType },
  problems: ['not_found'],
  async handle({ em, deps, host, params, body, now }) {
    checkLocation(deps.providers, body.location);
    const { archived, scheduleId, ...rules } = body;
    const apply = async (locked: Em) => {
      const row = await lockEventType(locked, host.id, params.id);
      if (scheduleId !== undefined) row.schedule = await scheduleFor(locked, host.id, scheduleId);
      // Lists and objects are replaced whole: what the host sees in the form is what is kept.
      Object.assign(row, withoutUndefined(rules) satisfies Partial<Record<keyof EventType, unknown>>);
      if (archived !== undefined) row.archivedAt = archived ? (row.archivedAt ?? now) : null;
      return row;
    };
    const row = await onUniqueViolation(hostTransaction(deps.orm, host.id, apply), slugTaken());
    return presentEventType(row, await handleOf(em, host.id), deps.config);
  },
});
