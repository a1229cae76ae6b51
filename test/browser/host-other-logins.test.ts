import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { mailedToken, signUp } from '#dev/clients/host.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

const newAddress = () => `host-${randomUUID()}@workspace.example`;

/** At the provider: who it is, and yes or no. */
async function answer(page: Page, account: string, button: 'Allow' | 'Deny') {
  await page.getByLabel('Account', { exact: true }).fill(account);
  await page.getByRole('button', { name: button }).click();
}

test('an account made with Google logs in, is seen in the account, and is removed', async () => {
  const email = newAddress();
  const { page } = await browser.newVisitor();
  await page.goto('/login?mode=sign-up');
  await page.getByRole('link', { name: 'Continue with Google' }).click();
  await answer(page, email, 'Allow');
  await page.getByText('Choose the name that your guests see.').waitFor();
  expect(await page.getByLabel('Password').count()).toBe(0);
  expect(await inspectPage(page)).toEqual([]);
  await page.getByLabel('Name').fill('Nova Host');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Bookings', exact: true }).waitFor();

  await page.goto('/user/account');
  const section = page.getByRole('region', { name: 'Other ways to log in' });
  await section.getByText(/^Added /).waitFor();
  expect(await inspectPage(page)).toEqual([]);
  await section.getByRole('button', { name: /^Remove Google/ }).click();
  await section.getByText(/^Added /).waitFor({ state: 'detached' });

  await section.getByRole('button', { name: 'Add Microsoft' }).click();
  await answer(page, newAddress(), 'Allow');
  await section.getByRole('button', { name: /^Remove Microsoft/ }).waitFor();
});

test('a login with Microsoft is confirmed by mail first, and goes where it was meant to', async () => {
  const { app, mailbox } = await stack.file();
  const { email } = await signUp(app, { email: newAddress() });
  const { page } = await browser.newVisitor();
  await page.goto('/login?to=%2Fscheduler%2Favailability');
  await page.getByRole('link', { name: 'Continue with Microsoft' }).click();
  await answer(page, email, 'Allow');
  await page.getByText('Check your inbox.').waitFor();
  expect(await inspectPage(page)).toEqual([]);
  const token = await mailedToken(openMailbox(mailbox), email, /log in/i);
  await page.goto(`/login?mode=link&token=${token}&to=%2Fscheduler%2Favailability`);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { name: 'Availability', exact: true }).waitFor();
});

test('who changes their mind at the provider reads it on the login page', async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  await page.goto('/login');
  await page.getByRole('link', { name: 'Continue with Google' }).click();
  await answer(page, newAddress(), 'Deny');
  await page.getByText('You didn’t allow Google to log you in.').waitFor();
  expect(await inspectPage(page)).toEqual([]);
});
