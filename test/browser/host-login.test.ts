import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { logIn, signUp } from '#dev/clients/host.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { allow, freshAccount, openConsent } from './connect-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

const newPerson = () => ({ email: `host-${randomUUID()}@example.com`, password: randomUUID() });

test('sign up, the first steps one by one, and the link to share works', async () => {
  const person = newPerson();
  const { app, mailbox } = await stack.file();
  const visitor = await browser.newVisitor({ timezoneId: 'Europe/Vienna' });
  visitor.watch.expect(/422/);
  const entry = visitor.page;
  await entry.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await entry.goto('/');
  await entry.getByRole('link', { name: 'Create your booking page' }).click();
  await entry.getByLabel('Email').fill(person.email);
  await entry.getByRole('button', { name: 'Continue' }).click();
  await entry.getByRole('status').getByText(`We sent a link to ${person.email}`).waitFor();
  const letter = await browser.openMail(visitor, await openMailbox(mailbox).awaitMail(person.email, /create your/i));
  const page = await browser.follow(letter, /create your account/i);
  await page.getByText(person.email).waitFor();
  await page.getByLabel('Name').fill('Alex Ander');
  const chosen = page.getByLabel('Password', { exact: true });
  await chosen.fill('password123');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('This password is easy to guess.').waitFor();
  expect(await chosen.getAttribute('aria-invalid')).toBe('true');
  await chosen.fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();

  const steps = page.getByRole('region', { name: 'Set up your booking page' });
  await steps.getByText('0 of 5 done').waitFor();
  const handle = `alex-${randomUUID().slice(0, 8)}`;
  await steps.getByLabel('Handle').fill(handle);
  await steps.getByText(`Guests book you at ${new URL(app).host}/${handle}`).waitFor();
  await steps.getByRole('button', { name: 'Save' }).click();
  await steps.getByText('1 of 5 done').waitFor();
  expect(await steps.getByRole('combobox', { name: 'Time zone' }).inputValue()).toContain('Vienna');
  await steps.getByRole('button', { name: 'Looks right' }).click();
  await steps.getByText('Guests can book you Mon–Fri 09:00–17:00.').waitFor();
  await steps.getByRole('button', { name: 'Looks right' }).click();
  await steps.getByText('3 of 5 done').waitFor();
  const consent = await openConsent(page, steps.getByRole('group', { name: 'Google Meet' }));
  await allow(consent, freshAccount());
  await steps.getByText('4 of 5 done').waitFor();
  await steps.getByRole('link', { name: 'New event type' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Coffee');
  await page.getByText(/^Connected as robin-/).waitFor();
  await page.getByRole('button', { name: 'Create event type' }).click();
  await page.getByRole('dialog', { name: 'Share “Coffee”' }).waitFor();
  await page.keyboard.press('Escape');
  await steps.getByRole('button', { name: 'Copy link of Coffee' }).click();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toBe(`${app}/${handle}/coffee`);
  // All done: the steps leave.
  await steps.waitFor({ state: 'hidden' });

  const guest = await browser.newVisitor();
  await guest.page.goto(address);
  await guest.page.getByRole('heading', { name: 'Coffee' }).waitFor();
  expect((await logIn(app, person)).handle).toBe(handle);
});

test('log in by password, after a wrong one; the page asked for opens; log out', async () => {
  const { app } = await stack.file();
  const person = newPerson();
  await signUp(app, person);
  const { page, watch } = await browser.newVisitor();
  watch.expect(/401/);
  await page.goto('/scheduler/availability');
  await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor();
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('alert').getByText('Wrong email address or password').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { name: 'Availability' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/scheduler/availability');
  await page.getByRole('button', { name: /account menu/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor();
  await page.goto('/bookings');
  await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor();
});

test('log in by a link from the mailbox; it works once', async () => {
  const { app, mailbox } = await stack.file();
  const person = newPerson();
  await signUp(app, person);
  const visitor = await browser.newVisitor();
  const { page } = visitor;
  await page.goto('/login?to=%2Fuser%2Fintegrations');
  await page.getByRole('button', { name: 'Email me a login link' }).click();
  await page.getByText('Enter your email address.').waitFor();
  await page.getByLabel('Email').fill(person.email);
  await page.getByRole('button', { name: 'Email me a login link' }).click();
  await page.getByRole('status').getByText(`We sent a link to ${person.email}.`).waitFor();
  const letter = await browser.openMail(visitor, await openMailbox(mailbox).awaitMail(person.email, /log in|login/i));
  const inside = await browser.follow(letter, /log in/i);
  await inside.getByText(person.email).waitFor();
  expect(await inside.getByRole('note').count()).toBe(0);

  const stranger = await browser.newVisitor();
  const elsewhere = await browser.openMail(stranger, await openMailbox(mailbox).awaitMail(person.email, /log in/i));
  const other = await browser.follow(elsewhere, /log in/i);
  await other.getByRole('note').getByText('This link wasn’t requested in this browser.').waitFor();

  await inside.getByRole('button', { name: 'Log in', exact: true }).click();
  await inside.getByRole('heading', { name: 'Integrations' }).waitFor();
  expect(new URL(inside.url()).origin).toBe(app);

  const thief = await browser.newVisitor();
  const again = await browser.openMail(thief, await openMailbox(mailbox).awaitMail(person.email, /log in|login/i));
  thief.watch.expect(/410/);
  const refused = await browser.follow(again, /log in/i);
  await refused.getByRole('alert').getByText('This link was already used or has expired.').waitFor();
  await refused.getByRole('button', { name: 'Get a new link' }).click();
  await refused.getByLabel('Email').waitFor();
});

test('a session that ended elsewhere leads to the login, and from there back to the page', async () => {
  const { app } = await stack.file();
  const person = newPerson();
  const host = await signUp(app, person);
  const { page, watch } = await browser.openAs(host);
  watch.expect(/401/);
  await page.goto('/user/account');
  await page.waitForLoadState('networkidle');
  await host.json('POST', '/api/auth/sign-out', {});
  // The page asks for new requests every ten seconds.
  await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor();
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/user/account');
});
