import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EventType } from '#api/event-types/schema.ts';
import { logIn, signUp } from '#dev/clients/host.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

/** A host with one event type, on its page. */
async function atEventType() {
  const { app } = await stack.file();
  const person = { email: `host-${randomUUID()}@example.com`, password: randomUUID() };
  const host = await signUp(app, person);
  const { id } = await host.offer('phone', { title: 'Call', location: { kind: 'phone', value: '+49 30 123456' } });
  const visitor = await browser.openAs(host);
  await visitor.page.goto(`/scheduler/event-types/${id}`);
  await visitor.page.getByLabel('Title', { exact: true }).waitFor();
  const saved = () => host.json<EventType>('GET', `/api/v1/event-types/${id}`);
  return { app, host, person, id, saved, ...visitor };
}

test('the visibility chosen in the list is not changed back by the form', async () => {
  const { page, saved } = await atEventType();
  await page.getByRole('link', { name: 'All event types' }).click();
  await page.getByLabel('Visibility of Call').selectOption('Off');
  await page.getByRole('link', { name: 'Call', exact: true }).click();
  const isOff = page.getByRole('radio', { name: 'Off' });
  await expect.poll(() => isOff.isChecked()).toBe(true);
  await page.getByLabel('Title', { exact: true }).fill('Longer call');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await saved()).toMatchObject({ title: 'Longer call', visibility: 'off' });
});

test('two tabs: each saves what was changed in it, and nothing else', async () => {
  const { host, id, page, saved } = await atEventType();
  await page.getByLabel('Title', { exact: true }).fill('Renamed here');
  await host.json('PATCH', `/api/v1/event-types/${id}`, { description: 'Written in the other tab', slug: 'other' });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await saved()).toMatchObject({ title: 'Renamed here', description: 'Written in the other tab' });
  expect(await page.getByLabel('Event link').inputValue()).toBe('other');
});

test('the session ends in the middle of a form: the login comes to it, and nothing typed is lost', async () => {
  const { app, host, id, person, page, watch } = await atEventType();
  watch.expect(/401/);
  await page.getByLabel('Title', { exact: true }).fill('Typed for an hour');
  await host.json('POST', '/api/auth/sign-out', {});
  await page.getByRole('button', { name: 'Save changes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Log in again' });
  expect(await dialog.getByLabel('Email').inputValue()).toBe(person.email);
  await dialog.getByLabel('Password', { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Typed for an hour');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  const again = await logIn(app, person);
  expect(await again.json('GET', `/api/v1/event-types/${id}`)).toMatchObject({ title: 'Typed for an hour' });
});

test('offline is said at once, and the form saves once there is a network again', async () => {
  const { page, watch, saved } = await atEventType();
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  await page.getByLabel('Title', { exact: true }).fill('From the train');
  await page.context().setOffline(true);
  await page.getByRole('status').getByText('You’re offline.').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
  await page.context().setOffline(false);
  await page.getByText('You’re offline.').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect((await saved()).title).toBe('From the train');
});

test('an address that is being changed says what becomes of shared links', async () => {
  const { host, page } = await atEventType();
  await page.getByLabel('Event link').fill('another');
  await page.getByRole('status').getByText(`/${host.handle}/phone-`).waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await page.getByText('stop working once you save').count()).toBe(0);
  await page.goto('/user/account');
  await page.getByLabel('Handle').fill(`robin-${randomUUID().slice(0, 8)}`);
  await page.getByRole('status').getByText(`/${host.handle} redirect there for 90 days, then stop working.`).waitFor();
});
