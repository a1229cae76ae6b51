import { addCalendar } from '#commands/calendars/add-calendar.ts';
import * as commands from '#commands/calendars/change-calendar.ts';
import { Calendar } from '#db/entities/calendar.ts';
import { hostOperation, type Operation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { presentCalendar } from './present.ts';
import * as schema from './schema.ts';

/** Calendars whose busy times block a host's slots. */
export const calendarOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/calendars',
    summary: 'The calendars that block times; they are read more often while this is asked',
    success: { status: 200, description: 'All of them', schema: schema.calendars },
    handle: async function listCalendars({ em, deps, host }) {
      const rows = await em.find(Calendar, { host: host.id }, { orderBy: { id: 'asc' } });
      if (rows.length > 0) await commands.watchCalendars(deps, host.id);
      return { items: rows.map(presentCalendar), nextCursor: null };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/calendars',
    summary: 'Use a calendar: its busy times block from now on',
    body: schema.newCalendar,
    success: { status: 201, description: 'The calendar, which is read at once', schema: schema.calendar },
    problems: ['invalid_transition', 'rate_limited'],
    handle: async function createCalendar({ deps, host, body }) {
      await deps.limits.spend('calendarReading', host.id);
      return presentCalendar(await addCalendar(deps, { hostId: host.id, ...body }));
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/calendars/:id/check',
    summary: 'Read a calendar now',
    params: idParams,
    success: { status: 202, description: 'It is read in a moment', schema: schema.calendar },
    problems: ['not_found', 'rate_limited'],
    handle: async function checkCalendar({ deps, host, params }) {
      await deps.limits.spend('calendarReading', host.id);
      return presentCalendar(await commands.checkCalendar(deps, { hostId: host.id, calendarId: params.id }));
    },
  }),
  hostOperation({
    method: 'delete',
    path: '/api/v1/calendars/:id',
    summary: 'Stop using a calendar; its address and busy times are erased',
    params: idParams,
    success: { status: 204, description: 'Stopped' },
    problems: ['not_found'],
    handle: async function deleteCalendar({ deps, host, params }) {
      await commands.stopCalendar(deps, { hostId: host.id, calendarId: params.id });
    },
  }),
];
