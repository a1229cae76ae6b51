import { expect, test } from 'vitest';
import type { Scene } from '#test/scenes/scene.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { until } from '#dev/clients/until.ts';
import { allow, expectClosed, openCard, openConsent, ZOOM } from './connect-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const BADGE = 'Reconnect needed';

/** The connection's account at the provider by its short name. */
const accountOf = ({ accountEmail }: Scene) => accountEmail.split('@')[0] ?? '';

test('uninstalled at Zoom: the badge with what happened; after Reconnect the missing links are made by themselves', async () => {
  const scene = await setScene();
  const { page } = await browser.openAs(scene.host);
  const card = await openCard(page, ZOOM);
  await scene.provider.uninstall(scene.accountEmail);
  await until('the notice', async () => (await scene.host.integration('zoom')).problem?.code === 'uninstalled');
  const { booking } = await scene.book();

  await page.reload();
  await card.getByText(BADGE, { exact: true }).waitFor();
  await card.getByText('Insytical was removed in Zoom.').waitFor();
  await card.getByText('1 upcoming booking is waiting for a link.').waitFor();
  await card.getByText(`It was connected as ${scene.accountEmail}.`).waitFor();
  await page.getByRole('link', { name: 'Integrations' }).getByLabel('1 to reconnect').waitFor();

  const consent = await openConsent(page, card, 'Reconnect');
  await allow(consent, accountOf(scene));
  await expectClosed(consent);
  await card.getByText(`Connected as ${scene.accountEmail}`, { exact: true }).waitFor();
  expect(await card.getByText(BADGE).count()).toBe(0);
  expect(await scene.link(booking)).toMatch(/^https:\/\//);
});

test('a token that died: bookings wait for their link, Reconnect brings it', async () => {
  const scene = await setScene();
  await scene.provider.endGrant(scene.accountEmail);
  await scene.provider.expire(scene.accountEmail);
  const { booking } = await scene.book();
  await until('the revoked token', async () => (await scene.host.integration('zoom')).status === 'reconnect_needed');
  const { page } = await browser.openAs(scene.host);
  const card = await openCard(page, ZOOM);
  await card.getByText(BADGE, { exact: true }).waitFor();
  await card.getByText('Zoom revoked our access').waitFor();
  const consent = await openConsent(page, card, 'Reconnect');
  await allow(consent, accountOf(scene));
  await card.getByText(`Connected as ${scene.accountEmail}`, { exact: true }).waitFor();
  expect(await scene.link(booking)).toMatch(/^https:\/\//);
});

test('disconnect says what will happen, keeps existing links, and lets the host make the missing ones later', async () => {
  const scene = await setScene();
  const before = await scene.book();
  const link = await scene.link(before.booking);
  const { page } = await browser.openAs(scene.host);
  const card = await openCard(page, ZOOM);
  const disconnect = card.getByRole('button', { name: 'Disconnect' });
  await disconnect.click();
  const dialog = page.getByRole('dialog', { name: 'Disconnect Zoom?' });
  await dialog.getByText('Existing bookings keep their links.').waitFor();
  await dialog.getByText('Future bookings get no Zoom link. Guests can still book.').waitFor();
  await dialog.getByRole('button', { name: 'Keep connected' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect((await scene.host.integration('zoom')).status).toBe('connected');

  await disconnect.click();
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await card.getByText('Disconnected', { exact: true }).waitFor();
  expect(await card.getByText(BADGE).count()).toBe(0);
  expect((await before.guest.read(before.booking.token)).conference.joinUrl).toBe(link);

  const { guest, booking } = await scene.book(3 * 86_400_000);
  await scene.mailbox.awaitMail(guest.email, /./);
  await page.reload();
  await card.getByText('1 upcoming booking has no link').waitFor();
  await card.getByText('Connect Zoom to create it.').waitFor();
  await allow(await openConsent(page, card), accountOf(scene));
  await card.getByRole('button', { name: 'Create links' }).click();
  await card.getByRole('status').getByText('Creating 1 link').waitFor();
  const made = await scene.link(booking);
  expect((await scene.mailbox.awaitMail(guest.email, /link/i)).text).toContain(made);
  // The card follows without a reload.
  await card.getByText('Creating 1 link').waitFor({ state: 'hidden' });
  expect(await card.getByText('has no link').count()).toBe(0);
});

test('a platform this server has no credentials for says which variables are missing, and cannot be connected', async () => {
  const { host } = await setScene({ connected: false });
  const { page } = await browser.openAs(host);
  await page.route('**/api/v1/integrations', async (route) => {
    const answer = await route.fetch();
    const { items } = (await answer.json()) as { items: Record<string, unknown>[] };
    const missing = { status: 'not_configured', missingVariables: ['ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'] };
    await route.fulfill({
      response: answer,
      json: {
        items: items.map((item) => (item['provider'] === 'zoom' ? { ...item, ...missing } : item)),
        nextCursor: null,
      },
    });
  });
  const card = await openCard(page, ZOOM);
  await card.getByText('Not set up on this server').waitFor();
  expect(await card.getByText(/^Set/).innerText()).toContain('Set ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET in');
  expect(await card.getByRole('button').count()).toBe(0);
});

test('the page leads to the privacy policy, to support, and to where access is removed at the provider', async () => {
  const scene = await setScene();
  const { page } = await browser.openAs(scene.host);
  const card = await openCard(page, ZOOM);
  const away = card.getByRole('link', { name: 'remove access at Zoom' });
  expect(await away.getAttribute('href')).toMatch(/^https:\/\/marketplace\.zoom\.us\//);
  expect(await card.getByRole('link', { name: 'Help with Zoom' }).getAttribute('href')).toBe('/help#zoom');
  const main = page.getByRole('main');
  expect(await main.getByRole('link', { name: 'privacy policy' }).getAttribute('href')).toBe('/privacy');
  expect(await main.getByRole('link', { name: 'Contact support' }).getAttribute('href')).toBe('/support');
});

test('the list cannot be read: the problem is shown, and Try again shows it', async () => {
  const scene = await setScene({ connected: false });
  const { page, watch } = await browser.openAs(scene.host);
  watch.expect(/503/);
  await page.route('**/api/v1/integrations', (route) => route.fulfill({ status: 503 }));
  await page.goto('/user/integrations');
  const problem = page.getByRole('main').getByRole('alert');
  await problem.waitFor();
  await page.unroute('**/api/v1/integrations');
  await problem.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'Zoom' }).waitFor();
  expect(await problem.count()).toBe(0);
});
