import { expect, test, vi } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { standingAtLocks } from '#test/fixtures/locks.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { EventType } from './event-types/schema.ts';
import type { Schedule } from './schedules/schema.ts';

/** What a host's pages do when two of them do it at the same moment. */
const api = await startApi();

type Host = Awaited<ReturnType<typeof signUp>>;
const newHost = () => signUp(api.base, { name: 'Two Tabs' });
const schedulesOf = async (host: Host) => (await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules')).items;
const typesOf = async (host: Host) => (await host.json<{ items: EventType[] }>('GET', '/api/v1/event-types')).items;

/** Sends the same request so many times at once; the statuses in order of size. */
async function atOnce(times: number, send: (turn: number) => Promise<Response>): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: times }, (_, turn) => send(turn)));
  await Promise.all(answers.map(async (answer) => answer.body?.cancel()));
  return answers.map(({ status }) => status).toSorted((one, other) => one - other);
}

test('schedules added at the same moment stay within the limit', async () => {
  const host = await newHost();
  for (let number = 2; number <= 45; number += 1) await host.json('POST', '/api/v1/schedules', { name: `${number}` });
  const statuses = await atOnce(10, () => host.request('POST', '/api/v1/schedules', { name: 'More' }));
  expect(statuses).toEqual([201, 201, 201, 201, 201, 409, 409, 409, 409, 409]);
  expect(await schedulesOf(host)).toHaveLength(50);
});

test('event types added and copied at the same moment stay within the limit', async () => {
  const host = await newHost();
  const { id } = await host.offer('phone');
  // As if the host had copied it; one request after the other would take a minute.
  await api.orm.em.fork().execute(
    `insert into event_types select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(),
       'slug', 'full-' || number))).* from event_types one, generate_series(2, 195) number where one.id = ?`,
    [id],
  );
  const statuses = await atOnce(10, (turn) =>
    turn % 2 === 0
      ? host.request('POST', '/api/v1/event-types', { title: 'More' })
      : host.request('POST', `/api/v1/event-types/${id}/duplicate`, {}),
  );
  expect(statuses).toEqual([201, 201, 201, 201, 201, 409, 409, 409, 409, 409]);
  expect(await typesOf(host)).toHaveLength(200);
});

test('of many default schedules chosen at the same moment one is the default', async () => {
  const host = await newHost();
  const made = await Promise.all(
    Array.from({ length: 7 }, () => host.json<Schedule>('POST', '/api/v1/schedules', { name: 'Other' })),
  );
  const created = await atOnce(7, () => host.request('POST', '/api/v1/schedules', { name: 'New', isDefault: true }));
  expect(created).toEqual(Array.from({ length: 7 }, () => 201));
  expect((await schedulesOf(host)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  const changed = await atOnce(7, (turn) =>
    host.request('PATCH', `/api/v1/schedules/${made[turn]?.id}`, { isDefault: true }),
  );
  expect(changed).toEqual(Array.from({ length: 7 }, () => 200));
  expect((await schedulesOf(host)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test('a schedule deleted while it becomes the default one leaves a default', async () => {
  const host = await newHost();
  for (let round = 0; round < 8; round += 1) {
    const { id } = await host.json<Schedule>('POST', '/api/v1/schedules', { name: 'Brief' });
    await Promise.all([
      host.request('PATCH', `/api/v1/schedules/${id}`, { isDefault: true }),
      host.request('DELETE', `/api/v1/schedules/${id}`),
    ]);
    expect((await schedulesOf(host)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  }
});

test('a schedule deleted while an event type begins to use it is kept, or is told to be none', async () => {
  const host = await newHost();
  for (let round = 0; round < 8; round += 1) {
    const { id } = await host.json<Schedule>('POST', '/api/v1/schedules', { name: 'Brief' });
    const [created, changed, deleted] = await Promise.all([
      host.request('POST', '/api/v1/event-types', { title: 'Uses it', scheduleId: id }),
      host.offer('phone').then((type) => host.request('PATCH', `/api/v1/event-types/${type.id}`, { scheduleId: id })),
      host.request('DELETE', `/api/v1/schedules/${id}`),
    ]);
    expect([201, 422]).toContain(created.status);
    expect([200, 422]).toContain(changed.status);
    expect(deleted.status).toBe(created.status === 201 || changed.status === 200 ? 409 : 204);
  }
});

test('event types of one title made at the same moment each get an address', async () => {
  const host = await newHost();
  const { id } = await host.offer('phone');
  expect(await atOnce(6, () => host.request('POST', '/api/v1/event-types', { title: 'Same title' }))).toEqual(
    Array.from({ length: 6 }, () => 201),
  );
  expect(await atOnce(6, () => host.request('POST', `/api/v1/event-types/${id}/duplicate`, {}))).toEqual(
    Array.from({ length: 6 }, () => 201),
  );
  expect(new Set((await typesOf(host)).map(({ slug }) => slug)).size).toBe(13);
});

test.each([
  ['schedules', 'name'],
  ['event-types', 'title'],
])('what is deleted while it is changed is not told to be changed: %s', async (what, field) => {
  const host = await newHost();
  const { id } = await host.json<{ id: string }>('POST', `/api/v1/${what}`, { [field]: 'Brief' });
  const other = api.orm.em.fork();
  await other.begin();
  await other.execute(`delete from ${what.replace('-', '_')} where id = ?`, [id]);
  const changing = host.request('PATCH', `/api/v1/${what}/${id}`, { [field]: 'Changed' });
  await vi.waitUntil(async () => (await standingAtLocks(api)) > 0);
  await other.commit();
  expect((await changing).status).toBe(404);
});
