import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { newOpenHost } from './event-type-steps.ts';
import { chooseTime, fillIn } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

test('share: a link that fills the form in, a QR code, and times for a mail', async () => {
  const { host, page } = await newOpenHost(browser);
  const questions = [{ id: 'topic', label: 'What about?', kind: 'text', required: true }];
  const location = { kind: 'phone', value: '+49 30 123456' };
  const { publicUrl, slug } = await host.offer('phone', { title: 'Call', questions, location });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async (button: string) => {
    await dialog.getByRole('button', { name: button }).click();
    await dialog.getByRole('button', { name: 'Copied' }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.goto('/scheduler/event-types');
  await page.getByRole('link', { name: 'Share Call' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share “Call”' });
  await dialog.getByText(publicUrl, { exact: true }).waitFor();
  await dialog.getByLabel('What about? topic').fill('Prices & plans');
  const link = await copied('Copy link');
  expect(link).toBe(`${publicUrl}?topic=Prices+%26+plans`);

  await dialog.getByRole('tab', { name: 'QR code' }).click();
  await dialog.getByRole('img', { name: 'QR code of Call' }).waitFor();
  const saved = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: button }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const [svg, png] = [await saved('Download SVG'), await saved('Download PNG')];
  expect([svg.name, png.name]).toEqual([`${slug}.svg`, `${slug}.png`]);
  expect(svg.bytes.toString()).toMatch(/^<svg .*<\/svg>$/s);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');

  await dialog.getByRole('tab', { name: 'Times for a mail' }).click();
  const text = await copied('Copy text');
  const [first = ''] = /http\S+slot=\S+/.exec(text) ?? [];
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  const guest = await browser.newVisitor();
  await guest.page.goto(`${first}&${new URL(link).searchParams}`);
  expect(await guest.page.getByLabel('What about?').inputValue()).toBe('Prices & plans');
});

test('share: a one-time link books an event type that is off, once, and is deleted', async () => {
  const { host, page } = await newOpenHost(browser);
  const location = { kind: 'phone', value: '+49 30 123456' };
  const { slug } = await host.offer('phone', { title: 'Call', location, visibility: 'off' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/scheduler/event-types');
  await page.getByRole('link', { name: 'Share Call' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share “Call”' });
  await dialog.getByRole('tab', { name: 'One-time links' }).click();
  await dialog.getByLabel('Name (optional)').fill('For Ann');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await dialog.getByRole('button', { name: 'Copy link of For Ann' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());

  const { page: guestPage, watch } = await browser.newVisitor();
  watch.expect(/404/);
  watch.expect(/410/);
  await guestPage.goto(`/${host.handle}/${slug}`);
  await guestPage.getByRole('heading', { name: 'Page not found' }).waitFor();
  await chooseTime(guestPage, { handle: host.handle, slug: address.slice(address.lastIndexOf('/') + 1) }, '10:00');
  await fillIn(guestPage, { name: 'Ann', email: `${randomUUID()}@example.org` });
  await guestPage.getByRole('button', { name: 'Confirm booking' }).click();
  await guestPage.getByText('You’re booked').waitFor();
  await guestPage.goto(address);
  await guestPage.getByRole('heading', { name: 'This link was already used' }).waitFor();

  await page.reload();
  await page.getByRole('tab', { name: 'One-time links' }).click();
  await dialog.getByText('Booked', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Delete the link “For Ann”' }).click();
  await dialog.getByText('For Ann').waitFor({ state: 'detached' });
  expect(await dialog.getByRole('button', { name: 'Copy link of For Ann' }).count()).toBe(0);
});
