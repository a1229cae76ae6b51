import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { chooseTime, fillIn, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

/** Browsers do so in frames of other sites and by settings: reading the property throws. */
const closeStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied', 'SecurityError');
        },
      });
  });

test('a guest whose browser keeps nothing for us chooses a clock and books', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const { page } = await browser.newVisitor();
  await closeStorage(page);
  await chooseTime(page, scene.page, '14:00');
  await page.goBack();
  await page.getByText('12h', { exact: true }).click();
  await page.getByRole('link', { name: '2:00 pm', exact: true }).click();
  const guest = scene.newGuest();
  await fillIn(page, guest);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
  expect(await guest.read(tokenOf(page))).toMatchObject({ status: 'confirmed' });
});

test('a host whose browser keeps nothing for us creates an event type', async () => {
  const { page, host } = await browser.newHost();
  await closeStorage(page);
  await page.goto('/scheduler/event-types/new');
  await page.getByLabel('Title').fill('Intro call');
  await page.getByRole('button', { name: 'Create event type' }).click();
  const titles = async () => {
    const { items } = await host.json<{ items: { title: string }[] }>('GET', '/api/v1/event-types');
    return items.map(({ title }) => title);
  };
  await expect.poll(titles).toContain('Intro call');
});
