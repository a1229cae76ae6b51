import { expect, test } from 'vitest';
import type { ChangedMe, HolidayCountries, Holidays, Me } from '#api/openapi/client/types.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { dayOf, plusDays } from '#domain/slots/iso-date.ts';
import { DAY } from '#domain/slots/units.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { HostSlots } from '../event-types/schema.ts';
import type { Schedule } from '../schedules/schema.ts';

const api = await startApi();

/** A host of Berlin who is always open, with an event type for the next year. */
async function newHost() {
  const host = await signUp(api.base, { timeZone: 'Europe/Berlin' });
  await host.alwaysOpen();
  const rules = { durationMinutes: 60, slotIntervalMinutes: 60, bookingWindow: { kind: 'rolling', days: 400 } };
  return { host, type: await host.offer('phone', rules) };
}

const change = (host: HostClient, body: object) => host.json<ChangedMe>('PATCH', '/api/v1/me', body);

const holidaysOf = (host: HostClient, query: string) => host.json<Holidays>('GET', `/api/v1/holidays?${query}`);

/** How many times of a Berlin date are refused for each reason. */
async function reasonsOn(host: HostClient, type: { id: string }, date: string) {
  const query = new URLSearchParams({ from: date, to: date, timeZone: 'Europe/Berlin', explain: 'true' });
  const { days } = await host.json<HostSlots>('GET', `/api/v1/event-types/${type.id}/slots?${query}`);
  const reasons = days.flatMap(({ slots }) => slots).map(({ refusal }) => refusal ?? 'offered');
  const groups = [...Map.groupBy(reasons, (reason) => reason)];
  return Object.fromEntries(groups.map(([reason, all]) => [reason, all.length]));
}

/** A date of a year's holidays that is not within a few days of today or of another holiday. */
async function lonelyHoliday(host: HostClient, query: string): Promise<string> {
  const dates = (await holidaysOf(host, query)).items.map(({ date }) => date);
  const days = dates.map(dayOf);
  const found = dates.find((date) => {
    const isNear = (day: number) => Math.abs(day - dayOf(date)) < 4;
    return !isNear(Math.floor(Date.now() / DAY)) && days.filter(isNear).length === 1 && summerOrWinter(date);
  });
  if (found === undefined) throw new Error('No holiday of the year stands alone');
  return found;
}

/** Not near a change of Berlin's clocks, so that every day has 24 hours. */
const summerOrWinter = (date: string) => !/-(03|10)-2\d/.test(date);

test('a public holiday is offered to guests at no time, unless the host works on it or has hours of that date', async () => {
  const { host, type } = await newHost();
  const date = await lonelyHoliday(host, 'country=DE&region=BY');
  expect(await reasonsOn(host, type, date)).toEqual({ offered: 24 });
  const holidays = { country: 'DE', region: 'BY', worked: [] as string[] };
  expect(await change(host, { holidays })).toMatchObject({ holidays, affectedBookings: [] });
  expect(await reasonsOn(host, type, date)).toEqual({ holiday: 24 });
  expect(await reasonsOn(host, type, plusDays(date, 1))).toEqual({ offered: 24 });
  const page = { handle: host.handle, slug: type.slug };
  const noon = new Date(`${date}T12:00:00Z`);
  const guest = newGuest(api.base);
  expect(await guest.freeTimes(page, new Date(noon.getTime() - 3_600_000), noon)).toEqual([]);

  await change(host, { holidays: { ...holidays, worked: [date] } });
  expect(await reasonsOn(host, type, date)).toEqual({ offered: 24 });

  await change(host, { holidays });
  const { items } = await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  const overrides = [{ date, intervals: [['10:00', '12:00']] }];
  await host.json('PATCH', `/api/v1/schedules/${items[0]?.id}`, { overrides });
  expect(await reasonsOn(host, type, date)).toEqual({ offered: 2 });
});

