import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 80;

/**
 * Presses Tab until `target` has the focus, as a person without a mouse would.
 * @throws Error where it is never reached, or is hidden under something else once it is (WCAG 2.4.11)
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return expectInView(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${target.toString()}`);
}

async function expectInView(target: Locator): Promise<void> {
  const isCovered = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
    return seen === null || !(element.contains(seen) || seen.contains(element) || label?.contains(seen) === true);
  });
  if (isCovered) throw new Error(`${target.toString()} has the focus, but something covers it`);
}
