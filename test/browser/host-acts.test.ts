import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const PHONE = { viewport: { width: 390, height: 844 } };

test('the guest is asked for another time, follows the mail’s link and chooses one', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const { guest, booking } = await scene.book();
  await scene.mailbox.awaitMail(guest.email, /confirmed/i);
  const { page } = await browser.openAs(scene.host);
  await page.goto(`/bookings/${booking.id}`);
  await page.getByRole('button', { name: 'Ask for another time' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason (optional)').fill('I am at the dentist’s.');
  expect(await inspectPage(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask for another time' }).click();
  await page.getByText(/^You asked for another time on/).waitFor();

  const mail = await scene.mailbox.awaitMail(guest.email, /pick another time/i);
  expect(mail.text).not.toContain('dentist');
  const visitor = await browser.newVisitor(PHONE);
  await visitor.page.goto(`/booking/${booking.token}`);
  await visitor.page.getByRole('heading', { name: 'asks you to pick another time' }).waitFor();
  await visitor.page.getByText('I am at the dentist’s.').waitFor();
  expect(await inspectPage(visitor.page)).toEqual([]);
  const times = await browser.follow(await browser.openMail(visitor, mail), 'Choose another time');
  await times.getByRole('heading', { name: 'Intro call' }).waitFor();
  const other = await scene.freeTime(3 * 86_400_000);
  await guest.reschedule(booking.token, other);
  await page.getByText(/^was/).waitFor();
  expect(await page.getByText(/^You asked for another time on/).count()).toBe(0);
});

test('a mistyped address is corrected: the right one gets the confirmation, the wrong one’s link ends', async () => {
  const scene = await setScene();
  const { guest, booking } = await scene.book();
  await scene.mailbox.awaitMail(guest.email, /confirmed/i);
  const right = `right-${guest.email}`;
  const { page, watch } = await browser.openAs(scene.host, PHONE);
  await page.goto(`/bookings/${booking.id}`);
  await page.getByRole('button', { name: 'Correct name or email' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct the guest’s details' });
  watch.expect(/422/);
  await dialog.getByLabel('Email').fill('nonsense');
  await dialog.getByRole('button', { name: 'Save and email' }).click();
  await dialog.getByText('Enter an email address such as').waitFor();
  await dialog.getByLabel('Email').fill(right);
  expect(await inspectPage(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save and email' }).click();
  await page.getByRole('link', { name: right }).waitFor();
  const { text } = await scene.mailbox.awaitMail(right, /confirmed/i);
  expect(text).not.toContain(booking.token);
  expect((await guest.request('GET', `/api/v1/public/bookings/${booking.token}`)).status).toBe(404);
});

test.each([
  ['a desktop', {}],
  ['a phone', PHONE],
])('on %s a host books for a guest who called, and both are mailed', async (_name, size) => {
  const scene = await setScene({ rules: { requiresConfirmation: true, slotIntervalMinutes: 30 } });
  const { name, email } = scene.newGuest();
  const { page } = await browser.openAs(scene.host, size);
  await page.goto('/bookings');
  await page.getByRole('button', { name: 'Book for a guest' }).click();
  const dialog = page.getByRole('dialog', { name: 'Book for a guest' });
  await dialog.getByRole('button', { name: 'Next month' }).click();
  await dialog
    .getByRole('button', { name: /, [1-9]\d* available times?$/ })
    .first()
    .click();
  await dialog.locator('.time-grid button').first().click();
  await dialog.getByLabel('Guest’s name').fill(name);
  await dialog.getByLabel('Guest’s email').fill(email);
  expect(await inspectPage(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Book / }).click();
  await page.getByRole('heading', { name: `Intro call with ${name}` }).waitFor();
  await page.getByRole('region', { name: 'Details' }).getByText('Confirmed', { exact: true }).waitFor();
  const mail = await scene.mailbox.awaitMail(email, /confirmed/i);
  expect(mail.text).toContain('/booking/');
  const told = await until('the host’s mail', async () =>
    (await scene.mailbox.to(scene.host.email)).find(({ subject }) => subject.includes(name)),
  );
  expect(told.text).toContain(`You booked “Intro call” for ${name}`);
});
