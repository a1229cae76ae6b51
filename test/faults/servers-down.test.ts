import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const MINUTE_MS = 60_000;

// Temporal stays away until a test brings it back: its supervisor waits long before starting it again.
const stack = useStack({ RESTART_DELAY_SECONDS: '20' });
const scene = useScenes(stack);

test('while Temporal is down a booking is answered at once; its work is done afterwards without help', async () => {
  const { page, newGuest, freeTime, link, workflows, mailbox } = await scene();
  const guest = newGuest();
  const startsAt = await freeTime(2 * 24 * 60 * MINUTE_MS);
  await stack.kill('temporal');
  const started = performance.now();
  const booking = await guest.book(page, startsAt);
  expect(performance.now() - started).toBeLessThan(4_000);
  expect(booking.status).toBe('confirmed');
  const joinUrl = await link(booking);
  await until('a mail with the link', async () =>
    (await mailbox.to(guest.email)).some(({ text }) => text.includes(joinUrl)),
  );
  await until('the workflow to appear', async () => (await workflows.statusOf(booking.id)) === 'RUNNING');
});

test('a workflow terminated by hand heals', async () => {
  const { book, link, workflows } = await scene();
  const { booking } = await book();
  await link(booking);
  await until('it to run', async () => (await workflows.statusOf(booking.id)) === 'RUNNING');
  await workflows.terminate(booking.id);
  const isRunning = async () => (await workflows.statusOf(booking.id)) === 'RUNNING';
  expect(await until('it to run again', isRunning, { within: MINUTE_MS })).toBe(true);
});

test('everything killed while a reminder is pending: after the next start it comes once', async () => {
  const { book, mailbox, host } = await scene({ rules: { reminderMinutes: [1] } });
  const { guest, booking } = await book(1.5 * MINUTE_MS);
  await mailbox.awaitMail(guest.email, /confirmed/i);
  await stack.killAll();
  await stack.start();
  const reminder = await mailbox.awaitMail(guest.email, /reminder/i, 2 * MINUTE_MS);
  expect(Date.parse(booking.startsAt)).toBeGreaterThan(Date.now());
  await atRest((await stack.file()).database, host.handle);
  const reminders = (await mailbox.to(guest.email)).filter(({ subject }) => /reminder/i.test(subject));
  expect(reminders.map(({ id }) => id)).toEqual([reminder.id]);
});
