import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { overlapsIn } from '#dev/clients/overlaps.ts';
import { patiently } from '#dev/clients/patiently.ts';
import { until } from '#dev/clients/until.ts';
import { startSecondWorker } from '#dev/stack/second-worker.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const stack = useStack();
const scene = useScenes(stack);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HOSTS = 2;
/** Of each host. */
const GUESTS = 20;

async function ask<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
  const db = new Client((await stack.file()).database);
  await db.connect();
  const { rows } = await db.query(sql, [...values]);
  await db.end();
  return rows as Row[];
}

test(
  'of two workers one is killed at work: each booking gets one meeting, and each reader one mail',
  async () => {
    const other = await startSecondWorker(stack);
    onTestFinished(() => other.stop('SIGKILL'));
    const sets = await Promise.all(Array.from({ length: HOSTS }, () => scene()));
    const bookings = await Promise.all(
      sets.map(async (set) => {
        const from = new Date(Date.now() + 2 * DAY_MS);
        const free = await set.newGuest().freeTimes(set.page, from, new Date(from.getTime() + 3 * DAY_MS));
        return Promise.all(
          Array.from({ length: GUESTS }, async (_, index) => {
            const guest = set.newGuest();
            // One after the other at the half hour, so that none blocks another's time.
            const booking = await patiently(() => guest.bookOnce(set.page, free[index * 10] ?? ''));
            return { set, guest, booking };
          }),
        );
      }),
    ).then((all) => all.flat());
    const ids = bookings.map(({ booking }) => booking.id);
    const sent = `select 1 from email_deliveries where state = 'sent' and booking_id = any ($1)`;
    await until('some mails to be out', async () => (await ask(sent, [ids])).length >= 10, {
      within: MINUTE_MS,
      every: 20,
    });
    await until('the other to have worked', async () => (await whoWorked(ids)).includes(other.pid), {
      within: MINUTE_MS,
      every: 20,
    });
    await other.stop('SIGKILL');
    const { database } = await stack.file();
    for (const { host } of sets) await atRest(database, host.handle);

    for (const { set, guest, booking } of bookings) {
      const meetings = await set.meetingsOf(guest);
      expect(meetings.map(({ joinUrl }) => joinUrl)).toEqual([await set.link(booking)]);
    }
    const mails = await ask<{ kind: string; recipient: string; state: string; n: number }>(
      'select kind, recipient, state, count(*)::int as n from email_deliveries where booking_id = any ($1) and kind = $2 group by 1, 2, 3 order by 2',
      [ids, 'confirmed'],
    );
    const all = { kind: 'confirmed', state: 'sent', n: HOSTS * GUESTS };
    expect(mails).toEqual([
      { ...all, recipient: 'guest' },
      { ...all, recipient: 'host' },
    ]);
    // What the killed one had handed over unanswered comes again, and only under its own Message-ID.
    for (const { set, guest } of bookings) {
      const confirmations = (await set.mailbox.to(guest.email)).filter(({ subject }) => /confirmed/i.test(subject));
      expect(new Set(confirmations.map(({ messageId }) => messageId)).size).toBe(1);
    }
    expect(overlapsIn(await (sets[0] as (typeof sets)[number]).provider.ledger())).toEqual([]);
  },
  8 * MINUTE_MS,
);

/** The processes that ran the activities of these bookings. */
async function whoWorked(ids: readonly string[]): Promise<number[]> {
  const { workflows } = await scene();
  const histories = await Promise.all(
    ids.map((id) => workflows.client.workflow.getHandle(bookingWorkflowId(id)).fetchHistory()),
  );
  const identities = histories.flatMap(({ events }) =>
    (events ?? []).flatMap((event) => event.activityTaskStartedEventAttributes?.identity ?? []),
  );
  return [...new Set(identities.map((identity) => Number.parseInt(identity, 10)))];
}
