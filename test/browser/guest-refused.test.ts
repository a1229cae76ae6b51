import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addressOf, chooseTime, dayAhead, fillIn, queryOf, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const HALF_HOURS = { slotIntervalMinutes: 30 };

const typedName = (page: Page) => page.getByLabel('Name').inputValue();

test('a guest who comes back to the page is told that the time is gone before sending anything', async () => {
  const scene = await setScene({ rules: HALF_HOURS });
  const { page } = await browser.newVisitor();
  await chooseTime(page, scene.page, '10:00');
  await fillIn(page, scene.newGuest());
  await scene.newGuest().book(scene.page, queryOf(page)['slot'] ?? '');
  // Returning to the window is what makes the page look again.
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      return page.getByRole('alert').allTextContents();
    })
    .toEqual([expect.stringContaining('is no longer free')]);
  expect(await page.getByRole('button', { name: 'Confirm booking' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('link', { name: 'All times' }).click();
  await page.getByRole('link', { name: '10:30', exact: true }).waitFor();
  expect(await page.getByRole('link', { name: '10:00', exact: true }).count()).toBe(0);
});

test('the host’s questions are asked, checked and answered', async () => {
  const scene = await setScene({
    rules: {
      ...HALF_HOURS,
      questions: [
        { id: 'company', label: 'Your company', kind: 'text', required: true },
        { id: 'topic', label: 'What is it about?', kind: 'long_text', required: false },
        { id: 'size', label: 'How many are you?', kind: 'choice', required: true, options: ['Just me', 'A team'] },
        { id: 'phone', label: 'Your number', kind: 'phone', required: true },
        { id: 'rules', label: 'I have read the rules', kind: 'checkbox', required: true },
      ],
    },
  });
  const guest = scene.newGuest();
  const { page } = await browser.newVisitor();
  await chooseTime(page, scene.page, '12:00', { company: 'Lee & Co', size: 'Zero' });
  await fillIn(page, { name: guest.name, email: 'sam@' });
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  expect(await page.locator('.field-problem').allTextContents()).toEqual([
    'Please enter an email address such as ann@example.com.',
    'Please choose one.',
    'Please enter your phone number.',
    'Please tick this to continue.',
  ]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-email');

  await page.getByLabel('Email').fill(guest.email);
  await page.getByLabel('What is it about?').fill('Two things.\nBoth urgent.');
  await page.getByLabel('How many are you?').selectOption('A team');
  await page.getByLabel('Your number').fill('+49 30 123456');
  await page.getByLabel('I have read the rules').check();
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
  expect(queryOf(page)).toEqual({ news: 'booked' });
  const { id } = await guest.read(tokenOf(page));
  const { answers } = (await scene.host.booking(id)).guest;
  expect(answers.map(({ value }) => value)).toEqual([
    'Lee & Co',
    'Two things.\nBoth urgent.',
    'A team',
    '+49 30 123456',
    true,
  ]);
});

test('a booking that needs the host’s word is a request, says so, and shows the answer by itself', async () => {
  const scene = await setScene({ rules: { ...HALF_HOURS, requiresConfirmation: true, holdMinutes: 120 } });
  const guest = scene.newGuest();
  const { page } = await browser.newVisitor();
  await chooseTime(page, scene.page, '14:00');
  await page.getByText('’s confirmation').waitFor();
  await fillIn(page, guest);
  await page.getByRole('button', { name: 'Request booking' }).click();
  await page.getByRole('heading', { name: /^Your request is with Robin/ }).waitFor();
  await page.getByText('The time is held for you until').waitFor();
  await page.getByText('You’ll get the link as soon as').waitFor();
  expect(await page.getByRole('link', { name: 'Google Calendar' }).count()).toBe(0);

  const { id } = await guest.read(tokenOf(page));
  await scene.host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Join the meeting' }).waitFor();
});

test('a host’s page lists what can be booked and takes what is prefilled along', async () => {
  const { app } = await stack.file();
  const host = await signUp(app, { name: 'Robin Rose' });
  await host.alwaysOpen();
  const call = await host.offer('phone', { title: 'Short call', description: 'Ten minutes.', durationMinutes: 10 });
  await host.offer('phone', { title: 'Hidden', published: false });
  const { page } = await browser.newVisitor();
  await page.goto(`/${host.handle}?name=Ann`);
  expect(await page.getByRole('listitem').getByRole('heading').allTextContents()).toEqual(['Short call']);
  await page.getByRole('link', { name: 'Short call' }).click();
  await page.waitForURL(`**/${host.handle}/${call.slug}?name=Ann*`);
  await page.goto(addressOf({ handle: host.handle, slug: call.slug }, { name: 'Ann', date: dayAhead() }));
  await page.getByRole('link', { name: '09:00', exact: true }).click();
  expect(await typedName(page)).toBe('Ann');
});
