import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addressOf, dayAhead, queryOf, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const QUESTION = { id: 'topic', label: 'What is it about?', kind: 'long_text', required: true };

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
/** Texts are looked for inside the page: from outside, the browser's driver leaves out what stands in a `noscript`. */
const text = (page: Page, words: string) => page.locator('.plain').getByText(words);

/** Where a link of an opened mail leads: a window that a link opens would have script again. */
async function addressIn(letter: Page, link: string): Promise<string> {
  return (await letter.getByRole('link', { name: link }).first().getAttribute('href')) ?? '';
}

test('without script: booked in a zone of one’s own, moved and cancelled by the links in the mail', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30, questions: [QUESTION] } });
  const guest = scene.newGuest();
  const visitor = await browser.newVisitor(NO_SCRIPT);
  const { page } = visitor;
  await page.goto(`/${scene.page.handle}`);
  await page.getByRole('link', { name: 'Intro call' }).click();
  await page.getByLabel('Times are shown for').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Change time zone' }).click();
  expect(queryOf(page)['tz']).toBe('Asia/Tokyo');
  await page.goto(addressOf(scene.page, { date: dayAhead(), tz: 'Asia/Tokyo' }));
  await page.getByRole('link', { name: '18:30', exact: true }).click();
  await page.getByLabel('Your name').fill(guest.name);
  await page.getByLabel('Your e-mail address').fill(guest.email);
  await page.getByLabel('What is it about?').fill('Plans');
  await page.getByRole('button', { name: 'Book this time' }).click();
  await page.waitForURL('**/booking/*');
  expect(await heading(page)).toMatch(/^You are meeting Robin/);
  const { token, ...booked } = await guest.read(tokenOf(page));
  expect(booked).toMatchObject({ startsAt: `${dayAhead()}T09:30:00.000Z`, guest: { timeZone: 'Asia/Tokyo' } });
  const link = await scene.link({ ...booked, token });
  await page.reload();
  expect(await page.getByRole('link', { name: 'Join the meeting' }).getAttribute('href')).toBe(link);

  const mail = await scene.mailbox.awaitMail(guest.email, /confirmed/i);
  const letter = await browser.openMail(visitor, mail);
  await page.goto(await addressIn(letter, 'Reschedule'));
  expect(await heading(page)).toBe('Move Intro call');
  await page
    .getByRole('link', { name: /^\d\d:\d\d$/ })
    .first()
    .click();
  await text(page, 'Formerly').waitFor();
  await page.getByRole('button', { name: 'Move the meeting' }).click();
  await page.getByRole('heading', { name: /^You are meeting Robin/ }).waitFor();
  await text(page, 'Formerly').waitFor();
  const moved = await guest.read(token);
  expect(moved).toMatchObject({ revision: 2, previousStartsAt: booked.startsAt });
  await until('the meeting to move', async () => (await scene.meetingsOf(guest))[0]?.startsAt === moved.startsAt);

  await page.goto(await addressIn(letter, 'Cancel'));
  expect(await heading(page)).toBe('Cancel this meeting?');
  await page.getByLabel(/^Reason/).fill('A cold');
  await page.getByRole('button', { name: 'Cancel the meeting' }).click();
  await text(page, 'This meeting is cancelled').waitFor();
  expect(await scene.host.booking(booked.id)).toMatchObject({ status: 'cancelled', reason: 'A cold' });
  await until('the meeting to be gone', async () => (await scene.meetingsOf(guest)).length === 0);
});

test('without script: a time that is gone keeps the form and offers the nearest', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const guest = scene.newGuest();
  const { page, watch } = await browser.newVisitor(NO_SCRIPT);
  await page.goto(addressOf(scene.page, { date: dayAhead(), tz: 'Europe/Berlin' }));
  await page.getByRole('link', { name: '10:00', exact: true }).click();
  await page.getByLabel('Your name').fill(guest.name);
  await page.getByLabel('Your e-mail address').fill(guest.email);
  await scene.newGuest().book(scene.page, queryOf(page)['slot'] ?? '');
  watch.expect(/409 \(Conflict\)/);
  await page.getByRole('button', { name: 'Book this time' }).click();
  await page.getByRole('group', { name: 'Free times nearby' }).waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe(guest.name);
  await page.getByRole('radio', { name: /10:30/ }).check();
  await page.getByRole('button', { name: 'Book this time' }).click();
  await page.waitForURL('**/booking/*');
  expect((await guest.read(tokenOf(page))).status).toBe('confirmed');
});

test('without script: reminders are turned off and a wrong address is said beside its field', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30, reminderMinutes: [60] } });
  const { booking } = await scene.book();
  const { page, watch } = await browser.newVisitor(NO_SCRIPT);
  await page.goto(`/booking/${booking.token}`);
  await page.getByRole('button', { name: 'Send me no reminders' }).click();
  await text(page, 'You get no reminders of this meeting.').waitFor();

  await page.goto(addressOf(scene.page, { date: dayAhead(), tz: 'Europe/Berlin' }));
  await page.getByRole('link', { name: '12:00', exact: true }).click();
  await page.getByLabel('Your name').fill('Sam');
  await page.getByLabel('Your e-mail address').fill('sam@example');
  watch.expect(/422 \(Unprocessable/);
  await page.getByRole('button', { name: 'Book this time' }).click();
  const field = page.getByLabel('Your e-mail address');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await field.inputValue()).toBe('sam@example');
});
