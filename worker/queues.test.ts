import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { runWorkers } from '#test/fixtures/running-workers.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';

const MINUTE_MS = 60_000;
const BUDGET_MS = 1_000;
/** For mails about bookings, in each worker. */
const PLACES = 20;
const MANY = 80;

const { deps, workflows } = await runWorkers(
  await openWorkshop({ environment: { ACTIVITY_BUDGET_MS: String(BUDGET_MS), MEETING_ATTEMPT_MS: '2000' } }),
);

const offer = async () => makeEventType(deps, await makeHost(deps));
const describe = (id: string) => workflows.client.workflow.getHandle(bookingWorkflowId(id)).describe();
/** Where its mails are: `queued` until the worker has a place for them. */
async function mailsAre(id: string) {
  const { pendingActivities } = (await describe(id)).raw;
  const [activity] = pendingActivities ?? [];
  if (!activity) return 'none';
  return activity.lastStartedTime ? 'begun' : 'queued';
}
const isQueued = async (id: string) => (await mailsAre(id)) === 'queued';
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
    const mailServer = Promise.withResolvers<void>();
    deps.mailroom.opens = mailServer.promise;
    const book = async (turn: number) => bookTime(deps, busy, at(turn * 60));
    // Their mails take every place until the mail server answers.
    const first = await Promise.all(Array.from({ length: PLACES }, (_, turn) => book(turn)));
    const allBegun = async () => (await Promise.all(first.map(mailsAre))).every((where) => where === 'begun');
    await until('every place to be taken', allBegun, { within: MINUTE_MS });
    const driven = await bookTime(deps, busy, at(-60));
    await until('its mails to wait', () => isQueued(driven), { within: MINUTE_MS });
    const { runId } = await describe(driven);
    const drive = async () => {
      await deps.signals.booking(driven, 'providerChanged');
      return (await describe(driven)).runId !== runId;
    };
    await until('a new run', drive, { within: MINUTE_MS, every: 10 });
    await until('the new run to queue its mails', () => isQueued(driven), { within: MINUTE_MS });

    const many: string[] = [];
    for (let turn = 0; turn < MANY; turn += 1) many.push(await book(PLACES + turn));
    const [next = '', last = ''] = [many[0], many.at(-1)];
    await until('the last to wait', () => isQueued(last), { within: MINUTE_MS });
    const alone = await bookTime(deps, quiet, at(0));
    await until('the other host to wait', () => isQueued(alone), { within: MINUTE_MS });
    await until('the next to have waited long', async () => (await ageOf(next)) > 3 * BUDGET_MS);

    mailServer.resolve();
    await until(
      'all mails',
      async () => (await Promise.all([driven, alone, ...first, ...many].map((id) => mailsOf(deps, id)))).every(areSent),
      {
        within: 2 * MINUTE_MS,
      },
    );
    expect(await Promise.all([driven, next, alone].map(givenUp))).toEqual([0, 0, 0]);

    const sentOrder = await deps.orm.em
      .fork()
      .execute<{ id: string }[]>('select booking_id as id from email_deliveries order by sent_at');
    const place = sentOrder.findIndex(({ id }) => id === alone);
    // In the order they came it would be the last.
    expect(place).toBeLessThan(sentOrder.length / 2);
  },
  10 * MINUTE_MS,
);
