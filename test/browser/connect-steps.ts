import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Platform {
  readonly id: string;
  readonly name: string;
}

export const PLATFORMS: readonly Platform[] = [
  { id: 'zoom', name: 'Zoom' },
  { id: 'teams', name: 'Microsoft Teams' },
  { id: 'meet', name: 'Google Meet' },
];

export const ZOOM: Platform = { id: 'zoom', name: 'Zoom' };

/** An account at the provider that no other test uses. */
export const freshAccount = () => `robin-${randomUUID().slice(0, 12)}`;

/** Opens Settings → Integrations; the card of one platform. */
export async function openCard(page: Page, { name }: Platform): Promise<Locator> {
  await page.goto('/user/integrations');
  const card = page.getByRole('region', { name, exact: true });
  await card.waitFor();
  return card;
}

/** Clicks Connect (or Reconnect) and waits for the provider's consent screen in its own window. */
export async function openConsent(page: Page, card: Locator, button = 'Connect'): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await card.getByRole('button', { name: button, exact: true }).click();
  const popup = await opening;
  await popup.getByRole('button', { name: 'Allow' }).waitFor();
  return popup;
}

/** Allows as an account, on the provider's page. */
export async function allow(consent: Page, account: string): Promise<void> {
  await consent.getByRole('combobox', { name: 'Account' }).fill(account);
  await consent.getByRole('button', { name: 'Allow' }).click();
}

/** The window closes by itself. */
export async function expectClosed(popup: Page): Promise<void> {
  await expect.poll(() => popup.isClosed(), { timeout: 10_000 }).toBe(true);
}

/** Marks this document, so that a test can tell later whether it was left or reloaded. */
export const mark = (page: Page) => page.evaluate(() => void (document.documentElement.dataset['marked'] = 'yes'));
export const isMarked = (page: Page) => page.evaluate(() => document.documentElement.dataset['marked'] === 'yes');

/** Has every window refused, as a browser with popups switched off does. */
export const blockPopups = (page: Page) => page.addInitScript(() => void (window.open = () => null));
