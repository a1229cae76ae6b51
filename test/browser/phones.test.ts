import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addDays, addMonths, lastDay, monthOf } from '../../web/src/shared/iso-days.ts';
import { addressOf, dayAhead, dayCell, freeDay, nextMonth } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

const PHONE: BrowserContextOptions = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };
const AMERICAN: BrowserContextOptions = { ...PHONE, locale: 'en-US', timezoneId: 'America/New_York' };
const HALF_HOURS = { slotIntervalMinutes: 30 };

/** Where something stands on the page, however far it is scrolled. */
const placeOf = (control: Locator) =>
  control.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      x: Math.round(x + scrollX),
      y: Math.round(y + scrollY),
      width: Math.round(width),
      height: Math.round(height),
    };
  });

const isInView = (control: Locator) =>
  control.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** Texts that take more than one line. */
const wrapped = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size > 1;
      })
      .map(({ textContent }) => textContent),
  );

test('a long description shows its beginning until the guest wants more', async () => {
  const description = 'We look at your plans together and decide what comes first. '.repeat(12);
  const scene = await setScene({ rules: { ...HALF_HOURS, description } });
  const { page } = await browser.newVisitor(PHONE);
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  const text = page.locator('.description');
  const short = (await placeOf(text)).height;
  expect(short).toBeLessThan(120);
  await page.getByText('Show more').tap();
  await page.getByText('Show less').waitFor();
  expect((await placeOf(text)).height).toBeGreaterThan(short * 2);
});

test('the times of a day that was tapped come into view', async () => {
  const scene = await setScene({ rules: { ...HALF_HOURS, description: 'A talk.\n\nBring your questions.' } });
  const { page } = await browser.newVisitor(PHONE);
  await page.goto(addressOf(scene.page, { month: nextMonth() }));
  await page.getByRole('grid').waitFor();
  await freeDay(page, dayAhead()).tap();
  await expect.poll(() => isInView(page.locator('a.time').nth(3))).toBe(true);
});

test('at a month’s end the next weeks are there, and a day of them can be chosen', async () => {
  const end = addDays(lastDay(nextMonth()), -1);
  const chosen = addDays(end, 8);
  const scene = await setScene({ rules: { ...HALF_HOURS, bookingWindow: { kind: 'rolling', days: 90 } } });
  const { page } = await browser.newVisitor(PHONE);
  await page.clock.setFixedTime(`${end}T09:00:00Z`);
  await page.goto(addressOf(scene.page, { tz: 'Europe/Berlin' }));
  await dayCell(page, end).waitFor();
  expect(await dayCell(page, addDays(end, -14)).count()).toBe(0);
  await freeDay(page, chosen).tap();
  await page.locator(`.day.selected [data-date="${chosen}"]`).waitFor();
  expect(monthOf(chosen)).toBe(addMonths(nextMonth(), 1));
});

test('twelve-hour times stand in one line, in the guest’s list and in the host’s', async () => {
  const scene = await setScene({ rules: HALF_HOURS });
  await scene.book();
  const guest = await browser.newVisitor(AMERICAN);
  await guest.page.goto(addressOf(scene.page, { date: dayAhead() }));
  await guest.page.getByRole('link', { name: '10:30 AM' }).waitFor();
  expect(await wrapped(guest.page, 'a.time')).toEqual([]);
  const { page } = await browser.openAs(scene.host, AMERICAN);
  await page.goto('/bookings');
  await page
    .locator('.times-of-row')
    .filter({ hasText: / [AP]M – .* [AP]M$/ })
    .waitFor();
  expect(await wrapped(page, '.times-of-row')).toEqual([]);
  await page.setViewportSize({ width: 1000, height: 740 });
  expect(await wrapped(page, '.times-of-row')).toEqual([]);
  // Mails to the host follow the clock of these pages.
  await expect
    .poll(() => scene.host.json('GET', '/api/v1/me'))
    .toMatchObject({ locale: 'en-US', hourCycle: 'h12', weekStart: 7 });
});

