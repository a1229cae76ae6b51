import { expect, test } from 'vitest';
import type { ChangedEventType, ChangedMe, ChangedSchedule } from '#api/openapi/client/types.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Schedule } from './schema.ts';

const api = await startApi();
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const OFFICE = [{ days: EVERY_DAY, from: '09:00', to: '17:00' }];

const noon = (days: number) => new Date(Math.floor(Date.now() / 86_400_000 + days) * 86_400_000 + 43_200_000);
const dateIn = (days: number) => noon(days).toISOString().slice(0, 10);
const away = (days: number) => ({ date: dateIn(days), intervals: [] });

/** A host of Berlin with these hours, and a guest who books noon of days from now, UTC. */
async function open(hours: Partial<Pick<Schedule, 'weekly' | 'overrides'>>) {
  const host = await signUp(api.base, { name: 'Robin Host' });
  const type = await host.offer('phone');
  const { items } = await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  const path = `/api/v1/schedules/${items[0]?.id ?? ''}`;
  const save = async (change: object) => ids(await host.json<ChangedSchedule>('PATCH', path, change));
  await save(hours);
  const guest = newGuest(api.base);
  const book = (days: number) => guest.book({ handle: host.handle, slug: type.slug }, noon(days).toISOString());
  return { host, type, guest, book, save, path };
}

const ids = ({ affectedBookings }: Pick<ChangedSchedule, 'affectedBookings'>) => affectedBookings.map(({ id }) => id);

test('time off over bookings tells of them, once, and cancels none', async () => {
  const { host, guest, book, save, path } = await open({ weekly: OFFICE });
  const [first, second, third] = [await book(4), await book(5), await book(6)];
  await guest.cancel(second.token);
  const overrides = [away(4), away(5)];
  const { affectedBookings } = await host.json<ChangedSchedule>('PATCH', path, { overrides });
  const { revision, startsAt } = await host.booking(first.id);
  expect(affectedBookings).toMatchObject([{ id: first.id, guest: { name: guest.name }, revision, startsAt }]);
  expect(await save({ overrides: [...overrides, away(6)] })).toEqual([third.id]);
  expect(await host.booking(first.id)).toMatchObject({ status: 'confirmed' });
});

test('hours of one date that are taken away again tell of what was booked in them', async () => {
  const { book, save } = await open({ weekly: [], overrides: [{ date: dateIn(4), intervals: [['09:00', '17:00']] }] });
  const { id } = await book(4);
  expect(await save({ overrides: [] })).toEqual([id]);
});

test('another zone of the hours tells of what it leaves; another name and a default schedule of none', async () => {
  const { host, book, save } = await open({ weekly: OFFICE });
  const { id } = await book(4);
  const other = await host.json<Schedule>('POST', '/api/v1/schedules', { name: 'Other', isDefault: true });
  expect(other.isDefault).toBe(true);
  expect(await save({ name: 'Hours' })).toEqual([]);
  expect(await save({ isDefault: true })).toEqual([]);
  expect(await save({ timeZone: 'Asia/Tokyo' })).toEqual([id]);
});

test('hours that move along with the account’s zone tell of what they leave, and those that stay of none', async () => {
  const { host, book } = await open({ weekly: OFFICE });
  const { id } = await book(4);
  const change = async (body: object) => ids(await host.json<ChangedMe>('PATCH', '/api/v1/me', body));
  expect(await change({ bio: 'Gardens' })).toEqual([]);
  expect(await change({ timeZone: 'Asia/Tokyo', moveHours: true })).toEqual([id]);
  expect(await change({ timeZone: 'Europe/Berlin' })).toEqual([]);
});

test('another schedule of an event type tells of what is outside of it, and of no other type’s bookings', async () => {
  const { host, type, guest, book } = await open({ weekly: OFFICE });
  const { id } = await book(4);
  const other = await host.offer('phone');
  await guest.book({ handle: host.handle, slug: other.slug }, noon(5).toISOString());
  const evenings = [{ days: EVERY_DAY, from: '18:00', to: '20:00' }];
  const { id: scheduleId } = await host.json<Schedule>('POST', '/api/v1/schedules', { name: 'E', weekly: evenings });
  const change = async (body: object) =>
    ids(await host.json<ChangedEventType>('PATCH', `/api/v1/event-types/${type.id}`, body));
  expect(await change({ scheduleId: type.scheduleId, title: 'Call' })).toEqual([]);
  expect(await change({ scheduleId })).toEqual([id]);
});
