import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { findEventType, handleOf } from './find-event-type.ts';
import { presentEventType } from './present.ts';
import { eventType } from './schema.ts';

export const readEventType = hostOperation({
  method: 'get',
  path: '/api/v1/event-types/:id',
  name: 'readEventType',
  summary: 'One event type',
  params: idParams,
  success: { status: 200, description: 'The event type', schema: eventType },
  problems: ['not_found'],
  async handle({ em, deps, host, params }) {
    const row = await findEventType(em, host.id, params.id);
    return presentEventType(row, await handleOf(em, host.id), deps.config);
  },
});
