import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();

/** A host of Berlin with working hours there, and others in New York. */
async function newHost() {
  const host = await signUp(api.base, { timeZone: 'Europe/Berlin' });
  const weekly = [{ days: [1], from: '09:00', to: '17:00' }];
  await host.json('POST', '/api/v1/schedules', { name: 'There', timeZone: 'America/New_York', weekly });
  const zones = async () => {
    const { items } = await host.json<{ items: { timeZone: string }[] }>('GET', '/api/v1/schedules');
    return items.map(({ timeZone }) => timeZone).toSorted();
  };
  return { zones, change: (body: object) => host.json('PATCH', '/api/v1/me', body) };
}

test('another time zone of the account leaves the hours where they are', async () => {
  const { zones, change } = await newHost();
  expect(await change({ timeZone: 'Asia/Tokyo' })).toMatchObject({ timeZone: 'Asia/Tokyo' });
  expect(await zones()).toEqual(['America/New_York', 'Europe/Berlin']);
});

test('where the host wants it, hours of the former zone move along, and no others', async () => {
  const { zones, change } = await newHost();
  expect(await change({ timeZone: 'Asia/Tokyo', moveHours: true })).toMatchObject({ timeZone: 'Asia/Tokyo' });
  expect(await zones()).toEqual(['America/New_York', 'Asia/Tokyo']);
});
