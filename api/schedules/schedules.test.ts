import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { HostSlots } from '../event-types/schema.ts';
import type { Schedule } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { timeZone: 'Europe/Berlin' });

const list = async () => (await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules')).items;
const create = (body: object) => host.json<Schedule>('POST', '/api/v1/schedules', body);
const statusOf = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => {
  const answer = await host.request(method, path, body);
  const { code } = answer.status === 204 ? { code: undefined } : ((await answer.json()) as { code?: string });
  return [answer.status, code];
};

test('a schedule is made, read, changed and deleted', async () => {
  const made = await create({
    name: 'Evenings',
    timeZone: 'America/New_York',
    weekly: [{ days: [1, 3], from: '18:00', to: '24:00' }],
    overrides: [{ date: '2026-12-24', intervals: [] }],
  });
  expect(await host.json('GET', `/api/v1/schedules/${made.id}`)).toEqual(made);
  const changed = await host.json<Schedule>('PATCH', `/api/v1/schedules/${made.id}`, {
    overrides: [{ date: '2026-12-25', intervals: [['10:00', '12:00']] }],
  });
  expect(changed).toEqual({
    ...made,
    overrides: [{ date: '2026-12-25', intervals: [['10:00', '12:00']] }],
    affectedBookings: [],
  });
  expect(await statusOf('DELETE', `/api/v1/schedules/${made.id}`)).toEqual([204, undefined]);
  expect(await statusOf('DELETE', `/api/v1/schedules/${made.id}`)).toEqual([404, 'not_found']);
});

test('a schedule without a zone has the host’s', async () => {
  expect(await create({ name: 'Here' })).toMatchObject({ timeZone: 'Europe/Berlin', weekly: [], overrides: [] });
});

test('there is one default schedule, whichever is made it', async () => {
  const made = await create({ name: 'New default', isDefault: true });
  expect((await list()).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([made.id]);
  expect(await statusOf('DELETE', `/api/v1/schedules/${made.id}`)).toEqual([409, 'invalid_transition']);
  expect(await statusOf('PATCH', `/api/v1/schedules/${made.id}`, { isDefault: false })).toEqual([
    422,
    'validation_failed',
  ]);
});

test('a schedule that an event type uses stays', async () => {
  const made = await create({ name: 'In use' });
  await host.json('POST', '/api/v1/event-types', { title: 'Uses it', scheduleId: made.id });
  expect(await statusOf('DELETE', `/api/v1/schedules/${made.id}`)).toEqual([409, 'invalid_transition']);
});

test('hours past midnight are offered until their end on the next day', async () => {
  const nights = { weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '02:00' }] };
  const { id: scheduleId, weekly } = await create({ name: 'Nights', ...nights });
  expect(weekly).toEqual(nights.weekly);
  const type = await host.json<{ id: string }>('POST', '/api/v1/event-types', { title: 'Late', scheduleId });
  const date = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams({ from: date, to: date, timeZone: 'Europe/Berlin' });
  const { days } = await host.json<HostSlots>('GET', `/api/v1/event-types/${type.id}/slots?${query}`);
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Berlin' });
  const starts = days.flatMap(({ slots }) => slots.map(({ startsAt }) => clock.format(Date.parse(startsAt))));
  expect(starts).toEqual(['00:00', '00:30', '01:00', '01:30', '22:00', '22:30', '23:00', '23:30']);
});

test.each([
  ['/weekly/0/to', { weekly: [{ days: [1], from: '09:00', to: '09:00' }] }],
  [
    '/overrides/1/date',
    {
      overrides: [
        { date: '2026-12-24', intervals: [['09:00', '12:00']] },
        { date: '2026-12-24', intervals: [] },
      ],
    },
  ],
  ['/weekly/0/from', { weekly: [{ days: [1], from: '0900', to: '17:00' }] }],
  ['/weekly/0/days/0', { weekly: [{ days: [0], from: '09:00', to: '17:00' }] }],
  ['/overrides/0/date', { overrides: [{ date: '2026-02-30', intervals: [] }] }],
  ['/overrides/0/intervals/0/1', { overrides: [{ date: '2026-03-01', intervals: [['12:00', '12:00']] }] }],
  ['/timeZone', { timeZone: 'Mars/Olympus' }],
  ['/name', { name: '' }],
])('%s is looked at', async (pointer, body) => {
  const answer = await host.request('POST', '/api/v1/schedules', body);
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
});
