import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { logIn, signUp } from '#dev/clients/host.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

const newPerson = () => ({ email: `host-${randomUUID()}@example.com`, password: randomUUID() });
const NEXT = 'a password to remember';

test('a forgotten password: a link by mail, a new password, and in', async () => {
  const { app, mailbox } = await stack.file();
  const person = newPerson();
  await signUp(app, person);
  const visitor = await browser.newVisitor();
  const { page } = visitor;
  await page.goto('/login');
  await page.getByLabel('Email').fill(person.email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
  expect(await page.getByLabel('Email').inputValue()).toBe(person.email);
  await page.getByRole('button', { name: 'Email me a link' }).click();
  await page.getByRole('status').getByText('We sent a link to').waitFor();

  const mail = await openMailbox(mailbox).awaitMail(person.email, /new password/i);
  const inside = await browser.follow(await browser.openMail(visitor, mail), /new password/i);
  await inside.getByLabel('New password', { exact: true }).fill(NEXT);
  await inside.getByRole('button', { name: 'Set password' }).click();
  await inside.getByRole('status').getByText('Password changed. Log in').waitFor();
  await inside.getByLabel('Email').fill(person.email);
  await inside.getByLabel('Password', { exact: true }).fill(NEXT);
  await inside.getByRole('button', { name: 'Log in', exact: true }).click();
  await inside.getByRole('heading', { name: 'Bookings', exact: true }).waitFor();

  const again = await browser.newVisitor();
  again.watch.expect(/410/);
  const late = await browser.follow(await browser.openMail(again, mail), /new password/i);
  await late.getByRole('alert').getByText('already used or has expired').waitFor();
  await late.getByRole('button', { name: 'Get a new link' }).click();
  await late.getByRole('button', { name: 'Email me a link' }).waitFor();
});

test('the account page changes the password, and says at its field when the present one is wrong', async () => {
  const { app } = await stack.file();
  const person = newPerson();
  const { page, watch } = await browser.openAs(await signUp(app, person));
  watch.expect(/422/);
  await page.goto('/user/account');
  const present = page.getByLabel('Current password', { exact: true });
  await present.fill('not this one');
  await page.getByLabel('New password', { exact: true }).fill(NEXT);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect.poll(() => present.getAttribute('aria-invalid')).toBe('true');
  await present.fill(person.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Password changed.').waitFor();
  await logIn(app, { email: person.email, password: NEXT });
  await page.reload();
  await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
});

test('a host who is logged in is not asked to log in again', async () => {
  const { app } = await stack.file();
  const { page } = await browser.openAs(await signUp(app));
  await page.goto('/login?to=%2Fuser%2Faccount');
  await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/user/account');
});
