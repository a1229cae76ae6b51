import { expect, test } from 'vitest';
import { enqueueConnectionMail } from '#commands/bookings/enqueue-mail.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { sendConnectionMails } from './reconnect-mails.ts';

const deps = await openWorkshop();
const DAY_MS = 86_400_000;

async function inTrouble(since: Date | null) {
  deps.mailroom.taken.length = 0;
  deps.mailroom.says = 'yes';
  const host = await makeHost(deps);
  const state = since === null ? 'connected' : 'reconnect_needed';
  const { id } = await makeConnection(deps, host, { state, troubleSince: since });
  return id;
}

async function enqueue(connection: string, since: Date, day: number): Promise<void> {
  const cause = `${since.toISOString()}+${day}`;
  await deps.orm.em
    .fork()
    .transactional((em) => enqueueConnectionMail(em, connection, { kind: 'reconnect_needed', cause, now: deps.now() }));
}

const statesOf = async (connection: string) =>
  (await deps.orm.em.fork().find(EmailDelivery, { connection }, { orderBy: { id: 'asc' } })).map(({ state }) => state);

test('of an outage the newest mail goes: what the mail server did not take in time is not made up for', async () => {
  const since = new Date(Date.now() - 4 * DAY_MS);
  const id = await inTrouble(since);
  for (const day of [0, 1, 3]) await enqueue(id, since, day);
  await sendConnectionMails(deps, id);
  expect(await statesOf(id)).toEqual(['superseded', 'superseded', 'sent']);
  expect(deps.mailroom.taken).toHaveLength(1);
});

test('a mail of an outage that is over does not go', async () => {
  const id = await inTrouble(null);
  await enqueue(id, new Date(Date.now() - DAY_MS), 0);
  await sendConnectionMails(deps, id);
  expect(await statesOf(id)).toEqual(['superseded']);
});
