import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MORE_THAN_A_QUEUE_HAS_PLACES = 25;

// What dies stays away for a minute.
const stack = useStack({ RESTART_DELAY_SECONDS: '60' });
const scene = useScenes(stack);

test('while Temporal is away bookings are answered at once and reminders go; all other work is done afterwards without help', async () => {
  const { page, newGuest, freeTime, link, workflows, mailbox } = await scene();
  const tries = await Promise.all(
    [2, 3].map(async (days) => ({ guest: newGuest(), startsAt: await freeTime(days * 24 * 60 * MINUTE_MS) })),
  );
  const early = await scene({ rules: { reminderMinutes: [1] } });
  const reminded = await early.bookSoon(1.75 * MINUTE_MS);
  await early.mailbox.awaitMail(reminded.guest.email, /confirmed/i);
  await atRest((await stack.file()).database, early.host.handle);
  // Temporal comes back in a minute, and the reminder is to come before.
  const dueAt = Date.parse(reminded.booking.startsAt) - MINUTE_MS;
  await until('the reminder to be near', () => Date.now() > dueAt - MINUTE_MS / 2, { within: 2 * MINUTE_MS });
  await stack.kill('temporal');
  const booked = [];
  for (const { guest, startsAt } of tries) {
    const started = performance.now();
    const booking = await guest.book(page, startsAt);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(booking.status).toBe('confirmed');
    booked.push({ guest, booking });
  }
  await mailbox.awaitMail(reminded.guest.email, /reminder/i, MINUTE_MS);
  for (const { guest, booking } of booked) expect((await guest.read(booking.token)).conference.status).toBe('pending');
  for (const { guest, booking } of booked) {
    const joinUrl = await link(booking);
    await until('a mail with the link', async () =>
      (await mailbox.to(guest.email)).some(({ text }) => text.includes(joinUrl)),
    );
    await until('the workflow to appear', async () => (await workflows.statusOf(booking.id)) === 'RUNNING');
  }
});

test('a workflow terminated by hand heals, and what it was at is done', async () => {
  const { book, fault, link, mailbox, workflows } = await scene();
  await fault({ operation: 'create', effect: 'error', status: 503, times: 3 });
  const { guest, booking } = await book();
  const isRunning = async () => (await workflows.statusOf(booking.id)) === 'RUNNING';
  await until('it to run', isRunning);
  await workflows.terminate(booking.id);
  expect(await until('it to run again', isRunning, { within: MINUTE_MS })).toBe(true);
  const joinUrl = await link(booking);
  await until('a mail with the link', async () =>
    (await mailbox.to(guest.email)).some(({ text }) => text.includes(joinUrl)),
  );
});

test('a mail server that hangs holds up no links; once it is back every mail comes', async () => {
  const { page, newGuest, link, mailbox } = await scene();
  const from = new Date(Date.now() + 2 * DAY_MS);
  const free = await newGuest().freeTimes(page, from, new Date(from.getTime() + 3 * DAY_MS));
  await stack.kill('mailbox', 'SIGSTOP');
  const booked = [];
  for (const startsAt of free.filter((_, index) => index % 10 === 0).slice(0, MORE_THAN_A_QUEUE_HAS_PLACES)) {
    const guest = newGuest();
    booked.push({ guest, booking: await guest.book(page, startsAt) });
  }
  expect(booked).toHaveLength(MORE_THAN_A_QUEUE_HAS_PLACES);
  const began = performance.now();
  const links = await Promise.all(booked.map(({ booking }) => link(booking)));
  // The last would else wait for the mail server twice, ten seconds each time.
  expect(performance.now() - began).toBeLessThan(15_000);
  await stack.kill('mailbox', 'SIGCONT');
  for (const [index, { guest }] of booked.entries()) {
    const hasLink = async () =>
      (await mailbox.to(guest.email)).some(({ text }) => text.includes(links[index] ?? 'none'));
    await until('a mail with the link', hasLink, { within: MINUTE_MS });
  }
});

test('everything killed while a reminder is pending: after the next start it comes once', async () => {
  const { bookSoon, mailbox, host } = await scene({ rules: { reminderMinutes: [1] } });
  const { guest, booking } = await bookSoon(1.5 * MINUTE_MS);
  await mailbox.awaitMail(guest.email, /confirmed/i);
  await stack.killAll();
  await stack.start();
  const reminder = await mailbox.awaitMail(guest.email, /reminder/i, 2 * MINUTE_MS);
  expect(Date.parse(booking.startsAt)).toBeGreaterThan(Date.now());
  await atRest((await stack.file()).database, host.handle);
  const reminders = (await mailbox.to(guest.email)).filter(({ subject }) => /reminder/i.test(subject));
  expect(reminders.map(({ id }) => id)).toEqual([reminder.id]);
});
