import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const DAY_MS = 86_400_000;

const SIZES = [
  ['a desktop', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const;

/** The date of an instant in the zone of a scene's host. */
const dateOf = (instant: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date(instant));

test.each(SIZES)('on %s: the week of a booking, as a calendar that leads to it', async (_name, viewport) => {
  const scene = await setScene();
  const [one, other] = [await scene.book(9 * DAY_MS), await scene.book(16 * DAY_MS)];
  const { page } = await browser.openAs(scene.host, { viewport });
  await page.goto('/bookings');
  await page.getByRole('link', { name: 'Week', exact: true }).click();
  await page.getByRole('heading', { name: 'Week', exact: true }).waitFor();
  await page.goto(`/bookings?week=${dateOf(one.booking.startsAt)}`);
  const entry = page.getByRole('link', { name: one.guest.name });
  await entry.waitFor();
  expect(await page.getByRole('link', { name: other.guest.name }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await inspectPage(page)).toEqual([]);
  await page.getByRole('link', { name: 'Next week' }).click();
  await page.getByRole('link', { name: other.guest.name }).waitFor();
  await page.getByRole('link', { name: 'Previous week' }).click();
  await entry.click();
  await page.getByRole('heading', { name: `with ${one.guest.name}` }).waitFor();
});

test.each(SIZES)('on %s: bookings narrowed to an event type and to dates', async (_name, viewport) => {
  const scene = await setScene();
  const second = await scene.host.offer('phone', { title: 'Second type' });
  const [one, other] = [await scene.book(9 * DAY_MS), await scene.book(16 * DAY_MS)];
  const { page } = await browser.openAs(scene.host, { viewport });
  await page.goto('/bookings');
  await page.getByRole('article').filter({ hasText: other.guest.name }).waitFor();
  await page.getByLabel('To', { exact: true }).fill(dateOf(one.booking.startsAt));
  await page.getByRole('article').filter({ hasText: other.guest.name }).waitFor({ state: 'hidden' });
  await page.getByRole('article').filter({ hasText: one.guest.name }).waitFor();
  expect(await inspectPage(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Event type' }).click();
  await page.getByRole('option', { name: second.title }).click();
  await page.getByRole('heading', { name: 'No bookings match these filters' }).waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('article').filter({ hasText: other.guest.name }).waitFor();
});
