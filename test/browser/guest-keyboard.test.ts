import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addDays, addMonths, firstShown, lastDay, monthOf, weekdayOf } from '../../web/src/shared/iso-days.ts';
import { addressOf, berlinDate, dayAhead, focused, nextMonth, queryOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const HALF_HOURS = { rules: { slotIntervalMinutes: 30, bookingWindow: { kind: 'rolling', days: 400 } } };

const focusedDay = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? null);

/** Tabs on until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

async function tabToGrid(page: Page): Promise<void> {
  await tabTo(page, /^Next month$/);
  await page.keyboard.press('Tab');
}

test('a whole booking by keyboard alone', async () => {
  const scene = await setScene(HALF_HOURS);
  const guest = scene.newGuest();
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { month: nextMonth() }));
  await page.getByRole('grid').and(page.locator('[aria-busy="false"]')).waitFor();
  await tabToGrid(page);
  await expect.poll(() => focusedDay(page)).toBe(`${nextMonth()}-01`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedDay(page)).toBe(dayAhead());
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/15 .* 48 times in Berlin/);

  await tabTo(page, /^10:00$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Your details');
  await page.keyboard.press('Tab');
  await page.keyboard.type(guest.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(guest.email);
  await tabTo(page, /^Confirm booking$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('You’re booked');
});

test('the calendar is one tab stop, and arrows, Home, End and Page keys move in it', async () => {
  const scene = await setScene(HALF_HOURS);
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  await page.getByRole('grid').and(page.locator('[aria-busy="false"]')).waitFor();
  await tabToGrid(page);
  expect(await focusedDay(page)).toBe(dayAhead());
  expect(await page.locator('[data-date][tabindex="0"]').count()).toBe(1);

  const monday = addDays(dayAhead(), 1 - weekdayOf(dayAhead()));
  const moves: readonly (readonly [string, string])[] = [
    ['ArrowRight', addDays(dayAhead(), 1)],
    ['ArrowLeft', dayAhead()],
    ['ArrowUp', addDays(dayAhead(), -7)],
    ['ArrowDown', dayAhead()],
    ['Home', monday],
    ['End', addDays(monday, 6)],
    ['PageDown', `${addMonths(nextMonth(), 1)}-${addDays(monday, 6).slice(8)}`],
    ['PageUp', addDays(monday, 6)],
    ['Shift+PageDown', `${addMonths(nextMonth(), 12)}-${addDays(monday, 6).slice(8)}`],
    ['Shift+PageUp', addDays(monday, 6)],
  ];
  for (const [key, date] of moves) {
    await page.keyboard.press(key);
    await expect.poll(async () => [key, await focusedDay(page)]).toEqual([key, date]);
  }
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('Time zone');
  await page.keyboard.press('Shift+Tab');
  expect(await focusedDay(page)).toBe(addDays(monday, 6));
});

test('a day that has the focus keeps it when it turns out not to be free: a key pressed just then would be lost', async () => {
  const month = addMonths(nextMonth(), 2);
  const bookingWindow = { kind: 'range', from: `${nextMonth()}-01`, to: `${month}-10` };
  const scene = await setScene({ rules: { slotIntervalMinutes: 30, bookingWindow } });
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  const grid = page.getByRole('grid').and(page.locator('[aria-busy="false"]'));
  await grid.waitFor();
  const answer = Promise.withResolvers<void>();
  await page.route('**/slots?*', async (route) => {
    await answer.promise;
    await route.continue();
  });
  await tabToGrid(page);
  for (const day of [`${addMonths(month, -1)}-15`, `${month}-15`]) {
    await page.keyboard.press('PageDown');
    await expect.poll(() => focusedDay(page)).toBe(day);
  }
  const focus = await page.getByRole('grid').evaluateHandle((element) => {
    const seen = { wasLost: false };
    const look = () => void (seen.wasLost ||= document.activeElement === document.body);
    new MutationObserver(look).observe(element, { childList: true, subtree: true });
    return seen;
  });
  answer.resolve();
  await grid.waitFor();
  await expect.poll(() => focusedDay(page)).toBe(`${month}-15`);
  expect(await focus.jsonValue()).toEqual({ wasLost: false });
});

test('arrows cross into the next month, and never into weeks that are over', async () => {
  const scene = await setScene(HALF_HOURS);
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { date: lastDay(nextMonth()) }));
  await page.getByRole('grid').and(page.locator('[aria-busy="false"]')).waitFor();
  await tabToGrid(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focusedDay(page)).toBe(`${addMonths(nextMonth(), 1)}-01`);
  expect(queryOf(page)['month']).toBe(addMonths(nextMonth(), 1));
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageUp');
  await expect.poll(() => focusedDay(page)).toBe(firstShown(monthOf(berlinDate()), 1, berlinDate()));
});

test('the zone is found by typing, chosen by arrows and Enter, and left by Escape', async () => {
  const scene = await setScene(HALF_HOURS);
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  await page.getByRole('grid').and(page.locator('[aria-busy="false"]')).waitFor();
  await tabTo(page, /Time zone/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Time zone' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toMatch(/Time zone: Berlin/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Time zone' }).waitFor();
  await page.keyboard.type('india');
  await page.getByRole('option', { name: /Kolkata/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/Time zone: Kolkata time, IST/);
  await page.getByRole('status').filter({ hasText: 'Times are shown in Kolkata' }).waitFor();
});
