import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { GuestBooking } from '#api/guest/schema.ts';
import type { GuestClient } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import type { Scene } from '#test/scenes/scene.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { dayAhead, dayCell, focused, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const HALF_HOURS = { slotIntervalMinutes: 30 };

interface Booked {
  readonly scene: Scene;
  readonly guest: GuestClient;
  readonly booking: GuestBooking;
}

/** A guest in New York has booked 10:00 in Berlin, and has the mail with the link. */
async function book(rules: object = {}): Promise<Booked> {
  const scene = await setScene({ rules: { ...HALF_HOURS, ...rules } });
  const guest = scene.newGuest();
  const booking = await guest.book(scene.page, `${dayAhead()}T09:00:00Z`);
  return { scene, guest, booking };
}

/** Opens the guest's newest mail as the mailbox shows it and clicks one of its links. */
async function followFromMail({ scene, guest }: Booked, link: string): Promise<Page> {
  const visitor = await browser.newVisitor();
  const mail = await scene.mailbox.awaitMail(guest.email, /./);
  return browser.follow(await browser.openMail(visitor, mail), link);
}

test('moved by the link in the mail, with the former time in view all the way', async () => {
  const booked = await book();
  const { scene, guest, booking } = booked;
  const [meeting] = await until('the meeting', async () => {
    const found = await scene.meetingsOf(guest);
    return found.length > 0 && found;
  });
  const page = await followFromMail(booked, 'Reschedule');
  await page.getByRole('heading', { name: 'Intro call', level: 1 }).waitFor();
  await page.getByText('Now').waitFor();
  await expect.poll(() => dayCell(page, dayAhead()).getAttribute('aria-selected')).toBe('true');
  await page.getByRole('button', { name: '07:30', exact: true }).click();
  await page.getByRole('heading', { name: 'Move to this time?' }).waitFor();
  await page.getByText('Formerly').waitFor();
  expect((await guest.read(booking.token)).startsAt).toBe(booking.startsAt);

  await page.getByRole('button', { name: 'Move the meeting' }).click();
  await page.getByRole('heading', { name: 'Your meeting is moved' }).waitFor();
  expect(await page.locator('.ticket del').textContent()).toMatch(/0[45]:00$/);
  await page.getByText('07:30 – 08:00').waitFor();
  await page.getByText('New York (GMT-5)').or(page.getByText('New York (GMT-4)')).waitFor();
  const { startsAt } = await guest.read(booking.token);
  await until('the meeting to move', async () => (await scene.meetingsOf(guest))[0]?.startsAt === startsAt);
  expect((await scene.meetingsOf(guest)).map(({ id }) => id)).toEqual([meeting?.id]);
  await scene.mailbox.awaitMail(guest.email, /rescheduled|moved|new time/i);
});

test('cancelled by the link in the mail, with a reason, and by the button only', async () => {
  const booked = await book();
  const { scene, guest, booking } = booked;
  await scene.link(booking);
  const page = await followFromMail(booked, 'Cancel');
  await page.getByRole('heading', { name: 'Cancel this meeting?' }).waitFor();
  expect((await guest.read(booking.token)).status).toBe('confirmed');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('heading', { name: /^You are meeting Robin/ }).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByLabel(/^Reason/).fill('A cold');
  await page.getByRole('button', { name: 'Cancel the meeting' }).click();
  await page.getByRole('heading', { name: 'This meeting is cancelled' }).waitFor();

  expect(await scene.host.booking(booking.id)).toMatchObject({ status: 'cancelled', reason: 'A cold' });
  await until('the meeting to be gone', async () => (await scene.meetingsOf(guest)).length === 0);
  await scene.mailbox.awaitMail(guest.email, /cancel/i);
  await page.getByRole('link', { name: 'Book another time' }).click();
  await page.waitForURL(`**/${scene.page.handle}/${scene.page.slug}*`);
});

test('what the host did meanwhile is shown before the guest decides again', async () => {
  const { scene, guest, booking } = await book();
  const { page, watch } = await browser.newVisitor();
  await page.goto(`/booking/${booking.token}?action=cancel`);
  await page.getByRole('heading', { name: 'Cancel this meeting?' }).waitFor();
  await scene.host.json('POST', `/api/v1/bookings/${booking.id}/reschedule`, { startsAt: `${dayAhead()}T13:00:00Z` });
  watch.expect(/409 \(Conflict\)/);
  await page.getByRole('button', { name: 'Cancel the meeting' }).click();
  await page.getByText('The booking has changed meanwhile').waitFor();
  await page.getByText(/at 08:00, New York|at 09:00, New York/).waitFor();
  expect((await guest.read(booking.token)).status).toBe('confirmed');
  await page.getByRole('button', { name: 'Cancel the meeting' }).click();
  await page.getByRole('heading', { name: 'This meeting is cancelled' }).waitFor();
});

