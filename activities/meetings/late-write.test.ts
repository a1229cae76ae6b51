import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { askToFollow } from '#commands/connections/ask-to-follow.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { openGoogle } from '#dev/simulators/meet/test-app.ts';
import { openMicrosoft } from '#dev/simulators/teams/test-app.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { at, bookTime, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { createMeeting } from './create-meeting.ts';
import { takeLease } from './lease.ts';
import { reconcileMeeting } from './reconcile-meeting.ts';
import { updateMeeting } from './update-meeting.ts';

const [google, microsoft] = [await openGoogle(), await openMicrosoft()];
afterAll(() => Promise.all([google.close(), microsoft.close()]));
const workshop = await openWorkshop({ environment: { ...simulatorEnvironment(google.url), HTTP_TIMEOUT_MS: '2000' } });
const worker = (environment: Readonly<Record<string, string>>) => {
  const config = { ...workshop.config, ...environment, HTTP_TIMEOUT_MS: 20_000 };
  return { ...workshop, config, providers: createProviderRegistry(config) };
};

type Deps = typeof workshop;
type Provider = 'zoom' | 'teams' | 'meet';

const tokenOf = async (provider: Provider): Promise<string> => {
  const granted = {
    zoom: () => zoomApp(google.url).connect(),
    teams: async () => (await microsoft.connect()).body,
    meet: async () => (await google.connect()).body,
  };
  return ((await granted[provider]()) as { access_token: string }).access_token;
};

/** A booking with a live meeting that has to be moved to an hour later. */
async function toMove(deps: Deps, provider: Provider) {
  const host = await makeHost(deps);
  const accessToken = await tokenOf(provider);
  const { accountId } = await makeConnection(deps, host, { provider, grant: { accessToken } });
  const id = await bookTime(deps, await makeEventType(deps, host, { location: { kind: provider } }), at(0));
  const meeting = (await plan(deps, id)).conference?.conferenceId ?? '';
  await createMeeting(deps, meeting);
  const row = () => deps.orm.em.fork().findOneOrFail(Conference, { id: meeting });
  const meetingId = (await row()).providerMeetingId ?? '';
  const move = (minutes: number) => rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(minutes) });
  await move(60);
  return { id, meeting, row, meetingId, move, access: { accessToken, accountId } };
}

const LOST: Readonly<Record<string, (meeting: string) => Promise<unknown>>> = {
  'whose answer never came': async (meeting) => {
    await openSimulator(google.url, 'zoom').fault({ operation: 'update', effect: 'timeout' });
    await expect(updateMeeting(workshop, meeting)).rejects.toMatchObject({ kind: 'unavailable' });
  },
  'whose worker died': async (meeting) => {
    await takeLease(workshop, meeting);
    await workshop.orm.em.fork().execute('update conferences set lease_until = now() where id = ?', [meeting]);
  },
};

test.each(Object.keys(LOST))(
  'a write %s and that takes effect after a later one is not taken for the host’s',
  async (how) => {
    const { id, meeting, meetingId, move, access, row } = await toMove(workshop, 'zoom');
    await LOST[how]?.(meeting);
    await move(120);
    await updateMeeting(workshop, meeting);
    const wanted = { startsAt: at(60).getTime(), endsAt: at(90).getTime() };
    const texts = { title: 'Intro call', description: '', timeZone: 'UTC' };
    await workshop.providers.require('zoom').updateMeeting(access, meetingId, { ...wanted, ...texts });
    await askToFollow(workshop, meeting);
    await reconcileMeeting(workshop, meeting);
    expect((await readBooking(workshop, id)).startsAt).toEqual(at(120));
    await workshop.orm.em.fork().execute('update conferences set write_may_land_until = now() where id = ?', [meeting]);
    expect((await plan(workshop, id)).conference?.action).toBe('reconcileMeeting');
    await reconcileMeeting(workshop, meeting);
    expect((await plan(workshop, id)).conference?.action).toBe('updateMeeting');
    await updateMeeting(workshop, meeting);
    const held = await openSimulator(google.url, 'zoom').meetings();
    expect(held.find((one) => one.id === meetingId)?.startsAt).toBe(at(120).toISOString());
    expect((await plan(workshop, id)).conference).toBeNull();
    expect(await row()).toMatchObject({ writeMayLandUntil: null });
  },
);

/** Passes calls on to a simulator; `meanwhile` runs while the next change is on its way. */
async function slowRoad(target: string, meanwhile: () => Promise<unknown>) {
  const road = { changes: 0 };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      if (request.method === 'PATCH' && road.changes++ === 0) await meanwhile();
      const { host: _, ...headers } = request.headers as Record<string, string>;
      const answer = await fetch(`${target}${request.url}`, {
        method: request.method ?? 'GET',
        headers,
        ...(body.length > 0 && { body }),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ROADS = [
  { provider: 'meet', api: 'MEET_API_URL', target: simulatorEnvironment(google.url).MEET_API_URL },
  { provider: 'teams', api: 'TEAMS_API_URL', target: simulatorEnvironment(microsoft.url).TEAMS_API_URL },
] as const;

test.each(ROADS)(
  'at $provider a write that is overtaken on its way is refused there',
  async ({ provider, api, target }) => {
    const prompt = worker({ [api]: target });
    const { id, meeting, meetingId, move, row } = await toMove(prompt, provider);
    const overtaking = async () => {
      await workshop.orm.em.fork().execute('update conferences set lease_until = now() where id = ?', [meeting]);
      await move(120);
      await updateMeeting(prompt, meeting);
    };
    const late = worker({ [api]: await slowRoad(target, overtaking) });
    await expect(updateMeeting(late, meeting)).rejects.toMatchObject({ kind: 'conflict' });
    const simulator = openSimulator(provider === 'meet' ? google.url : microsoft.url, provider);
    const held = (await simulator.meetings()).find((one) => one.id === meetingId);
    expect(held?.startsAt).toBe(at(120).toISOString());
    expect(await row()).toMatchObject({ syncedStartsAt: at(120) });
    expect((await readBooking(prompt, id)).startsAt).toEqual(at(120));
  },
);
