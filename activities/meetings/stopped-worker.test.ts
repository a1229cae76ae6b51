import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { simulated } from '#dev/simulators/testing/simulated.ts';
import type { Operation } from '#dev/simulators/core/ledger.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { testEnvironment } from '#test/setup/config.ts';
import { createMeeting } from './create-meeting.ts';
import { deleteMeeting } from './delete-meeting.ts';
import { updateMeeting } from './update-meeting.ts';

const sim = await simulated();
afterAll(() => sim.close());
const zoom = openSimulator(sim.url, 'zoom');
const { DATABASE_URL: _, ...environment } = testEnvironment({
  ...simulatorEnvironment(sim.url),
  ZOOM_CLIENT_ID: 'client',
  ZOOM_CLIENT_SECRET: 'secret',
  ZOOM_WEBHOOK_SECRET: 'webhook',
  CALL_LEASE_MS: '1500',
  HTTP_TIMEOUT_MS: '1000',
});
const deps = await openWorkshop({ environment });

/** A worker's process that has committed to a call and stands still before its first byte. */
async function stoppedWorker(action: 'createMeeting' | 'updateMeeting' | 'deleteMeeting', conferenceId: string) {
  const program = new URL('../../test/fixtures/stopped-worker.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, action, conferenceId], {
    env: { ...process.env, ...environment, DATABASE_URL: deps.config.DATABASE_URL },
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  await vi.waitUntil(() => readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.startsWith('T'), 20_000);
  return async () => {
    child.kill('SIGCONT');
    const [code] = await exited;
    return code === 0 ? 'done' : 'failed';
  };
}

async function meant() {
  await zoom.reset();
  const host = await makeHost(deps);
  const { access_token: accessToken } = await zoomApp(sim.url).connect();
  await makeConnection(deps, host, { grant: { accessToken } });
  const id = await bookTime(deps, await makeEventType(deps, host, { location: { kind: 'zoom' } }), at(0));
  return { id, meeting: (await plan(deps, id)).conference?.conferenceId ?? '' };
}

/** The other worker, as soon as the lease has run out. */
async function takenOver(work: () => Promise<unknown>): Promise<void> {
  await vi.waitUntil(
    () =>
      work().then(
        () => true,
        (error: { facts?: { code: string } }) => {
          if (error.facts?.code !== 'lease_held') throw error;
          return false;
        },
      ),
    { timeout: 10_000, interval: 100 },
  );
}

const made = async (operation: Operation) => (await zoom.ledger()).filter((call) => call.operation === operation);

test('a worker that was stopped before it moved a meeting does not move it after another one did', async () => {
  const { id, meeting } = await meant();
  await createMeeting(deps, meeting);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(60) });
  const goOn = await stoppedWorker('updateMeeting', meeting);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(120) });
  await takenOver(() => updateMeeting(deps, meeting));
  expect(await goOn()).toBe('failed');
  expect(await made('update')).toHaveLength(1);
  expect(await zoom.meetings()).toMatchObject([{ startsAt: at(120).toISOString() }]);
});

test('nor does it make a second meeting', async () => {
  const { meeting } = await meant();
  const goOn = await stoppedWorker('createMeeting', meeting);
  await takenOver(() => createMeeting(deps, meeting));
  expect(await goOn()).toBe('failed');
  expect(await made('create')).toHaveLength(1);
  const { providerMeetingId } = await deps.orm.em.fork().findOneOrFail(Conference, { id: meeting });
  expect(await zoom.meetings()).toMatchObject([{ id: providerMeetingId }]);
});

test('nor does it delete what was deleted', async () => {
  const { id, meeting } = await meant();
  await createMeeting(deps, meeting);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  expect((await plan(deps, id)).conference?.action).toBe('deleteMeeting');
  const goOn = await stoppedWorker('deleteMeeting', meeting);
  await takenOver(() => deleteMeeting(deps, meeting));
  expect(await goOn()).toBe('failed');
  expect(await made('delete')).toHaveLength(1);
});
