import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { codeOf, turnTwoFactorOn } from '#test/fixtures/authenticator.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

test('two-step verification: set up, log in by code and by backup code, turn off', async () => {
  const { app, mailbox } = await stack.file();
  const person = { email: `host-${randomUUID()}@example.com`, password: randomUUID() };
  const { page, watch } = await browser.openAs(await signUp(app, person));
  watch.expect(/422/);
  await page.goto('/user/account');
  const section = page.getByRole('region', { name: 'Two-step verification' });
  await section.getByText('Off', { exact: true }).waitFor();
  await section.getByRole('button', { name: 'Set up two-step verification' }).click();
  await section.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  const secret = (await section.getByText(/^([A-Z2-7]{4} ){7}/).innerText()).replaceAll(' ', '');
  const code = section.getByLabel('Authentication code');
  await code.fill('12 34');
  await section.getByRole('button', { name: 'Turn on' }).click();
  await section.getByText('This code is not right.').waitFor();
  expect(await code.getAttribute('aria-invalid')).toBe('true');
  await code.fill(codeOf(secret));
  await section.getByRole('button', { name: 'Turn on' }).click();
  await section.getByText('Save your backup codes').waitFor();
  const codes = await section.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await inspectPage(page)).toEqual([]);
  const arriving = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Download' }).click();
  const file = await (await arriving).createReadStream();
  expect((await file.toArray()).join('')).toBe(`${codes.join('\n')}\n`);
  await section.getByRole('button', { name: 'I have saved them' }).click();
  await section.getByText('10 backup codes left.').waitFor();
  await openMailbox(mailbox).awaitMail(person.email, /two-step verification was turned on/i);

  const visitor = await browser.newVisitor();
  const entry = visitor.page;
  visitor.watch.expect(/422/);
  const logIn = async () => {
    await entry.goto('/login?to=%2Fuser%2Faccount');
    await entry.getByLabel('Email', { exact: true }).fill(person.email);
    await entry.getByLabel('Password', { exact: true }).fill(person.password);
    await entry.getByRole('button', { name: 'Log in', exact: true }).click();
    await entry.getByLabel('Authentication code').waitFor();
  };
  await logIn();
  expect(await inspectPage(entry)).toEqual([]);
  await entry.getByLabel('Authentication code').fill('12 34');
  await entry.getByRole('button', { name: 'Log in', exact: true }).click();
  await entry.getByText('This code is not right.').waitFor();
  await entry.getByLabel('Authentication code').fill(codeOf(secret, 1));
  await entry.getByRole('button', { name: 'Log in', exact: true }).click();
  await entry.getByRole('heading', { name: 'Account', exact: true }).waitFor();
  await entry.context().clearCookies();

  await logIn();
  await entry.getByRole('button', { name: 'Use a backup code instead' }).click();
  await entry.getByLabel('Backup code').fill(codes[0] ?? '');
  await entry.getByRole('button', { name: 'Log in', exact: true }).click();
  const inside = entry.getByRole('region', { name: 'Two-step verification' });
  await inside.getByText('9 backup codes left.').waitFor();

  await inside.getByRole('button', { name: 'New backup codes…' }).click();
  await entry.getByRole('button', { name: 'Create new codes' }).click();
  await inside.getByRole('button', { name: 'I have saved them' }).click();
  await inside.getByText('10 backup codes left.').waitFor();
  await inside.getByRole('button', { name: 'Turn off…' }).click();
  await entry.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await inside.getByText('Off', { exact: true }).waitFor();
  await openMailbox(mailbox).awaitMail(person.email, /two-step verification was turned off/i);
});

test('two-step verification: a mailed login link asks for a code too', async () => {
  const { app, mailbox } = await stack.file();
  const person = { email: `host-${randomUUID()}@example.com`, password: randomUUID() };
  const { secret } = await turnTwoFactorOn(await signUp(app, person));
  const visitor = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  await visitor.page.goto('/login');
  await visitor.page.getByLabel('Email', { exact: true }).fill(person.email);
  await visitor.page.getByRole('button', { name: 'Mail me a login link' }).click();
  const letter = await browser.openMail(visitor, await openMailbox(mailbox).awaitMail(person.email, /log in/i));
  const inside = await browser.follow(letter, /log in/i);
  await inside.getByRole('button', { name: 'Log in', exact: true }).click();
  await inside.getByLabel('Authentication code').fill(codeOf(secret, 1));
  await inside.getByRole('button', { name: 'Log in', exact: true }).click();
  await inside.getByRole('heading', { name: 'Bookings', exact: true }).waitFor();
  expect(new URL(inside.url()).pathname).toBe('/bookings');
});
