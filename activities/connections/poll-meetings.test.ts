import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createMeeting } from '#activities/meetings/create-meeting.ts';
import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { databaseTime } from '#db/database-time.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { simulated } from '#dev/simulators/testing/simulated.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { pollDueAt, pollMeetings } from './poll-meetings.ts';

const MINUTE_MS = 60_000;
const sim = await simulated();
afterAll(() => sim.close());
const zoom = openSimulator(sim.url, 'zoom');
const deps = await openWorkshop({ environment: { ...simulatorEnvironment(sim.url), POLL_MS: String(15 * MINUTE_MS) } });
beforeEach(() => zoom.reset());

/** A host with live meetings at Zoom, of which nothing is heard. */
async function withMeetings(count: number) {
  const host = await makeHost(deps);
  const { access_token: accessToken } = await zoomApp(sim.url).connect();
  const { id } = await makeConnection(deps, host, { grant: { accessToken } });
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  for (let index = 0; index < count; index += 1) {
    const { conference } = await plan(deps, await bookTime(deps, type, at(index * 60)));
    await createMeeting(deps, conference?.conferenceId ?? '');
  }
  const rows = () => deps.orm.em.fork().find(Conference, { connection: id }, { orderBy: { id: 'asc' } });
  const meetingIds = (await rows()).map(({ providerMeetingId }) => providerMeetingId ?? '');
  const asked = async () =>
    (await rows()).filter(({ followAskedAt }) => followAskedAt).map(({ providerMeetingId }) => providerMeetingId);
  return { id, meetingIds, asked };
}

const calls = async (before: number) => (await zoom.ledger()).slice(before).map(({ operation }) => operation);

test('a poll of many meetings is one list, and a read of each that shows something else', async () => {
  const { id, meetingIds, asked } = await withMeetings(5);
  const [moved = '', removed = ''] = meetingIds;
  await zoom.move(moved, at(9_000).toISOString());
  await zoom.remove(removed);
  const before = (await zoom.ledger()).length;
  await pollMeetings(deps, id);
  expect(await calls(before)).toEqual(['list', 'get', 'get']);
  expect(await asked()).toEqual([moved, removed]);
});

test('where notifications arrive, polls are rarer', async () => {
  const { id, meetingIds } = await withMeetings(2);
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
