import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Slots } from '../guest/schema.ts';
import type { EventType, HostSlots } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { timeZone: 'Europe/Berlin' });
const guest = newGuest(api.base);

/** A Wednesday well ahead. */
const DATE = '2027-03-03';
const DAY = `from=${DATE}&to=${DATE}`;

const type = await host.json<EventType>('POST', '/api/v1/event-types', {
  title: 'Hours',
  slug: 'hours',
  durationMinutes: 60,
  slotIntervalMinutes: null,
  bufferAfterMinutes: 30,
  bookingWindow: { kind: 'range', from: '2027-03-01', to: '2027-03-31' },
  maxPerDay: 2,
  published: true,
});
const PUBLIC = `/api/v1/public/${host.handle}/hours`;

const offered = async (query: string) => guest.json<Slots>('GET', `${PUBLIC}/slots?${query}`);
const startsOf = ({ days }: Pick<Slots, 'days'>) => days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
const at = (time: string) => `${DATE}T${time}:00.000Z`;

test('free times stand under the dates they have in the guest’s zone', async () => {
  const berlin = await offered(`${DAY}&timeZone=Europe/Berlin`);
  expect(berlin.timeZone).toBe('Europe/Berlin');
  expect(berlin.days.map(({ date }) => date)).toEqual([DATE]);
  expect(berlin.days[0]?.slots[0]).toEqual({ startsAt: at('08:00'), endsAt: at('09:00') });
  expect(startsOf(berlin)).toEqual(['08', '09', '10', '11', '12', '13', '14', '15'].map((hour) => at(`${hour}:00`)));
  const auckland = await offered(`from=${DATE}&to=2027-03-04&timeZone=Pacific/Auckland`);
  expect(auckland.days.map(({ date, slots }) => [date, slots[0]?.startsAt, slots.length])).toEqual([
    [DATE, '2027-03-02T11:00:00.000Z', 8],
    ['2027-03-04', '2027-03-03T11:00:00.000Z', 8],
  ]);
});

test.each([
  ['', ['/from', '/to']],
  [`from=${DATE}&to=2027-03-02`, ['/to']],
  ['from=2027-01-01&to=2027-03-04', ['/to']],
  [`${DAY}&timeZone=Mars/Olympus`, ['/timeZone']],
  ['from=2027-02-30&to=2027-03-02', ['/from']],
  ['from=9999-12-31&to=9999-12-31', ['/from', '/to']],
  ['from=0000-01-01&to=0000-01-02', ['/from', '/to']],
])('slots?%s is refused at %j', async (query, pointers) => {
  const answer = await guest.request('GET', `${PUBLIC}/slots?${query}`);
  const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
  expect([answer.status, errors.map(({ pointer }) => pointer)]).toEqual([422, pointers]);
});

test('62 days may be asked for at once', async () => {
  expect((await offered('from=2027-02-01&to=2027-04-03')).days.length).toBeGreaterThan(20);
});

test('the host is told why a time is not offered', async () => {
  const explain = async (query: string) => {
    const { days } = await host.json<HostSlots>('GET', `/api/v1/event-types/${type.id}/slots?${query}`);
    return new Map(days.flatMap(({ slots }) => slots.map(({ startsAt, refusal }) => [startsAt, refusal] as const)));
  };
  await guest.book({ handle: host.handle, slug: 'hours' }, at('10:00'));
  const explained = await explain(`${DAY}&explain=1`);
  expect(explained.get(at('10:00'))).toBe('booked');
  expect(explained.get(at('11:00'))).toBe('buffer');
  expect(explained.get(at('09:00'))).toBe('buffer');
  expect(explained.get(at('13:00'))).toBeNull();

  const plain = await explain(DAY);
  expect([...plain.values()].every((refusal) => refusal === null)).toBe(true);
  expect(plain.has(at('10:00'))).toBe(false);

  await guest.book({ handle: host.handle, slug: 'hours' }, at('13:00'));
  expect((await explain(`${DAY}&explain=1`)).get(at('15:00'))).toBe('limit');
  expect(startsOf(await offered(DAY))).toEqual([]);
  const beyond = await explain('from=2027-04-01&to=2027-04-01&explain=1');
  expect(new Set(beyond.values())).toEqual(new Set(['window']));
});

test('a booking that is to be moved does not stand in its own way', async () => {
  const starts = async (query: string) =>
    startsOf(await host.json<HostSlots>('GET', `/api/v1/event-types/${type.id}/slots?${DAY}${query}`));
  const { items } = await host.json<{ items: { id: string; startsAt: string }[] }>('GET', '/api/v1/bookings');
  const own = items.find(({ startsAt }) => startsAt === at('10:00'));
  // The day has as many bookings as it may have.
  expect(await starts('')).toEqual([]);
  expect(await starts(`&booking=${own?.id}`)).toEqual(expect.arrayContaining([at('09:00'), at('11:00')]));
  const stranger = await signUp(api.base);
  const theirs = await stranger.json<EventType>('POST', '/api/v1/event-types', { title: 'Theirs' });
  const asked = await stranger.request('GET', `/api/v1/event-types/${theirs.id}/slots?${DAY}&booking=${own?.id}`);
  expect(asked.status).toBe(404);
});

test('what is not offered is not accepted', async () => {
  const answer = await guest.request('POST', `${PUBLIC}/bookings`, {
    startsAt: at('15:00'),
    guest: { name: 'Sam', email: 'sam@example.org', timeZone: 'UTC' },
  });
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'slot_unavailable' }]);
});
