import { EventType } from '#db/entities/event-type.ts';
import { hostOperation } from '../operation.ts';
import { handleOf } from './find-event-type.ts';
import { presentEventType } from './present.ts';
import { eventTypes } from './schema.ts';

export const listEventTypes = hostOperation({
  method: 'get',
  path: '/api/v1/event-types',
  name: 'listEventTypes',
  summary: 'The host’s event types, oldest first, archived ones last',
  success: { status: 200, description: 'All of them', schema: eventTypes },
  async handle({ em, deps, host }) {
    const handle = await handleOf(em, host.id);
    const rows = await em.find(EventType, { host: host.id }, { orderBy: { archivedAt: 'asc nulls first', id: 'asc' } });
    return { items: rows.map((row) => presentEventType(row, handle, deps.config)), nextCursor: null };
  },
});
