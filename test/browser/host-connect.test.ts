import { expect, test } from 'vitest';
import type { HostClient } from '#dev/clients/host.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import {
  allow,
  blockPopups,
  expectClosed,
  freshAccount,
  isMarked,
  mark,
  openCard,
  openConsent,
  PLATFORMS,
  ZOOM,
} from './connect-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

test.for(PLATFORMS)('$name by popup: it closes by itself, the card turns without a reload', async (platform) => {
  const { host, page } = await browser.newHost();
  const card = await openCard(page, platform);
  await card.getByText('Not connected').waitFor();
  await card.getByText('With your permission, Insytical will:').waitFor();
  expect(await card.getByRole('listitem').count()).toBeGreaterThan(0);
  await mark(page);

  const consent = await openConsent(page, card);
  // The provider's page has cut its tie to us (Cross-Origin-Opener-Policy), as the real ones do.
  expect(await consent.evaluate(() => window.opener === null)).toBe(true);
  const account = freshAccount();
  await allow(consent, account);
  await expectClosed(consent);

  const { accountEmail } = await connectedAs(host, platform.id);
  expect(accountEmail).toContain(account);
  await card.getByText(`Connected as ${accountEmail}`, { exact: true }).waitFor();
  expect(await isMarked(page)).toBe(true);
  expect(await card.getByRole('button', { name: 'Connect', exact: true }).count()).toBe(0);
  await card.getByRole('button', { name: 'Disconnect' }).waitFor();
});

test.for(PLATFORMS)('$name in this window, and back by itself', async (platform) => {
  const { host, page } = await browser.newHost();
  await blockPopups(page);
  const card = await openCard(page, platform);
  await card.getByRole('button', { name: 'Connect', exact: true }).click();
  await card.getByRole('button', { name: 'continue in this window' }).click();
  await page.getByRole('button', { name: 'Allow' }).waitFor();
  await allow(page, freshAccount());
  await page.waitForURL(/\/user\/integrations/);
  await page.getByText(`${platform.name} connected.`).waitFor();
  const { accountEmail } = await connectedAs(host, platform.id);
  await card.getByText(`Connected as ${accountEmail}`, { exact: true }).waitFor();
  // A reload does not say it again.
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('a blocked popup: first the words, at the second click on by itself in this window', async () => {
  const { page } = await browser.newHost();
  await blockPopups(page);
  const card = await openCard(page, ZOOM);
  const connect = card.getByRole('button', { name: 'Connect', exact: true });
  await connect.click();
  const { host } = new URL(page.url());
  await card.getByText(`Allow popups for ${host}, then click Connect again`).waitFor();
  expect(new URL(page.url()).pathname).toBe('/user/integrations');
  await connect.click();
  await page.getByRole('button', { name: 'Allow' }).waitFor();
  await allow(page, freshAccount());
  await page.getByText('Zoom connected.').waitFor();
  await card.getByText(/^Connected as robin-/).waitFor();
});

test('deny at the provider: the card says so, and Connect works again', async () => {
  const { page } = await browser.newHost();
  const card = await openCard(page, ZOOM);
  const consent = await openConsent(page, card);
  await consent.getByRole('button', { name: 'Deny' }).click();
  await expectClosed(consent);
  await card.getByRole('alert').getByText('You didn’t grant access in Zoom.').waitFor();
  const again = await openConsent(page, card);
  await allow(again, freshAccount());
  await card.getByText(/^Connected as robin-/).waitFor();
  expect(await card.getByRole('alert').count()).toBe(0);
});

test('Google’s calendar left unticked: the card says to leave it ticked', async () => {
  const { host, page } = await browser.newHost();
  const card = await openCard(page, { id: 'meet', name: 'Google Meet' });
  const consent = await openConsent(page, card);
  for (const box of await consent.getByRole('checkbox').all()) await box.uncheck();
  await allow(consent, freshAccount());
  await expectClosed(consent);
  await card.getByRole('alert').getByText('keep them all selected').waitFor();
  expect((await host.integration('meet')).status).toBe('not_connected');
});

test('Microsoft wants an administrator first: the card says so', async () => {
  const { simulators } = await stack.file();
  const account = freshAccount();
  await openSimulator(simulators, 'teams').describe(account, { adminConsent: 'consent_required' });
  const { host, page } = await browser.newHost();
  const card = await openCard(page, { id: 'teams', name: 'Microsoft Teams' });
  const consent = await openConsent(page, card);
  await allow(consent, account);
  await expectClosed(consent);
  await card.getByRole('alert').getByText('wants an administrator of your organisation to approve').waitFor();
  expect((await host.integration('teams')).status).toBe('not_connected');
});

test('a window that was closed: Cancel ends the wait, Connect opens another', async () => {
  const { host, page } = await browser.newHost();
  const card = await openCard(page, ZOOM);
  await (await openConsent(page, card)).close();
  await card.getByRole('status').getByText('Finish in the other window.').waitFor();
  await card.getByRole('button', { name: 'Cancel' }).click();
  const consent = await openConsent(page, card);
  await allow(consent, freshAccount());
  await card.getByText(/^Connected as robin-/).waitFor();
  expect((await host.integration('zoom')).status).toBe('connected');
});

test('our own server fails: the problem is shown, and Try again continues', async () => {
  const { host, page, watch } = await browser.newHost();
  watch.expect(/503/);
  let fails = 1;
  await page.route('**/connect', (route) =>
    fails-- > 0
      ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: UNAVAILABLE })
      : route.continue(),
  );
  const card = await openCard(page, ZOOM);
  const opening = page.waitForEvent('popup');
  await card.getByRole('button', { name: 'Connect', exact: true }).click();
  await expectClosed(await opening);
  await card.getByRole('alert').waitFor();
  const consent = await openConsent(page, card, 'Try again');
  await allow(consent, freshAccount());
  await card.getByText(/^Connected as robin-/).waitFor();
  expect((await host.integration('zoom')).status).toBe('connected');
});

const UNAVAILABLE = JSON.stringify({ type: 'about:blank', title: 'Unavailable', status: 503, code: 'unavailable' });

async function connectedAs(host: HostClient, provider: string) {
  return until('the connection', async () => {
    const integration = await host.integration(provider);
    return integration.status === 'connected' && integration;
  });
}
