import { expect, test } from 'vitest';
import type { GuestBooking } from '#api/guest/schema.ts';
import type { GuestClient } from '#dev/clients/guest.ts';
import type { Scene } from '#test/scenes/scene.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { dayAhead, focused } from './guest-steps.ts';

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

test('a new time that the host has to confirm: both times in view, withdrawn, asked for again, and moved', async () => {
  const { scene, guest, booking } = await book({ requiresConfirmation: true });
  await scene.host.json('POST', `/api/v1/bookings/${booking.id}/confirm`, {});
  const { page } = await browser.newVisitor();
  await page.goto(`/booking/${booking.token}`);
  const ask = async () => {
    await page.getByRole('link', { name: 'Reschedule' }).click();
    await page.getByRole('link', { name: '07:30', exact: true }).click();
    await page.getByRole('heading', { name: 'Request this time?' }).waitFor();
    await page.getByRole('button', { name: 'Request new time' }).click();
    await page.getByRole('heading', { name: /^You asked Robin.* for a new time/ }).waitFor();
  };
  await ask();
  await expect.poll(() => focused(page)).toMatch(/^You asked Robin/);
  await page.getByText('Requested, not confirmed yet').waitFor();
  const { startsAt, proposedStartsAt } = await guest.read(booking.token);
  expect(startsAt).toBe(booking.startsAt);

  await page.getByRole('button', { name: 'Keep current time' }).click();
  await page.getByText('You kept the current time.').waitFor();
  expect(await guest.read(booking.token)).toMatchObject({ startsAt, proposedStartsAt: null });

  await ask();
  const { page: host } = await browser.openAs(scene.host);
  await host.goto('/bookings');
  await host.getByRole('tab', { name: 'Pending (1)' }).waitFor();
  await host.getByText(/^Asks to reschedule to /).waitFor();
  await host.getByRole('button', { name: `Confirm ${guest.name}` }).click();
  await host.getByText(`Booking rescheduled. We’ll email ${guest.name}.`).waitFor();
  await page.getByRole('heading', { name: /^You’re meeting Robin/ }).waitFor();
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
  await page.getByText('can’t make the new time, so your meeting keeps its time.').waitFor();
  await page.getByText('I am away then.').waitFor();
  expect(await guest.read(booking.token)).toMatchObject({ status: 'confirmed', startsAt: booking.startsAt });
});

test('a page that the browser kept and brings back asks for what has changed', async () => {
  const { guest, booking } = await book();
  const { page } = await browser.newVisitor();
  await page.goto(`/booking/${booking.token}`);
  // Once its link is there, the page does not ask by itself.
  await page.getByRole('link', { name: 'Join the meeting' }).waitFor({ timeout: 60_000 });
  await guest.cancel(booking.token);
  // Safari tells of a page from its back/forward cache by nothing else. Before its scripts are here no page hears of it.
  const headingOnceBack = async () => {
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    return page.getByRole('heading', { level: 1 }).innerText();
  };
  await expect.poll(headingOnceBack).toBe('Meeting cancelled');
});

test('the link of a reminder leads to where reminders are turned off', async () => {
  const { booking } = await book({ reminderMinutes: [1_440] });
  const { page } = await browser.newVisitor();
  await page.goto(`/booking/${booking.token}#reminders`);
  await expect.poll(() => focused(page)).toBe('Reminders');
});
