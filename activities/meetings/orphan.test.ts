import { afterAll, expect, test, vi } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { disconnect } from '#commands/connections/disconnect.ts';
import { setBookingLink } from '#commands/bookings/set-booking-link.ts';
import { Conference } from '#db/entities/conference.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { CLIENT, simulated } from '#dev/simulators/testing/simulated.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { standingAtLocks } from '#test/fixtures/locks.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { createMeeting } from './create-meeting.ts';
import { deleteMeeting } from './delete-meeting.ts';
import { reconcileMeeting } from './reconcile-meeting.ts';

/** A busy machine is waited for. */
const PATIENCE = { timeout: 20_000 };
const sim = await simulated();
afterAll(() => sim.close());
const zoom = openSimulator(sim.url, 'zoom');
const deps = await openWorkshop({
  environment: {
    ...simulatorEnvironment(sim.url),
    ZOOM_CLIENT_ID: CLIENT.id,
    ZOOM_CLIENT_SECRET: CLIENT.secret,
    HTTP_TIMEOUT_MS: '2000',
    DISCONNECT_GRACE_MS: '1',
  },
});

/** A booking whose meeting is about to be made with a token that has to be refreshed first. */
async function meant() {
  await zoom.reset();
  const host = await makeHost(deps);
  const { access_token: accessToken, refresh_token: refreshToken } = await zoomApp(sim.url).connect();
  await makeConnection(deps, host, { grant: { accessToken, refreshToken, expiresAt: Date.now() } });
  const id = await bookTime(deps, await makeEventType(deps, host, { location: { kind: 'zoom' } }), at(0));
  const meeting = (await plan(deps, id)).conference?.conferenceId ?? '';
  return { host, id, meeting };
}

const rowOf = (id: string) => deps.orm.em.fork().findOneOrFail(Conference, { id });
const creates = async () => (await zoom.ledger()).filter(({ operation }) => operation === 'create');
const refreshing = async () => (await zoom.ledger()).some(({ operation }) => operation === 'refresh');

const CHANGES: Record<string, (given: Awaited<ReturnType<typeof meant>>) => Promise<void>> = {
  'the guest cancels': ({ id }) => cancelBooking(deps, { bookingId: id, actor: 'guest' }),
  'the host pastes a link': ({ id, host }) =>
    setBookingLink(deps, { bookingId: id, hostId: host.id, url: 'https://example.com/room' }),
  'the host disconnects': ({ host }) => disconnect(deps, { hostId: host.id, provider: 'zoom' }),
};

test.each(Object.keys(CHANGES))('%s while the token is refreshed: no meeting is made', async (change) => {
  const given = await meant();
  await zoom.fault({ operation: 'refresh', effect: 'slow', delayMs: 700 });
  const creating = createMeeting(deps, given.meeting).catch(() => undefined);
  await vi.waitUntil(refreshing, PATIENCE);
  await CHANGES[change]?.(given);
  await vi.waitUntil(async () => {
    await plan(deps, given.id);
    return (await rowOf(given.meeting)).state === 'deleted';
  }, PATIENCE);
  await creating;
  expect(await creates()).toEqual([]);
  expect((await rowOf(given.meeting)).calledAt).toBeNull();
});

test('a plan waits for a call that is being committed, and closes its row as one that was called', async () => {
  const { id, meeting } = await meant();
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  const calling = deps.orm.em.fork();
  await calling.begin();
  await calling.execute('update conferences set called_at = now() where id = ?', [meeting]);
  const planning = plan(deps, id);
  await vi.waitUntil(async () => (await standingAtLocks(deps)) > 0, PATIENCE);
  await calling.commit();
  expect((await planning).conference?.action).toBe('deleteMeeting');
});

test('a closed row that was called but never learnt its meeting is searched for, and what is found is deleted', async () => {
  const { id, meeting } = await meant();
  await zoom.fault({ operation: 'create', effect: 'drop_after_commit' });
  await expect(createMeeting(deps, meeting)).rejects.toMatchObject({ kind: 'unavailable' });
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  // As a version without the fence left it.
  const em = deps.orm.em.fork();
  await em.execute(
    `update conferences set state = 'deleted', look_again_at = null, called_at = now() - interval '1 hour' where id = ?`,
    [meeting],
  );
  const search = (await plan(deps, id)).conference;
  expect(search).toMatchObject({ action: 'reconcileMeeting', conferenceId: meeting });
  await reconcileMeeting(deps, meeting);
  const twin = (await plan(deps, id)).conference;
  expect(twin?.action).toBe('deleteMeeting');
  await deleteMeeting(deps, twin?.conferenceId ?? '');
  expect(await zoom.meetings()).toEqual([]);
  expect(await plan(deps, id)).toMatchObject({ conference: null });
  expect((await rowOf(meeting)).calledAt).toBeNull();
});
