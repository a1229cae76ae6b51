import { hostOperation } from '../operation.ts';
import { invalid } from '../problem.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { idParams } from '../shared/schema.ts';
import { findSchedule, makeOnlyDefault } from './find-schedule.ts';
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
  async handle({ em, host, params, body }) {
    const row = await findSchedule(em, host.id, params.id);
    const { isDefault, ...change } = body;
    if (isDefault === false && row.isDefault)
      throw invalid('/isDefault', 'Make another schedule the default one instead.');
    await em.transactional(async (transaction) => {
      transaction.assign(row, withoutUndefined(change));
      if (isDefault === true) await makeOnlyDefault(transaction, row);
    });
    return presentSchedule(row);
  },
});
