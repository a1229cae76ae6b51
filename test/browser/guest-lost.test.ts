import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addressOf, chooseTime, dayAhead, fillIn, NOT_FOUND, queryOf, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const HALF_HOURS = { slotIntervalMinutes: 30 };

/** The server does what it is asked, and the guest never hears of it. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort('connectionreset');
}

test('an answer that was lost: the form stays, over a reload too, and sent again shows the one booking', async () => {
  const scene = await setScene({
    rules: { ...HALF_HOURS, questions: [{ id: 'topic', label: 'Topic', kind: 'text', required: true }] },
  });
  const guest = scene.newGuest();
  const { page, watch } = await browser.newVisitor();
  await chooseTime(page, scene.page, '10:00');
  await fillIn(page, guest);
  await page.getByLabel('Topic').fill('Prices');
  await page.route('**/bookings', loseAnswer);
  watch.expect(/ERR_CONNECTION_RESET/);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByText('We can’t reach the server.').waitFor();
  await page.unroute('**/bookings');

  // The time is taken by now, by this guest: a newer list of free times must not say that it is gone. It comes with the
  // page, and after it that of the month after, where the event type's window reaches so far.
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('alert').filter({ hasText: 'We didn’t hear back' }).waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe(guest.name);
  expect(await page.getByLabel('Topic').inputValue()).toBe('Prices');
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
  const { id } = await guest.read(tokenOf(page));
  const { items } = await scene.host.json<{ items: { id: string }[] }>('GET', '/api/v1/bookings?view=upcoming');
  expect(items.map((booking) => booking.id)).toEqual([id]);

  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  await page.getByRole('link', { name: '10:30', exact: true }).click();
  expect(await page.getByLabel('Name').inputValue()).toBe('');
});

test('a step whose script a newer build has replaced is opened by its address', async () => {
  const scene = await setScene({ rules: HALF_HOURS });
  const { page, watch } = await browser.newVisitor();
  watch.expect(NOT_FOUND);
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  const time = page.getByRole('link', { name: '10:00', exact: true });
  await time.waitFor();
  let isOfOldBuild = true;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) isOfOldBuild = false;
  });
  await page.route('**/assets/details-step-*.js', (route) =>
    isOfOldBuild ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await time.click();
  await expect.poll(() => isOfOldBuild).toBe(false);
  await page.getByRole('heading', { name: 'Your details' }).waitFor();
  await page.waitForLoadState('networkidle');
  await fillIn(page, scene.newGuest());
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
});

test('a move whose answer was lost is done when it is asked for again', async () => {
  const scene = await setScene({ rules: HALF_HOURS });
  const guest = scene.newGuest();
  const { token } = await guest.book(scene.page, `${dayAhead()}T09:00:00Z`);
  const { page, watch } = await browser.newVisitor();
  await page.goto(`/booking/${token}?action=reschedule&tz=Europe/Berlin`);
  await page.getByRole('link', { name: '11:00', exact: true }).click();
  await page.route('**/reschedule', loseAnswer);
  watch.expect(/ERR_CONNECTION_RESET/);
  await page.getByRole('button', { name: 'Reschedule' }).click();
  await page.getByText('We can’t reach the server.').waitFor();
  await page.unroute('**/reschedule');
  await page.getByRole('button', { name: 'Reschedule' }).click();
  await page.getByRole('heading', { name: 'Meeting rescheduled' }).waitFor();
  expect(await guest.read(token)).toMatchObject({ startsAt: `${dayAhead()}T10:00:00.000Z`, revision: 2 });
});

test('a refusal is an answer: after it the time counts as gone, and two clicks are one request', async () => {
  const scene = await setScene({ rules: HALF_HOURS });
  const { page, watch } = await browser.newVisitor();
  await chooseTime(page, scene.page, '10:00');
  await fillIn(page, scene.newGuest());
  await scene.newGuest().book(scene.page, queryOf(page)['slot'] ?? '');
  let requests = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/bookings')) requests += 1;
  });
  watch.expect(/409 \(Conflict\)/);
  await page.getByRole('button', { name: 'Confirm booking' }).dblclick();
  await page.getByRole('alert').filter({ hasText: 'is no longer free' }).waitFor();
  expect(requests).toBe(1);
  await page.reload();
  await page.getByRole('alert').filter({ hasText: 'is no longer free' }).waitFor();
});

test('free times that do not arrive are asked for again', async () => {
  const scene = await setScene({ rules: { ...HALF_HOURS, bookingWindow: { kind: 'rolling', days: 400 } } });
  const { page, watch } = await browser.newVisitor();
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  await page.route('**/slots?*', (route) => route.abort('internetdisconnected'));
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  // The first month came with the page.
  await page.getByRole('grid').waitFor();
  await page.getByRole('link', { name: 'Next month' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'We couldn’t load available times' });
  await notice.waitFor();
  await page.unroute('**/slots?*');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: '10:00', exact: true }).waitFor();
  expect(await notice.count()).toBe(0);
});
