import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { findSchedule } from './find-schedule.ts';
import { presentSchedule } from './present.ts';
import { schedule } from './schema.ts';

export const readSchedule = hostOperation({
  method: 'get',
  path: '/api/v1/schedules/:id',
  name: 'readSchedule',
  summary: 'One schedule',
  params: idParams,
  success: { status: 200, description: 'The schedule', schema: schedule },
  problems: ['not_found'],
  async handle({ em, host, params }) {
    return presentSchedule(await findSchedule(em, host.id, params.id));
  },
});
