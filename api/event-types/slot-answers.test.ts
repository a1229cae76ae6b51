import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Slots } from '../guest/schema.ts';
import type { HostSlots } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { timeZone: 'Europe/Berlin' });
await host.alwaysOpen();
const { id, slug } = await host.offer('phone', {
  slotIntervalMinutes: 5,
  bookingWindow: { kind: 'rolling', days: 365 },
});

/** Ends of the clock change in spring among them. */
const RANGE = { from: '2027-03-01', to: '2027-05-01', timeZone: 'Europe/Berlin' };
const FIVE_MINUTES = 300_000;

async function collect(ask: (query: URLSearchParams) => Promise<Slots | HostSlots>) {
  const parts: (Slots | HostSlots)[] = [];
  for (let from: string | null = RANGE.from; from !== null;) {
    const part: Slots | HostSlots = await ask(new URLSearchParams({ ...RANGE, from }));
    parts.push(part);
    from = part.nextDate;
  }
  return parts;
}

const countOf = ({ days }: Slots | HostSlots) => days.flatMap(({ slots }): unknown[] => slots).length;

test.each([
  ['guests', (query: URLSearchParams) => newGuest(api.base).json<Slots>('GET', pathOf(query))],
  [
    'the host',
    (query: URLSearchParams) =>
      host.json<HostSlots>('GET', `/api/v1/event-types/${id}/slots?explain=1&${query.toString()}`),
  ],
])('an answer for %s holds so many times at most, and says where to go on', async (_, ask) => {
  const parts = await collect(ask);
  expect(parts.length).toBeGreaterThan(1);
  expect(Math.max(...parts.map(countOf))).toBeLessThanOrEqual(6_000);
  expect(Math.max(...parts.map((part) => JSON.stringify(part).length))).toBeLessThan(600_000);
  const starts = parts.flatMap(({ days }) =>
    days.flatMap(({ slots }) => slots.map((slot) => Date.parse(slot.startsAt))),
  );
  // None is missing and none comes twice: 62 days, one of them an hour shorter.
  expect(starts).toHaveLength(62 * 288 - 12);
  expect(starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) === FIVE_MINUTES)).toBe(true);
});

const pathOf = (query: URLSearchParams) => `/api/v1/public/${host.handle}/${slug}/slots?${query.toString()}`;

test('a shorter interval than five minutes cannot be chosen, and is not offered where it was', async () => {
  const answer = await host.request('PATCH', `/api/v1/event-types/${id}`, { slotIntervalMinutes: 4 });
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { errors: [{ pointer: '/slotIntervalMinutes', detail: 'At least 5 minutes.' }] },
  ]);
  const older = await makeHost(api);
  for (const rules of [{ slotIntervalMinutes: 1 }, { slotIntervalMinutes: null, durationMinutes: 1 }]) {
    const type = await makeEventType(api, older, rules);
    const page = { handle: older.handle, slug: type.slug };
    const [first = '', second = ''] = await newGuest(api.base).freeTimes(
      page,
      new Date(),
      new Date(Date.now() + 86_400_000),
    );
    expect(Date.parse(second) - Date.parse(first)).toBe(FIVE_MINUTES);
  }
});

test('many times cost more of what an address may read than few', async () => {
  // 120 reads a minute.
  const strict = await startApi({ environment: { RATE_LIMIT_SCALE: '0.1', TRUSTED_PROXIES: '1' } });
  const owner = await signUp(strict.base);
  await owner.alwaysOpen();
  const offer = await owner.offer('phone', { slotIntervalMinutes: 5 });
  const ask = async (from: string, days: number) => {
    const [first, last] = [1, days].map((day) => new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10));
    const path = `${strict.base}/api/v1/public/${owner.handle}/${offer.slug}/slots?from=${first}&to=${last}`;
    const answer = await fetch(path, { headers: { 'X-Forwarded-For': from } });
    await answer.body?.cancel();
    return answer.status;
  };
  const many = [];
  for (let turn = 0; turn < 12; turn += 1) many.push(await ask('203.0.113.1', 20));
  expect([many.indexOf(429), new Set(many)]).toEqual([10, new Set([200, 429])]);
  for (let turn = 0; turn < 12; turn += 1) expect(await ask('203.0.113.2', 1)).toBe(200);
});
