import { expect, test } from 'vitest';
import type { EventType } from '#api/event-types/schema.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { expectClosed, freshAccount, openCard, ZOOM } from './connect-steps.ts';
import { tabTo } from './keys.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

test('connect and disconnect without a mouse; the focus comes back to where it was', async () => {
  const { host, page } = await browser.newHost();
  const card = await openCard(page, ZOOM);
  await tabTo(page, page.getByRole('link', { name: 'Skip to content' }));
  await page.keyboard.press('Enter');
  await tabTo(page, card.getByRole('button', { name: 'Connect' }));
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  const popup = await opening;
  await tabTo(popup, popup.getByRole('combobox', { name: 'Account' }));
  await popup.keyboard.type(freshAccount());
  await tabTo(popup, popup.getByRole('button', { name: 'Allow' }));
  await popup.keyboard.press('Enter');
  await expectClosed(popup);
  await card.getByText(/^Connected as robin-/).waitFor();

  const disconnect = card.getByRole('button', { name: 'Disconnect' });
  await tabTo(page, disconnect);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Disconnect Zoom?' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => disconnect.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Disconnect' }));
  await page.keyboard.press('Enter');
  await card.getByText('Disconnected', { exact: true }).waitFor();
  expect((await host.integration('zoom')).status).toBe('revoked');
});

test('an event type created without a mouse', async () => {
  const { host, page } = await browser.newHost();
  await page.goto('/scheduler/event-types');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'New event type' }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Title', { exact: true }));
  await page.keyboard.type('By hand');
  await tabTo(page, page.getByRole('combobox', { name: 'Location' }));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Phone: the guest calls me' }).waitFor();
  while (
    !(await page.getByRole('option', { name: 'Phone: the guest calls me' }).getAttribute('data-combobox-selected'))
  )
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+49 30 123456');
  await tabTo(page, page.getByRole('switch', { name: 'Approve bookings manually' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Create event type' }));
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: 'By hand' }).waitFor();
  const { items } = await host.json<{ items: EventType[] }>('GET', '/api/v1/event-types');
  expect(items).toMatchObject([
    { title: 'By hand', requiresConfirmation: true, location: { kind: 'phone', value: '+49 30 123456' } },
  ]);
});
