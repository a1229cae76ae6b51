import { afterAll, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { CLIENT, simulated } from '#dev/simulators/testing/simulated.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { BookingStatusKey, ConferenceStatusKey, HostIdKey, WaitingForKey } from '#workflows/search-attributes.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';
import { BOOKINGS_QUEUE } from '#workflows/task-queues.ts';

const MINUTE_MS = 60_000;
const sim = await simulated();
afterAll(() => sim.close());
const environment = {
  ...simulatorEnvironment(sim.url),
  ZOOM_CLIENT_ID: CLIENT.id,
  ZOOM_CLIENT_SECRET: CLIENT.secret,
};
const { deps, serve, workflows } = await runWorkers(await openWorkshop({ environment }), { serving: [] });

async function bookAtZoom(): Promise<{ id: string; host: string }> {
  const host = await makeHost(deps);
  const { access_token: accessToken, refresh_token: refreshToken } = await zoomApp(sim.url).connect();
  await makeConnection(deps, host, { grant: { accessToken, refreshToken, expiresAt: Date.now() + 10 * MINUTE_MS } });
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  return { id: await bookTime(deps, type, at(0)), host: type.host };
}

test(
  'operators find what a booking waits for, from its start on and however long it takes',
  async () => {
    const { id, host } = await bookAtZoom();
    const workflow = workflows.client.workflow.getHandle(bookingWorkflowId(id));
    const waitsFor = async () => {
      const { typedSearchAttributes: shown } = await workflow.describe();
      return `${shown.get(ConferenceStatusKey)} ${shown.get(WaitingForKey)}`;
    };
    const comes = (what: string) =>
      until(what, async () => (await waitsFor()) === what || undefined, { within: MINUTE_MS });
    const pending = async () => {
      const { pendingActivities, pendingWorkflowTask } = (await workflow.describe()).raw;
      return pendingWorkflowTask ? [] : (pendingActivities ?? []).map(({ activityType }) => activityType?.name);
    };
    const awaits = (activity: string) =>
      until(`${activity} to be due`, async () => (await pending()).includes(activity), { within: MINUTE_MS });

    const { typedSearchAttributes: first } = await workflow.describe();
    expect([first.get(BookingStatusKey), first.get(HostIdKey), await waitsFor()]).toEqual([
      'confirmed',
      host,
      'pending provider',
    ]);
    serve(BOOKINGS_QUEUE);
    await awaits('createMeeting');
    expect(await waitsFor()).toBe('pending provider');

    const mailServer = Promise.withResolvers<void>();
    deps.mailroom.opens = mailServer.promise;
    serve('zoom');
    const claimed = async () => (await mailsOf(deps, id)).every((mail) => mail.endsWith(' claimed'));
    await until('the mails to be under way', claimed, { within: MINUTE_MS });
    // As the sweep does where the mails take long.
    await workflow.signal('sweep');
    await comes('ready mail');

    mailServer.resolve();
    await comes('ready time');
    expect((await mailsOf(deps, id)).filter((mail) => mail.endsWith(' sent'))).toHaveLength(2);
  },
  3 * MINUTE_MS,
);
