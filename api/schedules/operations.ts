import * as commands from '#commands/hosts/schedules.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { presentBookings } from '../bookings/present.ts';
import { hostOperation, type Operation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import * as schema from './schema.ts';

/** When a host can be booked. */
export const scheduleOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/schedules',
    summary: 'The host’s schedules, the default one first',
    success: { status: 200, description: 'All of them', schema: schema.schedules },
    handle: async function listSchedules({ em, host }) {
      const rows = await em.find(Schedule, { host: host.id }, { orderBy: { isDefault: 'desc', id: 'asc' } });
      return { items: rows.map(presentSchedule), nextCursor: null };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/schedules',
    summary: 'Add a schedule',
    body: schema.newSchedule,
    success: { status: 201, description: 'The new schedule', schema: schema.schedule },
    problems: ['invalid_transition'],
    handle: async function createSchedule({ deps, host, body }) {
      return presentSchedule(await commands.createSchedule(deps, { hostId: host.id, ...body }));
    },
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/schedules/:id',
    summary: 'One schedule',
    params: idParams,
    success: { status: 200, description: 'The schedule', schema: schema.schedule },
    problems: ['not_found'],
    handle: async function getSchedule({ em, host, params }) {
      const row = await em.findOne(Schedule, { id: params.id, host: host.id });
      if (row === null) throw new Problem('not_found');
      return presentSchedule(row);
    },
  }),
  hostOperation({
    method: 'patch',
    path: '/api/v1/schedules/:id',
    summary: 'Change a schedule; existing bookings stay as they are',
    params: idParams,
    body: schema.scheduleChange,
    success: { status: 200, description: 'The changed schedule', schema: schema.changedSchedule },
    problems: ['not_found'],
    handle: async function updateSchedule({ em, deps, host, params, body }) {
      const changes = { hostId: host.id, scheduleId: params.id, ...withoutUndefined(body) };
      const { schedule, affected } = await commands.updateSchedule(deps, changes);
      return { ...presentSchedule(schedule), affectedBookings: await presentBookings(em, deps, affected) };
    },
  }),
  hostOperation({
    method: 'delete',
    path: '/api/v1/schedules/:id',
    summary: 'Delete a schedule that no event type uses',
    params: idParams,
    success: { status: 204, description: 'Deleted' },
    problems: ['not_found', 'invalid_transition'],
    handle: async function deleteSchedule({ deps, host, params }) {
      await commands.deleteSchedule(deps, { hostId: host.id, scheduleId: params.id });
    },
  }),
];

/** A schedule as its host sees it. */
function presentSchedule({ id, name, timeZone, isDefault, weekly, overrides }: Schedule): schema.Schedule {
  return {
    id,
    name,
    timeZone,
    isDefault,
    weekly: weekly.map(({ days, from, to }) => ({ days: [...days], from, to })),
    overrides: overrides.map(({ date, intervals }) => ({ date, intervals: intervals.map(([from, to]) => [from, to]) })),
  };
}
