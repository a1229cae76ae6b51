import type { Page } from 'playwright-core';
import axe, { type AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addressOf, dayAhead, dayCell } from './guest-steps.ts';

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
