import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from '#dev/clients/rows.ts';
import { until } from '#dev/clients/until.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const MINUTE_MS = 60_000;

// Waits as in production; Temporal stays away long enough for its file to be deleted.
const stack = useStack({
  RESTART_DELAY_SECONDS: '5',
  SWEEP_MS: '10000',
  UNDELIVERED_MS: '5000',
  OVERDUE_MS: '60000',
  ACTIVITY_BUDGET_MS: '90000',
});
const scene = useScenes(stack);

/** Temporal loses everything it knew while API and worker run on. */
async function emptyTemporal(): Promise<void> {
  const { pids } = await stack.file();
  await stack.kill('temporal');
  const { DATA_DIR = '' } = await stack.environment();
  for (const suffix of ['', '-wal', '-shm'])
    await rm(join(DATA_DIR, 'temporal', `temporal.db${suffix}`), { force: true });
  await until('Temporal to serve again', async () => (await stack.file()).pids.temporal !== pids.temporal, {
    within: MINUTE_MS,
  });
}

test(
  'with Temporal emptied, an overdue reminder, hold and end heal within two minutes without a restart',
  async () => {
    // Its meeting begins long after the reminder's repair: a reminder is not sent once it has begun.
    const reminded = await scene({ rules: { reminderMinutes: [4] } });
    const ending = await scene({ rules: { durationMinutes: 1 } });
    const asking = await scene({ rules: { requiresConfirmation: true, holdMinutes: 1 } });
    const held = await asking.book();
    const toRemind = await reminded.bookSoon(5.2 * MINUTE_MS);
    const toEnd = await ending.bookSoon(0.3 * MINUTE_MS);
    await reminded.link(toRemind.booking);
    await ending.link(toEnd.booking);
    await reminded.mailbox.awaitMail(toRemind.guest.email, /confirmed/i);
    const { pids, database } = await stack.file();

    await emptyTemporal();
    const fresh = await reminded.book();

    const wakes = await rowsOf<{ id: string; wakes: number }>(
      database,
      'select id, extract(epoch from next_wake_at) * 1000 as wakes from bookings where id = any($1)',
      [[held.booking.id, toRemind.booking.id, toEnd.booking.id]],
    );
    const dueAt = (id: string) => Number(wakes.find((row) => row.id === id)?.wakes);
    const healed = (id: string, what: string, probe: () => Promise<boolean>) =>
      until(what, probe, { within: dueAt(id) + 2 * MINUTE_MS - Date.now(), every: 500 });
    const statusOf = async ({ guest, booking }: typeof held) => (await guest.read(booking.token)).status;

    await Promise.all([
      reminded.mailbox.awaitMail(fresh.guest.email, /confirmed/i, MINUTE_MS),
      healed(held.booking.id, 'the hold to end', async () => (await statusOf(held)) === 'expired'),
      healed(toRemind.booking.id, 'the reminder', async () =>
        (await reminded.mailbox.to(toRemind.guest.email)).some(({ subject }) => /reminder/i.test(subject)),
      ),
      healed(toEnd.booking.id, 'the end', async () => (await statusOf(toEnd)) === 'completed'),
    ]);
    const after = (await stack.file()).pids;
    expect([after.api, after.worker]).toEqual([pids.api, pids.worker]);
  },
  8 * MINUTE_MS,
);
