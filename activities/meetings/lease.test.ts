import { afterAll, expect, test } from 'vitest';
import { createOrm } from '#db/orm.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { openGoogle } from '#dev/simulators/meet/test-app.ts';
import type { Tokens } from '#dev/simulators/zoom/test-app.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { startDatabaseProxy } from '#test/fixtures/database-proxy.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { createMeeting } from './create-meeting.ts';
import { takeLease } from './lease.ts';

const google = await openGoogle();
afterAll(() => google.close());
const meet = openSimulator(google.url, 'meet');
const workshop = await openWorkshop({
  environment: {
    ...simulatorEnvironment(google.url),
    CALL_LEASE_MS: '2000',
    HTTP_TIMEOUT_MS: '1000',
    MEETING_ATTEMPT_MS: '4000',
  },
});
const deps = { ...workshop, providers: createProviderRegistry(workshop.config) };

async function meant() {
  const host = await makeHost(deps);
  const { access_token: accessToken } = (await google.connect()).body as Tokens;
  await makeConnection(deps, host, { provider: 'meet', grant: { accessToken } });
  const id = await bookTime(deps, await makeEventType(deps, host, { location: { kind: 'meet' } }), at(0));
  return (await plan(deps, id)).conference?.conferenceId ?? '';
}

test('a call’s time begins before its lease is extended: waiting for the database counts', async () => {
  const meeting = await meant();
  const proxy = await startDatabaseProxy(deps.config.DATABASE_URL);
  const orm = createOrm({ url: proxy.url, pool: 1 });
  const lease = await takeLease({ ...deps, orm }, meeting);
  proxy.weather.answerDelayMs = 800;
  const until = await lease.commit('create');
  expect(until.remainingMs()).toBeLessThanOrEqual(1_200);
  await orm.close();
});

test('an attempt’s calls end with it, the last ones for a link that does not come included', async () => {
  const meeting = await meant();
  const [account] = await meet.accounts();
  await meet.describe(account?.id ?? '', { conferenceMs: 60_000 });
  await meet.fault({ operation: 'get', effect: 'slow', delayMs: 900, times: 9 });
  const began = performance.now();
  await createMeeting(deps, meeting);
  expect(performance.now() - began).toBeLessThan(deps.config.MEETING_ATTEMPT_MS);
});
