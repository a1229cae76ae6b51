import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

/** A host with three event types, on their list. */
async function listOfThree(options = {}) {
  const { host } = await browser.newHost();
  await host.json('PATCH', '/api/v1/me', { firstSteps: { done: [], hidden: true } });
  for (const title of ['One', 'Two', 'Three']) await host.offer('phone', { title });
  const { page } = await browser.openAs(host, options);
  await page.goto('/scheduler/event-types');
  await page.getByRole('article', { name: 'Three' }).waitFor();
  const stored = async () => {
    const { items } = await host.json<{ items: { title: string }[] }>('GET', '/api/v1/event-types');
    return items.map(({ title }) => title).join(' ');
  };
  return { host, page, stored };
}

const shownIn = async (page: Page) => {
  const cards = await page.getByRole('article').all();
  return (await Promise.all(cards.map((card) => card.getAttribute('aria-label')))).join(' ');
};

const middleOf = async (page: Page, title: string) => {
  const box = await page.getByRole('button', { name: `Move ${title}`, exact: true }).boundingBox();
  if (box === null) throw new Error(`No handle of ${title}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('with a mouse: a card is dragged to its place, Escape takes it back, and guests see the order', async () => {
  const { host, page, stored } = await listOfThree();
  const [first, third] = [await middleOf(page, 'One'), await middleOf(page, 'Three')];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(third.x, third.y, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect([await shownIn(page), await stored()]).toEqual(['One Two Three', 'One Two Three']);

  await page.mouse.move(third.x, third.y);
  await page.mouse.down();
  await page.mouse.move(first.x, first.y - 20, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => shownIn(page)).toBe('Three One Two');
  await expect.poll(stored).toBe('Three One Two');
  await page.reload();
  await page.getByRole('article', { name: 'Two' }).waitFor();
  expect(await shownIn(page)).toBe('Three One Two');
  await page.goto(`/${host.handle}`);
  expect(await page.locator('.event-type h2').allTextContents()).toEqual(['Three', 'One', 'Two']);
});

test('with a finger on a phone: the page does not scroll away under it', async () => {
  const { page, stored } = await listOfThree({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const [first, second] = [await middleOf(page, 'One'), await middleOf(page, 'Two')];
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: first.x, y }] });
  await send('touchStart', first.y);
  for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', first.y + (second.y - first.y) * part + 8);
  await send('touchEnd');
  await expect.poll(stored).toBe('Two One Three');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('with the keyboard: arrows move the card and keep the focus, its menu does the same', async () => {
  const { page, stored } = await listOfThree();
  const handle = page.getByRole('button', { name: 'Move One', exact: true });
  await handle.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => shownIn(page)).toBe('Two One Three');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => shownIn(page)).toBe('Two Three One');
  await expect.poll(stored).toBe('Two Three One');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('status').getByText('One: 3 of 3').waitFor({ state: 'attached' });
  expect(await handle.evaluate((button) => document.activeElement === button)).toBe(true);

  await page.getByRole('button', { name: 'More for Two' }).click();
  expect(await page.getByRole('menuitem', { name: 'Move up' }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect.poll(stored).toBe('Three Two One');
});
