import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { databaseTime } from '#db/database-time.ts';
import { Connection } from '#db/entities/connection.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { simulated } from '#dev/simulators/testing/simulated.ts';
import { at } from '#test/fixtures/bookings.ts';
import { meetingsAtZoom } from '#test/fixtures/meetings-at-zoom.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { pollDueAt, pollMeetings } from './poll-meetings.ts';

const MINUTE_MS = 60_000;
const sim = await simulated();
afterAll(() => sim.close());
const zoom = openSimulator(sim.url, 'zoom');
const deps = await openWorkshop({ environment: { ...simulatorEnvironment(sim.url), POLL_MS: String(15 * MINUTE_MS) } });
beforeEach(() => zoom.reset());

const calls = async (before: number) => (await zoom.ledger()).slice(before).map(({ operation }) => operation);

test('a poll of many meetings is one list, and a read of each that shows something else', async () => {
  const { id, meetingIds, asked } = await meetingsAtZoom(deps, sim.url, 5);
  const [moved = '', removed = ''] = meetingIds;
  await zoom.move(moved, at(9_000).toISOString());
  await zoom.remove(removed);
  const before = (await zoom.ledger()).length;
  await pollMeetings(deps, id);
  expect(await calls(before)).toEqual(['list', 'get', 'get']);
  expect(await asked()).toEqual([moved, removed]);
});

test('where the list fails, each meeting is read by its id', async () => {
  const { id, meetingIds, asked } = await meetingsAtZoom(deps, sim.url, 3);
  const [moved = ''] = meetingIds;
  await zoom.move(moved, at(9_000).toISOString());
  await zoom.fault({ operation: 'list', effect: 'error', status: 500, times: 1 });
  const before = (await zoom.ledger()).length;
  await pollMeetings(deps, id);
  expect(await calls(before)).toEqual(['list', 'get', 'get', 'get']);
  expect(await asked()).toEqual([moved]);
});

test('where notifications arrive, polls are rarer', async () => {
  const { id, meetingIds } = await meetingsAtZoom(deps, sim.url, 2);
  const em = deps.orm.em.fork();
  await em.execute(`update connections set polled_at = now() - interval '20 minutes' where id = ?`, [id]);
  const connection = await em.findOneOrFail(Connection, { id });
  const now = await databaseTime(em);
  const dueIn = async () => ((await pollDueAt(em, deps, connection, now)) ?? 0) - now.getTime();
  expect(await dueIn()).toBeLessThan(0);
  await receiveNotifications(deps, {
    provider: 'zoom',
    notifications: [{ meetingId: meetingIds[0] ?? '', what: 'changed', dedupeKey: randomUUID() }],
  });
  expect(await dueIn()).toBeGreaterThan(20 * MINUTE_MS);
});
