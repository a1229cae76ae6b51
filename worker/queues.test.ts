import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';
import { BOOKINGS_QUEUE } from '#workflows/task-queues.ts';

const MINUTE_MS = 60_000;
const BUDGET_MS = 1_000;
const MANY = 100;

// Nothing sends mails until the test says so: they wait in their queue.
const { deps, workflows, serve, planAlone } = await runWorkers(
  await openWorkshop({ environment: { ACTIVITY_BUDGET_MS: String(BUDGET_MS), MEETING_ATTEMPT_MS: '2000' } }),
  { serving: [] },
);
await planAlone();

const offer = async () => makeEventType(deps, await makeHost(deps));
const describe = (id: string) => workflows.client.workflow.getHandle(bookingWorkflowId(id)).describe();
const isQueued = async (id: string) => ((await describe(id)).raw.pendingActivities ?? []).length === 1;
const givenUp = async (id: string) => {
  const { events } = await workflows.client.workflow.getHandle(bookingWorkflowId(id)).fetchHistory();
  return (events ?? []).filter((event) => event.activityTaskTimedOutEventAttributes).length;
};
const ageOf = async (id: string) => Date.now() - (await describe(id)).startTime.getTime();
const areSent = (mails: readonly string[]) => mails.filter((mail) => mail.endsWith(' sent')).length === 2;

test(
  'work that waits for a worker has not failed, a workflow that is never idle continues as new, and hosts take turns',
  async () => {
    const [busy, quiet] = [await offer(), await offer()];
    const driven = await bookTime(deps, busy, at(-60));
    await until('its mails to wait', () => isQueued(driven), { within: MINUTE_MS });
    const { runId } = await describe(driven);
    const drive = async () => {
      await deps.signals.booking(driven, 'providerChanged');
      return (await describe(driven)).runId !== runId;
    };
    await until('a new run', drive, { within: 5 * MINUTE_MS, every: 10 });
    await until('the new run to queue its mails', () => isQueued(driven), { within: MINUTE_MS });

    // Far more than the worker's 20 slots for mails, which all take the first who wait.
    const many: string[] = [];
    for (let turn = 0; turn < MANY; turn += 1) many.push(await bookTime(deps, busy, at(turn * 60)));
    const [first = '', last = ''] = [many[0], many.at(-1)];
    await until('the last to wait', () => isQueued(last), { within: MINUTE_MS });
    const alone = await bookTime(deps, quiet, at(0));
    await until('the other host to wait', () => isQueued(alone), { within: MINUTE_MS });
    await until('the first to have waited long', async () => (await ageOf(first)) > 3 * BUDGET_MS);

    serve(BOOKINGS_QUEUE);
    await until(
      'all mails',
      async () => (await Promise.all([driven, alone, ...many].map((id) => mailsOf(deps, id)))).every(areSent),
      {
        within: 2 * MINUTE_MS,
      },
    );
    expect(await Promise.all([driven, first, alone].map(givenUp))).toEqual([0, 0, 0]);

    const sentOrder = await deps.orm.em
      .fork()
      .execute<{ id: string }[]>('select booking_id as id from email_deliveries order by sent_at');
    const place = sentOrder.findIndex(({ id }) => id === alone);
    // In the order they came it would be the last.
    expect(place).toBeLessThan(sentOrder.length / 2);
  },
  10 * MINUTE_MS,
);
