import { Schedule } from '#db/entities/schedule.ts';
import { hostOperation } from '../operation.ts';
import { presentSchedule } from './present.ts';
import { schedules } from './schema.ts';

export const listSchedules = hostOperation({
  method: 'get',
  path: '/api/v1/schedules',
  name: 'listSchedules',
  summary: 'The host’s schedules, the default one first',
  success: { status: 200, description: 'All of them', schema: schedules },
  async handle({ em, host }) {
    const rows = await em.find(Schedule, { host: host.id }, { orderBy: { isDefault: 'desc', id: 'asc' } });
    return { items: rows.map(presentSchedule), nextCursor: null };
  },
});