test('on a trip the hours are on other clocks, and home is as before', async () => {
  const { host, type } = await newHost();
  const { items } = await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }];
  await host.json('PATCH', `/api/v1/schedules/${items[0]?.id}`, { weekly });
  const trip = { from: '2027-01-12', to: '2027-01-14', timeZone: 'Asia/Tokyo' };
  expect(await change(host, { trips: [trip] })).toMatchObject({ trips: [trip] });
  const query = 'from=2027-01-11&to=2027-01-15&timeZone=UTC';
  const { days } = await host.json<HostSlots>('GET', `/api/v1/event-types/${type.id}/slots?${query}`);
  const first = days.map(({ slots }) => slots[0]?.startsAt.slice(5, 16));
  expect(first).toEqual(['01-11T08:00', '01-12T00:00', '01-13T00:00', '01-14T00:00', '01-15T08:00']);
});

test('bookings on a holiday, or outside the hours of a trip, are listed and stay', async () => {
  const { host, type } = await newHost();
  const date = await lonelyHoliday(host, 'country=FR');
  const guest = newGuest(api.base);
  const { id } = await guest.book({ handle: host.handle, slug: type.slug }, `${date}T12:00:00.000Z`);
  const holidays = { country: 'FR', region: null, worked: [] };
  expect((await change(host, { holidays: { ...holidays, worked: [date] } })).affectedBookings).toEqual([]);
  expect(await change(host, { holidays })).toMatchObject({ affectedBookings: [{ id }] });
  expect(await host.booking(id)).toMatchObject({ status: 'confirmed' });
  await change(host, { holidays: null });

  const { items } = await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }];
  await host.json('PATCH', `/api/v1/schedules/${items[0]?.id}`, { weekly });
  const trips = [{ from: date, to: date, timeZone: 'Asia/Tokyo' }];
  expect(await change(host, { trips })).toMatchObject({ affectedBookings: [{ id }] });
  expect((await change(host, { trips, name: 'The same again' })).affectedBookings).toEqual([]);
});

test('countries, regions and holidays have names in the host’s language', async () => {
  const { host } = await newHost();
  await change(host, { locale: 'de-DE' });
  const { items } = await host.json<HolidayCountries>('GET', '/api/v1/holidays/countries');
  expect(items).toContainEqual({ code: 'DE', name: 'Deutschland' });
  const bavaria = await holidaysOf(host, 'country=DE&region=BY');
  expect(bavaria.regions).toContainEqual({ code: 'BY', name: 'Bayern' });
  expect(bavaria.items.map(({ name }) => name)).toContain('Karfreitag');
  expect((await holidaysOf(host, 'country=DE&language=en')).items.map(({ name }) => name)).toContain('Good Friday');
  const dates = bavaria.items.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
});

const TRIP = { from: '2027-01-12', to: '2027-01-14', timeZone: 'Asia/Tokyo' };

test.each([
  ['/trips/0/to', { trips: [{ ...TRIP, to: '2027-01-11' }] }],
  ['/trips/0/to', { trips: [{ ...TRIP, to: '2028-01-13' }] }],
  ['/trips/1/from', { trips: [TRIP, { ...TRIP, from: '2027-01-14', to: '2027-01-20' }] }],
  ['/trips/0/timeZone', { trips: [{ ...TRIP, timeZone: 'Mars/Olympus' }] }],
  ['/holidays/country', { holidays: { country: 'XX', region: null, worked: [] } }],
  ['/holidays/region', { holidays: { country: 'DE', region: 'ZZ', worked: [] } }],
])('%s is looked at', async (pointer, body) => {
  const { host } = await newHost();
  const answer = await host.request('PATCH', '/api/v1/me', body);
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
});

test('another host’s holidays and trips are their own, and are in their export', async () => {
  const [{ host }, { host: other }] = [await newHost(), await newHost()];
  const chosen = { holidays: { country: 'DE', region: null, worked: [] }, trips: [TRIP] };
  await change(host, chosen);
  expect(await other.json<Me>('GET', '/api/v1/me')).toMatchObject({ holidays: null, trips: [] });
  expect(await host.json('POST', '/api/v1/me/export', {})).toMatchObject({ account: chosen });
});
