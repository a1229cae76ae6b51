import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { hostOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { idParams } from '../shared/schema.ts';
import { onStillUsed } from '../shared/unique.ts';
import { lockEventType } from './find-event-type.ts';

export const deleteEventType = hostOperation({
  method: 'delete',
  path: '/api/v1/event-types/:id',
  name: 'deleteEventType',
  summary: 'Delete an event type that was never booked; a booked one is archived instead',
  params: idParams,
  success: { status: 204, description: 'Deleted' },
  problems: ['not_found', 'invalid_transition'],
  async handle({ deps, host, params }) {
    const remove = async (em: Em) => {
      em.remove(await lockEventType(em, host.id, params.id));
    };
    const booked = new Problem('invalid_transition', { detail: 'It has bookings. Archive it instead.' });
    await onStillUsed(hostTransaction(deps.orm, host.id, remove), booked);
  },
});
