import { randomUUIDv7 } from 'node:crypto';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { hostOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { clearDefault } from './find-schedule.ts';
import { presentSchedule } from './present.ts';
import { newSchedule, schedule } from './schema.ts';

const MOST = 50;

export const createSchedule = hostOperation({
  method: 'post',
  path: '/api/v1/schedules',
  name: 'createSchedule',
  summary: 'Add a schedule',
  body: newSchedule,
  success: { status: 201, description: 'The new schedule', schema: schedule },
  problems: ['invalid_transition'],
  async handle({ deps, host, body }) {
    const create = async (em: Em) => {
      const { timeZone } = await em.findOneOrFail(User, { id: host.id });
      const existing = await em.count(Schedule, { host: host.id });
      if (existing >= MOST) throw new Problem('invalid_transition', { detail: `At most ${MOST} schedules.` });
      const isDefault = body.isDefault || existing === 0;
      if (isDefault) await clearDefault(em, host.id);
      return em.create(Schedule, {
        ...body,
        id: randomUUIDv7(),
        host: host.id,
        timeZone: body.timeZone ?? timeZone,
        isDefault,
      });
    };
    return presentSchedule(await hostTransaction(deps.orm, host.id, create));
  },
});
