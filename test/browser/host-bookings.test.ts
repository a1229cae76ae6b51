import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { createOrm } from '#db/orm.ts';
import { until } from '#dev/clients/until.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const DAY_MS = 86_400_000;

test('confirm one and decline another from the list; each guest is told', async () => {
  const scene = await setScene({ rules: { requiresConfirmation: true } });
  const [wanted, unwanted] = [await scene.book(), await scene.book(3 * DAY_MS)];
  const { page } = await browser.openAs(scene.host);
  await page.goto('/bookings');
  const inMenu = page.getByRole('navigation').getByRole('link', { name: /^Bookings/ });
  await inMenu.getByText('2', { exact: true }).waitFor();
  await rowOf(page, wanted.guest.name).getByText('Needs approval').waitFor();
  await page.getByRole('tab', { name: 'Pending (2)' }).click();
  await page.getByRole('button', { name: `Confirm ${wanted.guest.name}` }).click();
  await page.getByText(`Booking confirmed. We’ll email ${wanted.guest.name}.`).waitFor();
  await rowOf(page, wanted.guest.name).waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: `Decline ${unwanted.guest.name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason (optional)').fill('I am away that day.');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await page.getByText(`Request declined. We’ll email ${unwanted.guest.name}.`).waitFor();
  await page.getByRole('heading', { name: 'No requests to approve' }).waitFor();
  await expect.poll(() => inMenu.innerText()).toBe('Bookings');

  const link = await scene.link(wanted.booking);
  expect((await scene.mailbox.awaitMail(wanted.guest.email, /confirmed/i)).text).toContain(link);
  const { text } = await scene.mailbox.awaitMail(unwanted.guest.email, /declined/i);
  expect(text).toContain('’s note');
  expect(text).not.toContain('I am away that day.');
  expect(await unwanted.guest.read(unwanted.booking.token)).toMatchObject({ hostNote: 'I am away that day.' });
  await page.getByRole('tab', { name: 'Cancelled' }).click();
  await rowOf(page, unwanted.guest.name).getByText('Declined').waitFor();
  await page.getByRole('tab', { name: 'Upcoming' }).click();
  await rowOf(page, wanted.guest.name).waitFor();
});

test('answered from the mail, without a login: the button decides, not the link; the page of a request has one way to say no', async () => {
  const scene = await setScene({ rules: { requiresConfirmation: true } });
  const { guest, booking } = await scene.book();
  const inside = await browser.openAs(scene.host);
  await inside.page.goto(`/bookings/${booking.id}`);
  await inside.page.getByRole('button', { name: `Decline ${guest.name}` }).waitFor();
  expect(await inside.page.getByRole('button', { name: 'Cancel booking' }).count()).toBe(0);

  const { email } = await scene.host.json<{ email: string }>('GET', '/api/v1/me');
  const visitor = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  const letter = await browser.openMail(visitor, await scene.mailbox.awaitMail(email, /please confirm/i));
  const page = await browser.follow(letter, 'Confirm or decline');
  await page.getByRole('heading', { name: `${guest.name} asks for` }).waitFor();
  expect(await inspectPage(page)).toEqual([]);
  expect((await guest.read(booking.token)).status).toBe('pending');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Booking confirmed' }).waitFor();
  expect((await guest.read(booking.token)).status).toBe('confirmed');
  await inside.page.getByRole('button', { name: 'Cancel booking' }).waitFor();
});

test('a booking without a link: an https link is pasted and mailed, anything else is refused where it stands', async () => {
  const scene = await setScene({ connected: false });
  const { guest, booking } = await scene.book();
  await scene.mailbox.awaitMail(guest.email, /confirmed/i);
  const { page, watch } = await browser.openAs(scene.host);
  await page.goto('/bookings');
  const row = rowOf(page, guest.name);
  await row.getByText('No link').waitFor();
  await row.getByRole('link', { name: guest.name, exact: true }).click();
  const section = page.getByRole('region', { name: 'Meeting link' });
  await section.getByText('No link yet.').waitFor();
  await section.getByRole('link', { name: 'Open Integrations' }).waitFor();

  watch.expect(/422/);
  const field = section.getByLabel('Paste your own link');
  await field.fill('meet me at the corner');
  await section.getByRole('button', { name: 'Use this link' }).click();
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  const own = 'https://meet.example.com/robin/our-room';
  await field.fill(own);
  await section.getByRole('button', { name: 'Use this link' }).click();
  await section.getByRole('link', { name: own }).waitFor();
  await page.getByText('Link saved.').waitFor();
  expect((await guest.read(booking.token)).conference).toMatchObject({ status: 'ready', joinUrl: own });
  await until('the mail with the link', async () =>
    (await scene.mailbox.to(guest.email)).some(({ text }) => text.includes(own)),
  );
});

test('a booking without a link: connect, then resend makes it and mails it', async () => {
  const scene = await setScene({ connected: false });
  const { guest, booking } = await scene.book();
  await scene.mailbox.awaitMail(guest.email, /confirmed/i);
  await scene.host.connect('zoom', `robin-${booking.id.slice(-12)}`);
  const { page } = await browser.openAs(scene.host);
  await page.goto(`/bookings/${booking.id}`);
  const section = page.getByRole('region', { name: 'Meeting link' });
  await section.getByText('Creates the missing link first, if possible.').waitFor();
  await section.getByRole('button', { name: 'Resend confirmation' }).click();
  // The page follows by itself: first that it is being made, then the link.
  const link = await scene.link(booking);
  await section.getByRole('link', { name: link }).waitFor();
  await expect
    .poll(async () => (await scene.mailbox.to(guest.email)).some(({ text }) => text.includes(link)), {
      timeout: 20_000,
    })
    .toBe(true);
});

test('reschedule and cancel: the meeting follows, the guest is told, the story is on the page', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const { guest, booking } = await scene.book();
  const link = await scene.link(booking);
  const { page } = await browser.openAs(scene.host);
  await page.goto(`/bookings/${booking.id}`);
  await page.getByRole('link', { name: link }).waitFor();
  await page.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reschedule' });
  await dialog.locator('.time-grid button').last().click();
  await dialog.getByLabel('Reason (optional)').fill('My train is late: https://trains.example/7.');
  await dialog.getByRole('button', { name: /^Reschedule to / }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(/^was/).waitFor();
  await page.getByText('Why it was rescheduled').waitFor();
  const moved = await guest.read(booking.token);
  expect(moved.hostNote).toContain('My train is late');
  const told = await scene.mailbox.awaitMail(guest.email, /rescheduled/i);
  expect(told.text).toContain('’s note');
  await page.getByRole('region', { name: 'Activity' }).getByText('New time emailed to the guest.').waitFor();
  expect(moved.startsAt).not.toBe(booking.startsAt);
  await until('the meeting to move', async () => (await scene.meetingsOf(guest))[0]?.startsAt === moved.startsAt);

  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const asking = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await asking.getByText('The meeting is deleted too.').waitFor();
  await asking.getByLabel('Reason (optional)').fill('I am ill.');
  await asking.getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('region', { name: 'Details' }).getByText('Cancelled').waitFor();
  await page.getByRole('region', { name: 'Details' }).getByText('I am ill.').waitFor();
  await until('the meeting to go', async () => (await scene.meetingsOf(guest)).length === 0);
  const mail = await scene.mailbox.awaitMail(guest.email, /cancelled/i);
  expect(mail.text).toContain('’s note');
  expect(mail.text).not.toContain('I am ill.');
  const story = page.getByRole('region', { name: 'Activity' }).getByRole('listitem');
  expect(await story.count()).toBeGreaterThanOrEqual(3);
});

test.each([
  ['a desktop', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])('on %s: private notes, a no-show and its taking back, an answer that is a link', async (_name, viewport) => {
  const questions = [{ id: 'site', label: 'Your site', kind: 'text', required: false }];
  const scene = await setScene({ rules: { questions } });
  const guest = scene.newGuest();
  const answers = { site: 'https://sam.example/about' };
  const { id, token } = await guest.book(scene.page, await scene.freeTime(2 * DAY_MS), answers);
  const { page } = await browser.openAs(scene.host, { viewport });
  await page.goto(`/bookings/${id}`);
  const link = page.getByRole('link', { name: answers.site });
  expect(await link.getAttribute('rel')).toContain('noopener');
  expect(await page.getByRole('button', { name: 'Mark as no-show' }).count()).toBe(0);

  const notes = page.getByRole('region', { name: 'Private notes' });
  await notes.getByLabel('Private notes').fill('Wants 20 seats.');
  await notes.getByRole('button', { name: 'Save notes' }).click();
  await page.getByText('Notes saved.').waitFor();
  await begin(id);
  await page.reload();
  expect(await notes.getByLabel('Private notes').inputValue()).toBe('Wants 20 seats.');
  await page.getByRole('button', { name: 'Mark as no-show' }).click();
  await page.getByRole('region', { name: 'Details' }).getByText('No-show', { exact: true }).waitFor();
  expect(await inspectPage(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo no-show' }).click();
  await page.getByRole('region', { name: 'Activity' }).getByText('Took the no-show back.').waitFor();

  const { page: ofGuest } = await browser.newVisitor({ viewport });
  await ofGuest.goto(`/booking/${token}`);
  await ofGuest.getByRole('link', { name: answers.site }).waitFor();
  expect(await ofGuest.content()).not.toContain('20 seats');
  expect(await inspectPage(ofGuest)).toEqual([]);
});

/** Lets a meeting begin five minutes ago. */
async function begin(bookingId: string): Promise<void> {
  const orm = createOrm({ url: (await stack.file()).database, pool: 1, applicationName: 'test' });
  try {
    await orm.em
      .fork()
      .execute(`update bookings set starts_at = now() - interval '5 minutes' where id = ?`, [bookingId]);
  } finally {
    await orm.close();
  }
}

test('the guest was faster: the page says so and shows the present state', async () => {
  const scene = await setScene();
  const { guest, booking } = await scene.book();
  const { page, watch } = await browser.openAs(scene.host);
  await page.goto(`/bookings/${booking.id}`);
  await page.getByRole('button', { name: 'Cancel booking' }).waitFor();
  await guest.cancel(booking.token, 'Something came up');
  watch.expect(/409/);
  await page.getByRole('button', { name: 'Resend confirmation' }).click();
  await page.getByText('No changes made').waitFor();
  await page.getByRole('region', { name: 'Details' }).getByText('Cancelled').waitFor();
  expect(await page.getByRole('button', { name: 'Cancel booking' }).count()).toBe(0);
});

test('find by a guest’s name; empty lists say what to do; the list as a file', async () => {
  const scene = await setScene();
  const [one, other] = [await scene.book(), await scene.book(3 * DAY_MS)];
  const { page } = await browser.openAs(scene.host);
  await page.goto('/bookings');
  await rowOf(page, other.guest.name).waitFor();
  await page.getByRole('searchbox').fill(one.guest.name);
  await rowOf(page, other.guest.name).waitFor({ state: 'hidden' });
  await rowOf(page, one.guest.name).waitFor();
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const file = await (await arriving).createReadStream();
  const csv = (await file.toArray()).join('');
  expect(csv).toContain(one.guest.email);
  expect(csv).not.toContain(other.guest.email);
  await page.getByRole('searchbox').fill('no such guest');
  await page.getByRole('heading', { name: 'Nothing found for “no such guest”' }).waitFor();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('tab', { name: 'Past' }).click();
  await page.getByRole('heading', { name: 'No past bookings yet' }).waitFor();
});

test('what a guest books appears on the page by itself', async () => {
  const scene = await setScene();
  const { page } = await browser.openAs(scene.host);
  await page.goto('/bookings');
  await page.getByRole('heading', { name: 'No upcoming bookings' }).waitFor();
  const { guest, booking } = await scene.book();
  await rowOf(page, guest.name).waitFor();
  const link = await scene.link(booking);
  const join = page.getByRole('link', { name: `Join the meeting with ${guest.name}` });
  await join.waitFor();
  expect(await join.getAttribute('href')).toBe(link);
});

const rowOf = (page: Page, guest: string) => page.getByRole('article').filter({ hasText: guest });
