import { afterAll, expect, test } from 'vitest';
import { createOrm } from '#db/orm.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { CLIENT, simulated } from '#dev/simulators/testing/simulated.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { at, mailsOf, readBooking } from '#test/fixtures/bookings.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { recordStatements } from '#test/fixtures/statements.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';

const MINUTE_MS = 60_000;
/** One booking, its link and its two mails, each begin and commit counted. */
const API = 12;
/** Google makes the link after the meeting, which is then read again, more than once where a machine is slow; its mails have a lane of their own. */
const WORKER = { zoom: 23, teams: 23, meet: 27 + 6 + 2 * 6 };
/** Of its workflow, with one task more than it takes: a plan on a slow machine may need two. */
const EVENTS = { zoom: 16 + 3, teams: 16 + 3, meet: 22 + 3 };

const statements = recordStatements();
const sim = await simulated();
const ourApps = ['ZOOM', 'TEAMS', 'MEET'].flatMap((name) => [
  [`${name}_CLIENT_ID`, CLIENT.id],
  [`${name}_CLIENT_SECRET`, CLIENT.secret],
]);
const workshop = await openWorkshop({
  environment: { ...simulatorEnvironment(sim.url), ...Object.fromEntries(ourApps) },
});
const installation = { ...workshop, providers: createProviderRegistry(workshop.config) };
const openOrm = (applicationName: string) => createOrm({ url: workshop.config.DATABASE_URL, applicationName });
const [api, worker] = [openOrm('api'), openOrm('worker')];
afterAll(() => Promise.all([sim.close(), api.close(), worker.close()]));
const { deps, workflows } = await runWorkers({ ...installation, orm: worker });
const { base } = await startApi({ installation: { ...deps, orm: api } });

/** What a process sent to Postgres, in order. */
const sentBy = (process: string) => statements.filter(({ of }) => of.split('-')[0] === process).map(({ text }) => text);

/** Books and waits for both mails and for the plan after them; returns how many events the workflow's history has. */
async function bookingAt(startsAt: Date, page: { handle: string; slug: string }): Promise<number> {
  const { id } = await newGuest(base).book(page, startsAt.toISOString());
  const isPlanned = async () => {
    const mails = await mailsOf(workshop, id);
    const { nextWakeAt } = await readBooking(workshop, id);
    return mails.every((mail) => mail.endsWith(' sent')) && Number(nextWakeAt) > Date.now() + 60 * MINUTE_MS;
  };
  await until('both mails and the plan after them', isPlanned, { within: MINUTE_MS });
  const { events } = await workflows.client.workflow.getHandle(bookingWorkflowId(id)).fetchHistory();
  return events?.length ?? 0;
}

/** What a booking cost: the statements of API and worker, and the events of its workflow. */
async function countedAt(startsAt: Date, page: { handle: string; slug: string }) {
  statements.length = 0;
  const events = await bookingAt(startsAt, page);
  return [sentBy('api'), sentBy('worker'), events] as const;
}

/** A connection's own work may fall into the same moment, or a mail be late for its twin: of three bookings the cheapest counts. */
async function leastOf<T>(
  given: readonly T[],
  count: (one: T) => ReturnType<typeof countedAt>,
): ReturnType<typeof countedAt> {
  const counted = [];
  for (const one of given) counted.push(await count(one));
  return counted.reduce((least, next) => (next[1].length < least[1].length ? next : least));
}

test.each(['zoom', 'teams', 'meet'] as const)(
  'a plain booking at %s costs so many statements and events, and no more',
  async (provider) => {
    const host = await signUp(base);
    await host.alwaysOpen();
    const landed = await host.connect(provider, `cost-${provider}`);
    expect(landed.search).toBe(`?connected=${provider}`);
    const { slug } = await host.offer(provider, { reminderMinutes: [1_440, 60] });
    // The first call of a connection makes its call slots.
    await bookingAt(at(0), { handle: host.handle, slug });
    const [inApi, inWorker, events] = await leastOf([60, 120, 180], (minutes) =>
      countedAt(at(minutes), { handle: host.handle, slug }),
    );
    expect(inApi.slice(API)).toEqual([]);
    expect(inWorker.slice(WORKER[provider])).toEqual([]);
    expect(events).toBeLessThanOrEqual(EVENTS[provider]);
    // What is counted here is all there was.
    expect([inApi.length > 10, inWorker.length > 20, events > 12]).toEqual([true, true, true]);
  },
  3 * MINUTE_MS,
);
