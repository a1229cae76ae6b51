import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { hostOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { idParams } from '../shared/schema.ts';
import { onStillUsed } from '../shared/unique.ts';
import { lockSchedule } from './find-schedule.ts';

export const deleteSchedule = hostOperation({
  method: 'delete',
  path: '/api/v1/schedules/:id',
  name: 'deleteSchedule',
  summary: 'Delete a schedule that no event type uses',
  params: idParams,
  success: { status: 204, description: 'Deleted' },
  problems: ['not_found', 'invalid_transition'],
  async handle({ deps, host, params }) {
    const remove = async (em: Em) => {
      const row = await lockSchedule(em, host.id, params.id);
      if (row.isDefault) throw new Problem('invalid_transition', { detail: 'The default schedule stays.' });
      em.remove(row);
    };
    const used = new Problem('invalid_transition', { detail: 'An event type uses this schedule.' });
    await onStillUsed(hostTransaction(deps.orm, host.id, remove), used);
  },
});
