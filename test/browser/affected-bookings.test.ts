import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Schedule } from '#api/schedules/schema.ts';
import type { Scene } from '#test/scenes/scene.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';
import { dayAhead } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

/** Working hours in Berlin, and bookings of one day at these hours, UTC. */
async function booked(...hours: readonly string[]) {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const { items } = await scene.host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  const schedule = items[0]?.id ?? '';
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }];
  await scene.host.json('PATCH', `/api/v1/schedules/${schedule}`, { weekly });
  const bookings = [];
  for (const hour of hours) {
    const guest = scene.newGuest();
    bookings.push({ ...(await guest.book(scene.page, `${dayAhead()}T${hour}:00Z`)), guest });
  }
  return { scene, schedule, bookings };
}

const rowOf = (page: Page, { name }: { readonly name: string }) => page.getByRole('listitem', { name });

/** Takes the day of the bookings off and saves the hours. */
async function takeDayOff(page: Page, words: { next: string; off: string; save: string; locale: string }) {
  await page.goto('/scheduler/availability');
  await page.getByRole('button', { name: words.next }).click();
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(dayAhead()),
  );
  await page.getByRole('button', { name: day }).click();
  await page.getByRole('radio', { name: words.off }).check();
  await page.getByRole('button', { name: words.save }).click();
}

const ENGLISH = { next: 'Next month', off: 'Unavailable all day', save: 'Save hours', locale: 'en-GB' };
const GERMAN = {
  next: 'Nächster Monat',
  off: 'Den ganzen Tag nicht verfügbar',
  save: 'Zeiten speichern',
  locale: 'de-DE',
};

test('bookings on a day off are cancelled, rescheduled and left to their guests from the list, which stays until it is closed', async () => {
  const { scene, bookings } = await booked('09:00', '11:00', '13:00');
  const [first, second, third] = bookings as [(typeof bookings)[0], (typeof bookings)[0], (typeof bookings)[0]];
  const { page } = await browser.openAs(scene.host);
  await takeDayOff(page, ENGLISH);
  await page.getByText('3 bookings are outside your new hours').waitFor();
  await page.getByRole('button', { name: 'Back to list' }).click();
  expect(await inspectPage(page)).toEqual([]);

  await rowOf(page, first.guest).getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByText(`Booking cancelled. We’ll email ${first.guest.name}.`).waitFor();
  await rowOf(page, first.guest).getByText('Cancelled').waitFor();

  await rowOf(page, second.guest).getByRole('button', { name: 'Reschedule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reschedule' });
  await dialog
    .getByRole('button', { name: /, [1-9]\d* available times?$/ })
    .last()
    .click();
  await dialog.locator('.time-grid button').first().click();
  await dialog.getByRole('button', { name: /^Reschedule to/ }).click();
  await rowOf(page, second.guest).getByText('Rescheduled to').waitFor();

  await rowOf(page, third.guest).getByRole('button', { name: 'Ask for another time' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ask for another time' }).click();
  await rowOf(page, third.guest).getByText('You asked for another time on').waitFor();

  expect((await scene.host.booking(first.id)).status).toBe('cancelled');
  expect((await scene.host.booking(second.id)).startsAt).not.toBe(second.startsAt);
  await scene.mailbox.awaitMail(third.guest.email, /pick another time/i);
  expect(await inspectPage(page)).toEqual([]);

  await page.getByRole('link', { name: second.guest.name }).click();
  await page.getByRole('heading', { name: `Intro call with ${second.guest.name}` }).waitFor();
  await page.goBack();
  await rowOf(page, first.guest).getByText('Cancelled').waitFor();
  await page.getByRole('button', { name: 'Close this list' }).click();
  await rowOf(page, first.guest).waitFor({ state: 'hidden' });
});

test('what its guest has cancelled meanwhile is told in its row, in German on a phone', async () => {
  const { scene, bookings } = await booked('09:00');
  const [{ guest, token }] = bookings as [(typeof bookings)[0]];
  const { page } = await browser.openAs(scene.host, {
    locale: 'de-DE',
    viewport: { width: 390, height: 844 },
  });
  await takeDayOff(page, GERMAN);
  await page.getByText('1 Buchung liegt außerhalb der neuen Zeiten').waitFor();
  await guest.cancel(token);
  await rowOf(page, guest).getByRole('button', { name: 'Buchung stornieren' }).click();
  await rowOf(page, guest).getByText('Storniert').waitFor();
  expect(await rowOf(page, guest).getByRole('button').count()).toBe(0);
});

test('hours that move along with the account to another zone list the bookings that they leave', async () => {
  const { scene, bookings } = await booked('09:00');
  const [{ guest, id }] = bookings as [(typeof bookings)[0]];
  const { page } = await browser.openAs(scene.host);
  await page.goto('/user/account');
  const zone = page.getByRole('combobox', { name: 'Time zone', exact: true });
  await zone.fill('Tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).click();
  await page.getByRole('radio', { name: /^Move them to Tokyo time/ }).check();
  await page.getByRole('button', { name: 'Save changes' }).first().click();
  await page.getByText('1 booking is outside your new hours').waitFor();
  await rowOf(page, guest).getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await rowOf(page, guest).getByText('Cancelled').waitFor();
  expect((await scene.host.booking(id)).status).toBe('cancelled');
});

test('an event type that takes another schedule lists the bookings outside of it', async () => {
  const { scene, bookings } = await booked('09:00');
  const evenings = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '20:00' }];
  await scene.host.json('POST', '/api/v1/schedules', { name: 'Evenings', weekly: evenings });
  const { page } = await browser.openAs(scene.host);
  await page.goto(`/scheduler/event-types/${await typeOf(scene)}`);
  await page.getByLabel('Hours', { exact: true }).first().click();
  await page.getByRole('option', { name: /^Evenings/ }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('1 booking is outside your new hours').waitFor();
  await rowOf(page, bookings[0]?.guest ?? { name: '' }).waitFor();
  expect(await inspectPage(page)).toEqual([]);
});

async function typeOf({ host, page }: Scene): Promise<string> {
  const { items } = await host.json<{ items: { id: string; slug: string }[] }>('GET', '/api/v1/event-types');
  return items.find(({ slug }) => slug === page.slug)?.id ?? '';
}
