import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { Connection } from '#db/entities/connection.ts';
import { InboxNotification } from '#db/entities/inbox-notification.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { simulated } from '#dev/simulators/testing/simulated.ts';
import { at } from '#test/fixtures/bookings.ts';
import { meetingsAtZoom } from '#test/fixtures/meetings-at-zoom.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { planConnection } from './plan-connection.ts';
import { pollMeetings } from './poll-meetings.ts';
import { readNotifications } from './read-notifications.ts';

const sim = await simulated();
afterAll(() => sim.close());
const zoom = openSimulator(sim.url, 'zoom');
const deps = await openWorkshop({ environment: simulatorEnvironment(sim.url) });

/** Live meetings at Zoom, each of them heard of. */
async function withMeetings(count: number) {
  await zoom.reset();
  const { id, meetingIds, asked } = await meetingsAtZoom(deps, sim.url, count);
  for (const meetingId of meetingIds)
    await receiveNotifications(deps, {
      provider: 'zoom',
      notifications: [{ meetingId, what: 'changed' as const, dedupeKey: randomUUID() }],
    });
  const waiting = () =>
    deps.orm.em.fork().count(InboxNotification, { meetingId: { $in: meetingIds }, handledAt: null });
  return { id, waiting, asked };
}

const fails = (times: number) => zoom.fault({ operation: 'get', effect: 'error', status: 500, times });
const reads = async () => (await zoom.ledger()).filter(({ operation }) => operation === 'get');

test('a meeting on which the provider fails is left to its booking, and the others are read', async () => {
  const { id, waiting, asked } = await withMeetings(4);
  await fails(1);
  await readNotifications(deps, id);
  expect(await reads()).toHaveLength(4);
  expect(await waiting()).toBe(0);
  expect(await asked()).toHaveLength(1);
});

test('a provider that is down is not asked for every meeting, and nothing is read twice', async () => {
  const { id, waiting } = await withMeetings(5);
  await fails(3);
  await expect(readNotifications(deps, id)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await reads()).toHaveLength(3);
  expect(await waiting()).toBe(2);
  await readNotifications(deps, id);
  expect(await reads()).toHaveLength(5);
  expect(await waiting()).toBe(0);
});

test('an interrupted poll continues where it stopped', async () => {
  const { id } = await withMeetings(5);
  // What the list shows as it is known is not read at all.
  for (const meeting of await zoom.meetings()) await zoom.move(meeting.id, at(9_000).toISOString());
  await fails(3);
  await expect(pollMeetings(deps, id)).rejects.toMatchObject({ kind: 'unavailable' });
  const { pollStartedAt, polledAt } = await deps.orm.em.fork().findOneOrFail(Connection, { id });
  expect(polledAt).toBeNull();
  await pollMeetings(deps, id);
  const meetings = (await reads()).map(({ meetingId }) => meetingId);
  expect(new Set(meetings).size).toBe(5);
  expect(meetings).toHaveLength(5);
  const after = await deps.orm.em.fork().findOneOrFail(Connection, { id });
  expect(after).toMatchObject({ polledAt: pollStartedAt, pollStartedAt: null, pollCursor: null });
});

test('what keeps failing steps back behind what else is due', async () => {
  const { id } = await withMeetings(1);
  const set = (columns: string) => deps.orm.em.fork().execute(`update connections set ${columns} where id = ?`, [id]);
  const callOf = async () => (await planConnection(deps, id, { busy: [], gaveUp: false })).call;
  await set(`polled_at = now() - interval '1 day'`);
  expect(await callOf()).toBe('readNotifications');
  await set('failures = 1');
  expect(await callOf()).toBe('pollMeetings');
  await deps.orm.em
    .fork()
    .execute(`update connection_tokens set refreshed_at = now() - interval '30 days' where connection_id = ?`, [id]);
  await set('failures = 2');
  expect(await callOf()).toBe('keepAlive');
});