test('an American host’s week begins on Sunday, and hours are typed and shown by twelve hours', async () => {
  const { host } = await browser.newHost();
  const { page } = await browser.openAs(host, AMERICAN);
  await page.goto('/scheduler/availability');
  const days = page.locator('.day-row');
  await expect.poll(() => days.first().getAttribute('aria-label')).toBe('Sunday');
  const from = page.getByRole('combobox', { name: 'Monday, from' });
  expect(await from.inputValue()).toBe('9:00 AM');
  expect(await page.locator('[class*=weekday]').first().innerText()).toMatch(/^Su/);
  const to = page.getByRole('combobox', { name: 'Monday, to' });
  await to.fill('6:30 pm');
  await to.press('Tab');
  expect(await to.inputValue()).toBe('6:30 PM');
  await page.getByRole('button', { name: 'Save hours' }).click();
  await page.getByText('All changes saved').waitFor();
  const { items } = await host.json<{ items: { weekly: unknown[] }[] }>('GET', '/api/v1/schedules');
  expect(items[0]?.weekly).toContainEqual({ days: [1], from: '09:00', to: '18:30' });
});

test('buttons stay where they are when an error or “Copied” appears', async () => {
  const scene = await setScene({ connected: false });
  const { booking } = await scene.book();
  const { page, watch } = await browser.openAs(scene.host, PHONE);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  watch.expect(/422/);
  await page.goto(`/bookings/${booking.id}`);
  const use = page.getByRole('button', { name: 'Use this link' });
  await page.getByLabel('Paste your own link').fill('around the corner');
  const before = await placeOf(use);
  await use.click();
  await page.getByRole('region', { name: 'Meeting link' }).getByRole('alert').nth(1).waitFor();
  expect(await placeOf(use)).toEqual(before);

  await page.goto('/scheduler/event-types');
  // They stand above the list, and may come after it.
  await page.getByRole('region', { name: 'Set up your booking page' }).waitFor();
  const copy = page.getByRole('article').getByRole('button', { name: /^Cop/ });
  const around = await placeOf(copy);
  await copy.click();
  await copy.getByText('Copied', { exact: true }).waitFor();
  expect(await placeOf(copy)).toEqual(around);
});

test('an error goes when what it is about is corrected', async () => {
  const { host } = await browser.newHost();
  const { page, watch } = await browser.openAs(host, PHONE);
  watch.expect(/422/);
  await page.goto('/scheduler/event-types/new');
  await page.getByRole('button', { name: 'Create event type' }).click();
  const banner = page.getByText('Please check the fields marked below.');
  await banner.waitFor();
  await page.getByLabel('Title', { exact: true }).fill('Coffee');
  await expect.poll(() => banner.count()).toBe(0);
});

test('first steps are where the host left them, in another browser too', async () => {
  const { host, page } = await browser.newHost();
  await page.goto('/bookings');
  const steps = page.getByRole('region', { name: 'Set up your booking page' });
  await steps.getByRole('button', { name: 'Keep this' }).click();
  await steps.getByText('1 of 5 done').waitFor();
  const phone = await browser.openAs(host, PHONE);
  await phone.page.goto('/bookings');
  const there = phone.page.getByRole('region', { name: 'Set up your booking page' });
  await there.getByText('1 of 5 done').waitFor();
  await there.getByRole('button', { name: 'Hide' }).click();
  await there.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('heading', { name: 'Bookings', level: 1 }).waitFor();
  await expect
    .poll(() => host.json('GET', '/api/v1/me'))
    .toMatchObject({ firstSteps: { done: ['handle'], hidden: true } });
  await expect.poll(() => steps.count()).toBe(0);
});

// Arabic has no short ones.
test.each(['ar', 'de', 'ja'])('the names of weekdays fit the narrowest phone, in %s', async (locale) => {
  const scene = await setScene({ rules: HALF_HOURS });
  const { page } = await browser.newVisitor({ ...PHONE, viewport: { width: 320, height: 640 }, locale });
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  const wide = await page
    .locator('thead th')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
    );
  expect(wide).toEqual([]);
});
