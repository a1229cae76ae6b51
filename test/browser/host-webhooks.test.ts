import { expect, test } from 'vitest';
import { openReceiverClient } from '#dev/clients/receivers.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

test('a host makes a webhook, sees what was delivered, sends it again, pauses it, replaces its secret and deletes it', async () => {
  const receivers = openReceiverClient((await stack.file()).simulators);
  const { host, page, watch } = await browser.newHost();
  watch.expect(/status of 422/);
  const url = await receivers.behave(host.handle, { status: 503, answer: 'closed for lunch' });
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await page.goto('/user/integrations');
  await page.getByText('You have no webhooks.').waitFor();
  await button('Add webhook').click();
  await page.getByLabel('Address').fill('http://192.168.0.1/');
  await page.getByLabel('A meeting gets its link').check();
  await button('Create webhook').click();
  await page.getByText('The address must begin with https://.').waitFor();
  await page.getByLabel('Address').fill(url);
  expect(await inspectPage(page)).toEqual([]);
  await button('Create webhook').click();
  await page.getByText(/^whsec_/).waitFor();
  expect(await inspectPage(page)).toEqual([]);
  await button('I have copied it').click();
  expect(await page.getByText(/^whsec_/).count()).toBe(0);
  await page.getByText('4 events').waitFor();

  await button(/^Send test event/).click();
  await page.getByText('Attempt 1 failed', { exact: false }).waitFor();
  await page.getByText('Request and answer').click();
  await page.getByText('closed for lunch', { exact: false }).waitFor();
  expect(await inspectPage(page)).toEqual([]);
  await receivers.behave(host.handle);
  await button(/^Send again/).click();
  await page.getByText('Delivered', { exact: true }).waitFor();
  const received = await receivers.received(host.handle);
  expect(received.map(({ type, status }) => `${type} ${status}`)).toEqual(['webhook.test 503', 'webhook.test 200']);
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1);

  await button(/^Pause the webhook/).click();
  await page.getByText('Paused. What happens now', { exact: false }).waitFor();
  await button(/^Resume the webhook/).click();
  await button(/^Pause the webhook/).waitFor();
  await button(/^Edit the webhook/).click();
  await page.getByLabel('A meeting gets its link').uncheck();
  await button('Save webhook').click();
  await page.getByText('3 events').waitFor();
  await button(/^Replace secret of/).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Replace secret' }).click();
  await page.getByText('The secret was replaced').waitFor();
  await button('I have copied it').click();
  await button(/^Delete the webhook/).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete webhook' }).click();
  await page.getByText('You have no webhooks.').waitFor();
});
