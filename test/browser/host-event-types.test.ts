import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { allow, blockPopups, freshAccount, PLATFORMS } from './connect-steps.ts';
import { choose, eventTypesOf, newOpenHost } from './event-type-steps.ts';
import { chooseTime, fillIn, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

test.for(PLATFORMS)('create, publish and book an event type on $name', async (platform) => {
  const { host, page } = await newOpenHost(browser);
  await host.connect(platform.id, freshAccount());
  await page.goto('/scheduler/event-types');
  await page.getByRole('link', { name: 'New event type' }).first().click();
  await page.getByLabel('Title').fill('First call');
  await choose(page, 'Location', platform.name);
  await page.getByText(/^Connected as robin-/).waitFor();
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await preview.getByText('First call').waitFor();
  await preview.getByText(platform.name, { exact: true }).waitFor();
  await page.getByRole('radio', { name: 'Off' }).check();
  await page.getByRole('button', { name: 'Create event type' }).click();
  const card = page.getByRole('article', { name: 'First call' });
  const visibility = card.getByLabel('Visibility of First call');
  expect(await visibility.inputValue()).toBe('off');

  const [created] = await eventTypesOf(host);
  expect(created).toMatchObject({ visibility: 'off', location: { kind: platform.id }, slug: 'first-call' });
  await visibility.selectOption('Unlisted');
  await until('it to be unlisted', async () => (await eventTypesOf(host))[0]?.visibility === 'unlisted');

  const name = `Sam ${randomUUID().slice(0, 8)}`;
  const { page: guestPage } = await browser.newVisitor();
  await chooseTime(guestPage, { handle: host.handle, slug: 'first-call' }, '10:00');
  await fillIn(guestPage, { name, email: `${randomUUID()}@example.org` });
  await guestPage.getByRole('button', { name: 'Confirm booking' }).click();
  const join = guestPage.getByRole('link', { name: 'Join the meeting' });
  await join.waitFor();
  const { simulators } = await stack.file();
  const meetings = await openSimulator(simulators, platform.id).meetings();
  const meeting = meetings.find(({ title }) => title.includes(name));
  expect(meeting?.joinUrl).toBe(await join.getAttribute('href'));
  expect(tokenOf(guestPage)).not.toBe('');

  await page.goto('/bookings');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: meeting?.joinUrl ?? '', exact: true }).waitFor();
});

test('copy link, duplicate, archive and restore, delete', async () => {
  const { host, page } = await newOpenHost(browser);
  const offered = await host.offer('phone', {
    title: 'Phone call',
    location: { kind: 'phone', value: '+49 30 123456' },
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/scheduler/event-types');
  const card = page.getByRole('article', { name: 'Phone call', exact: true });
  await card.getByRole('button', { name: 'Copy link of Phone call' }).click();
  await card.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(offered.publicUrl);

  await menu(page, 'Phone call', 'Duplicate');
  await page.waitForURL(/event-types\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'All event types' }).click();
  expect(await page.getByRole('article').count()).toBe(2);

  await menu(page, 'Phone call', 'Archive');
  await page.getByText('“Phone call” archived.').waitFor();
  await page.getByRole('heading', { name: 'Archived' }).waitFor();
  await page.getByRole('button', { name: 'Restore Phone call' }).click();
  await page.getByRole('heading', { name: 'Archived' }).waitFor({ state: 'hidden' });

  await menu(page, 'Phone call', 'Delete…');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('“Phone call” deleted.').waitFor();
  await card.waitFor({ state: 'hidden' });
  expect(await eventTypesOf(host)).toHaveLength(1);
});

test('connecting in this window in the middle of a form comes back to what was typed', async () => {
  const { host, page } = await newOpenHost(browser);
  await blockPopups(page);
  await page.goto('/scheduler/event-types/new');
  await page.getByLabel('Title').fill('Half written');
  await choose(page, 'Location', 'Google Meet');
  await page.getByText('Guests can book, but get no Google Meet link until you connect.').waitFor();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'continue in this window' }).click();
  await allow(page, freshAccount());
  await page.waitForURL(/event-types\/new$/);
  expect(await page.getByLabel('Title').inputValue()).toBe('Half written');
  await page.getByText(/^Connected as robin-/).waitFor();
  await page.getByRole('button', { name: 'Create event type' }).click();
  await page.getByRole('article', { name: 'Half written' }).waitFor();
  expect(await eventTypesOf(host)).toMatchObject([{ title: 'Half written', location: { kind: 'meet' } }]);
});

async function menu(page: Page, title: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${title}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