test('a new time that the host has to confirm: both times in view, withdrawn, asked for again, and moved', async () => {
  const { scene, guest, booking } = await book({ requiresConfirmation: true });
  await scene.host.json('POST', `/api/v1/bookings/${booking.id}/confirm`, {});
  const { page } = await browser.newVisitor();
  await page.goto(`/booking/${booking.token}`);
  const ask = async () => {
    await page.getByRole('button', { name: 'Reschedule' }).click();
    await page.getByRole('button', { name: '07:30', exact: true }).click();
    await page.getByRole('heading', { name: 'Ask for this time?' }).waitFor();
    await page.getByRole('button', { name: 'Ask for the new time' }).click();
    await page.getByRole('heading', { name: /^You asked Robin.* for a new time/ }).waitFor();
  };
  await ask();
  await expect.poll(() => focused(page)).toMatch(/^You asked Robin/);
  await page.getByText('Asked for, not confirmed yet').waitFor();
  const { startsAt, proposedStartsAt } = await guest.read(booking.token);
  expect(startsAt).toBe(booking.startsAt);

  await page.getByRole('button', { name: 'Keep the current time' }).click();
  await page.getByText('You kept the current time.').waitFor();
  expect(await guest.read(booking.token)).toMatchObject({ startsAt, proposedStartsAt: null });

  await ask();
  const { page: host } = await browser.openAs(scene.host);
  await host.goto('/bookings');
  await host.getByRole('tab', { name: 'Pending (1)' }).waitFor();
  await host.getByText(/^Asks to reschedule to /).waitFor();
  await host.getByRole('button', { name: `Confirm ${guest.name}` }).click();
  await host.getByText(`Booking rescheduled. We’ll email ${guest.name}.`).waitFor();
  await page.getByRole('heading', { name: /^You are meeting Robin/ }).waitFor();
  expect(await guest.read(booking.token)).toMatchObject({ startsAt: proposedStartsAt, proposedStartsAt: null });
});

test('a new time that the host declines leaves the meeting at its time, with the host’s words', async () => {
  const { scene, guest, booking } = await book({ requiresConfirmation: true });
  await scene.host.json('POST', `/api/v1/bookings/${booking.id}/confirm`, {});
  await guest.reschedule(booking.token, `${dayAhead()}T12:30:00Z`);
  const { page: host } = await browser.openAs(scene.host);
  await host.goto(`/bookings/${booking.id}`);
  await host.getByText(/^Asks to reschedule to /).waitFor();
  await host.getByRole('button', { name: `Decline ${guest.name}` }).click();
  const dialog = host.getByRole('dialog');
  await dialog.getByText('The booking keeps its time').waitFor();
  await dialog.getByLabel('Reason (optional)').fill('I am away then.');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await host.getByText('Declined the proposed time. The booking keeps its time.').waitFor();
  const { page } = await browser.newVisitor();
  await page.goto(`/booking/${booking.token}`);
  await page.getByText('can’t make the new time, so your meeting stays at its time.').waitFor();
  await page.getByText('I am away then.').waitFor();
  expect(await guest.read(booking.token)).toMatchObject({ status: 'confirmed', startsAt: booking.startsAt });
});

test('reminders are turned off, a copy of the data is taken, and the data is erased', async () => {
  const { guest, booking } = await book({ reminderMinutes: [1_440] });
  expect(booking.nextReminderAt).toBe(new Date(Date.parse(booking.startsAt) - 86_400_000).toISOString());
  const { page, watch } = await browser.newVisitor();
  await page.goto(`/booking/${booking.token}#reminders`);
  await expect.poll(() => focused(page)).toBe('Reminders');
  await page.getByRole('button', { name: 'Turn reminders off' }).click();
  await page.getByText('Reminders of this meeting are off.').waitFor();
  expect((await guest.read(tokenOf(page))).remindersOff).toBe(true);

  await page.getByText('Your data').click();
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a copy' }).click();
  expect((await arriving).suggestedFilename()).toBe('booking.json');
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('heading', { name: 'Your data is erased' }).waitFor();
  watch.expect(/404 \(Not Found\)/);
  await page.reload();
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
});
