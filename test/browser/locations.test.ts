import { expect, test } from 'vitest';
import type { EventType } from '#api/event-types/schema.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';
import { chooseTime, fillIn, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

test('a host offers several places, and a guest chooses a call', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const { items } = await scene.host.json<{ items: EventType[] }>('GET', '/api/v1/event-types');
  const inside = await browser.openAs(scene.host);
  await inside.page.goto(`/scheduler/event-types/${items[0]?.id}`);
  await inside.page.getByRole('button', { name: 'Add another location' }).click();
  await inside.page.getByText('The booking form asks guests for their phone number.').waitFor();
  await inside.page.getByRole('button', { name: 'Add another location' }).click();
  await inside.page.getByLabel('Address (optional)').fill('Main Street 1');
  await inside.page.getByRole('button', { name: 'Add another location' }).click();
  await inside.page.getByRole('button', { name: 'Remove location 4' }).click();
  await inside.page.getByRole('button', { name: 'Save changes' }).click();
  await inside.page.getByText('All changes saved').waitFor();
  await inside.page.getByLabel('Preview').getByText('Zoom or Phone call or In person').waitFor();

  const guest = scene.newGuest();
  const { page } = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  await chooseTime(page, scene.page, '10:00');
  await page.getByText('Zoom or Phone call or In person').waitFor();
  await fillIn(page, guest);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByText('Please choose where to meet.').waitFor();
  expect(await page.getByLabel('Phone number').count()).toBe(0);
  await page.getByRole('radio', { name: 'calls you' }).check();
  await page.getByLabel('Phone number').fill('+49 30 765432');
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
  expect(await guest.read(tokenOf(page))).toMatchObject({
    phone: '+49 30 765432',
    eventType: { location: { kind: 'phone' } },
    conference: { provider: null },
  });
  expect((await scene.mailbox.awaitMail(guest.email, /confirmed/i)).text).toContain('will call you at +49 30 765432');
});

test('a host offers two addresses by their names, and a guest is told the chosen one’s', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30, location: { kind: 'in_person' } } });
  const { items } = await scene.host.json<{ items: EventType[] }>('GET', '/api/v1/event-types');
  const { page: inside, watch } = await browser.openAs(scene.host);
  await inside.goto(`/scheduler/event-types/${items[0]?.id}`);
  await inside.getByLabel('Address (optional)').fill('Main Street 1');
  await inside.getByRole('button', { name: 'Add another location' }).click();
  await inside.getByRole('combobox', { name: 'Location 2' }).click();
  await inside.getByRole('option', { name: 'In person' }).click();
  await inside.getByLabel('Address (optional)').nth(1).fill('Side Street 2');
  watch.expect(/422/);
  await inside.getByRole('button', { name: 'Save changes' }).click();
  await inside.getByText('Give this location a name of its own, so that guests can tell it apart.').waitFor();
  expect(await inspectPage(inside)).toEqual([]);
  await inside.getByLabel('Name of this location').nth(0).fill('Berlin office');
  await inside.getByLabel('Name of this location').nth(1).fill('Munich office');
  await inside.getByRole('button', { name: 'Save changes' }).click();
  await inside.getByText('All changes saved').waitFor();
  await inside.getByLabel('Preview').getByText('Berlin office or Munich office').waitFor();

  const guest = scene.newGuest();
  const { page } = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  await chooseTime(page, scene.page, '10:00');
  await page.getByText('Berlin office or Munich office').waitFor();
  await fillIn(page, guest);
  await page.getByRole('radio', { name: 'Munich office' }).check();
  expect(await inspectPage(page)).toEqual([]);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
  await page.getByText('Side Street 2').waitFor();
  const { text } = await scene.mailbox.awaitMail(guest.email, /confirmed/i);
  expect(text).toContain('Side Street 2');
  expect(text).not.toContain('Main Street 1');
});
