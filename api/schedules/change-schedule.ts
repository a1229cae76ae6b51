import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { hostOperation } from '../operation.ts';
import { invalid } from '../problem.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { idParams } from '../shared/schema.ts';
import { clearDefault, lockSchedule } from './find-schedule.ts';
import { presentSchedule } from './present.ts';
import { schedule, scheduleChange } from './schema.ts';

export const changeSchedule = hostOperation({
  method: 'patch',
  path: '/api/v1/schedules/:id',
  name: 'changeSchedule',
  summary: 'Change a schedule; existing bookings stay',
  params: idParams,
  body: scheduleChange,
  success: { status: 200, description: 'The schedule as changed', schema: schedule },
  problems: ['not_found'],
  async handle({ deps, host, params, body }) {
    const { isDefault, ...change } = body;
    const apply = async (em: Em) => {
      const row = await lockSchedule(em, host.id, params.id);
      if (isDefault === false && row.isDefault)
        throw invalid('/isDefault', 'Make another schedule the default one instead.');
      if (isDefault === true && !row.isDefault) {
        await clearDefault(em, host.id);
        row.isDefault = true;
      }
      return em.assign(row, withoutUndefined(change));
    };
    return presentSchedule(await hostTransaction(deps.orm, host.id, apply));
  },
});
