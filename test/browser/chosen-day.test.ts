import type { Page } from 'playwright-core';
import axe, { type AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addMonths } from '../../web/src/shared/iso-days.ts';
import { addressOf, dayAhead, dayCell, focused, nextMonth, queryOf, selectedDay } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

/** Texts of the page that have too little contrast as it stands. */
async function unreadable(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } })`,
  );
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
}

const CONTROLS = ['.zone-link', 'a.icon-button', 'a.time', '.host a', '.day.free:not(.selected) a'];

test.each([
  { colorScheme: 'light', hasTouch: false },
  { colorScheme: 'dark', hasTouch: false },
  { colorScheme: 'light', hasTouch: true },
  { colorScheme: 'dark', hasTouch: true },
] as const)('the chosen day and what is pointed at stay readable: $colorScheme, touch $hasTouch', async (device) => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const { page } = await browser.newVisitor(device);
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  await page.getByRole('grid').waitFor();
  await page.evaluate(axe.source);
  const day = dayCell(page, dayAhead());
  await (device.hasTouch ? day.tap() : day.click());
  await day.hover();
  expect(await unreadable(page)).toEqual([]);
  for (const control of CONTROLS) {
    await page.locator(control).first().hover();
    expect([control, await unreadable(page)]).toEqual([control, []]);
  }
});

test.each([
  { by: 'a click', choose: (page: Page, month: string) => dayCell(page, `${month}-22`).click() },
  {
    by: 'keys',
    choose: async (page: Page, month: string) => {
      await dayCell(page, `${month}-01`).focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    },
  },
])('a day chosen by $by while its times are on their way is shown once they are there', async ({ choose }) => {
  const scene = await setScene({
    rules: { slotIntervalMinutes: 30, bookingWindow: { kind: 'rolling', days: 400 } },
  });
  const { page } = await browser.newVisitor();
  const arriving = Promise.withResolvers<void>();
  await page.route('**/slots?*', async (route) => {
    await arriving.promise;
    await route.continue();
  });
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  await page.getByRole('grid').waitFor();
  await page.getByRole('link', { name: 'Next month' }).click();
  const month = addMonths(nextMonth(), 1);
  await choose(page, month);
  arriving.resolve();
  await expect.poll(() => selectedDay(page)).toBe(`${month}-22`);
  await expect.poll(() => focused(page)).toMatch(/22 .* 48 times in Berlin/);
  expect(queryOf(page)).toMatchObject({ date: `${month}-22` });
});
