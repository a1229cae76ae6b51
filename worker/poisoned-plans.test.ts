import { afterAll, afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { CLIENT, simulated } from '#dev/simulators/testing/simulated.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { ProblemKey } from '#workflows/search-attributes.ts';
import { healthOf } from './health.ts';
import { watchProgress } from './progress.ts';
import { repeat } from './repeat.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';

const MINUTE_MS = 60_000;

const sim = await simulated();
afterAll(() => sim.close());
const { deps, workers, progress, workflows } = await runWorkers(
  await openWorkshop({
    environment: {
      ...simulatorEnvironment(sim.url),
      ZOOM_CLIENT_ID: CLIENT.id,
      ZOOM_CLIENT_SECRET: CLIENT.secret,
    },
  }),
  { progress: watchProgress(4_000) },
);
const execute = (sql: string) => deps.orm.em.fork().execute<{ last: string }[]>(sql);

/** Every later write of a booking with this title fails. */
async function poison(title: string): Promise<void> {
  await execute('create sequence poisoned_plans');
  await execute(`create function poison() returns trigger language plpgsql as
    $$ begin perform nextval('poisoned_plans'); raise exception 'poisoned'; end $$`);
  await execute(`create trigger poison before update on bookings for each row
    when (new.title = '${title}') execute function poison()`);
}

async function atZoom() {
  const host = await makeHost(deps);
  const { access_token: accessToken, refresh_token: refreshToken } = await zoomApp(sim.url).connect();
  await makeConnection(deps, host, { grant: { accessToken, refreshToken, expiresAt: Date.now() + 10 * MINUTE_MS } });
  return makeEventType(deps, host, { location: { kind: 'zoom' } });
}

async function poisonedBookings(count: number): Promise<string[]> {
  const type = await makeEventType(deps, await makeHost(deps), { title: 'poisoned' });
  const ids: string[] = [];
  for (let turn = 0; turn < count; turn += 1) ids.push(await bookTime(deps, type, at(turn * 60)));
  return ids;
}

const failedPlans = async () => Number((await execute('select last_value as last from poisoned_plans'))[0]?.last);
const isWell = () => healthOf(workers, progress).isWell;
const areSent = (mails: readonly string[]) => mails.filter((mail) => mail.endsWith(' sent')).length === 2;

beforeEach(() => poison('poisoned'));
afterEach(() => execute('drop function poison cascade; drop sequence poisoned_plans'));

test(
  'a worker whose plans all fail is not healthy, until one succeeds',
  async () => {
    const sweeping = repeat('sweep', 500, () => progress.sweep(async () => undefined));
    onTestFinished(() => sweeping.stop());
    await until('health before', isWell, { within: MINUTE_MS });

    const ids = await poisonedBookings(2);
    await until('it to be told', () => progress.stalled() === 'plans', { within: MINUTE_MS });
    expect(healthOf(workers, progress)).toMatchObject({ isWell: false, isAlive: true });
    expect(await failedPlans()).toBeGreaterThan(ids.length);
    await execute('drop trigger poison on bookings');
    await until('health', isWell, { within: MINUTE_MS });
    for (const id of ids) await until('the mails', async () => areSent(await mailsOf(deps, id)), { within: MINUTE_MS });
  },
  4 * MINUTE_MS,
);

test(
  '40 plans that always fail keep no other booking waiting, say so, and are tried again',
  async () => {
    const [first = '', ...others] = await poisonedBookings(40);
    await until('each to have failed', async () => (await failedPlans()) > 2 * others.length, { within: MINUTE_MS });

    const healthy = await bookTime(deps, await atZoom(), at(0));
    await until('both mails of the healthy one', async () => areSent(await mailsOf(deps, healthy)), {
      within: MINUTE_MS,
    });
    expect(await openSimulator(sim.url, 'zoom').meetings()).toHaveLength(1);

    const described = () => workflows.client.workflow.getHandle(bookingWorkflowId(first)).describe();
    const problem = async () => (await described()).typedSearchAttributes.get(ProblemKey);
    await until('it to be said', async () => (await problem()) === 'plan_failed', { within: MINUTE_MS });

    await execute('drop trigger poison on bookings');
    await until('a poisoned one to be planned by its own timer', async () => areSent(await mailsOf(deps, first)), {
      within: MINUTE_MS,
    });
  },
  4 * MINUTE_MS,
);
