import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { logIn, signUp } from '#dev/clients/host.ts';
import { rowsOf } from '#dev/clients/rows.ts';
import { until } from '#dev/clients/until.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

const newPerson = () => ({ email: `host-${randomUUID()}@example.com`, password: randomUUID() });

test('account: handle, zone and what happens at the platforms; a taken handle is refused at its field', async () => {
  const { app, demo } = await stack.file();
  const host = await signUp(app);
  const { page, watch } = await browser.openAs(host);
  watch.expect(/4(09|22)/);
  await page.goto('/user/account');
  const handle = page.getByLabel('Handle');
  await handle.fill(demo.handle);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => handle.getAttribute('aria-invalid')).toBe('true');
  const mine = `robin-${randomUUID().slice(0, 8)}`;
  await handle.fill(mine);
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).first().click();
  await page.getByRole('radio', { name: 'Keep the booking and only tell me' }).check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Choose what happens to your hours.').waitFor();
  await page.getByRole('radio', { name: /^Move them to Tokyo time/ }).check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Saved.').waitFor();
  const { items } = await host.json<{ items: { timeZone: string }[] }>('GET', '/api/v1/schedules');
  expect(items.map(({ timeZone }) => timeZone)).toEqual(['Asia/Tokyo']);
  expect(await host.json('GET', '/api/v1/me')).toMatchObject({
    handle: mine,
    timeZone: 'Asia/Tokyo',
    onProviderDelete: 'tell',
    onProviderMove: 'reschedule',
  });
});

test('account: export is a file with all of it; delete asks for the address, tells the guests, and ends it', async () => {
  const scene = await setScene();
  const { guest, booking } = await scene.book();
  await scene.link(booking);
  const { page } = await browser.openAs(scene.host);
  await page.goto('/user/account');
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export my data' }).click();
  const file = await (await arriving).createReadStream();
  expect((await file.toArray()).join('')).toContain(guest.email);

  await page.getByRole('button', { name: 'Delete account…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  const yes = dialog.getByRole('button', { name: 'Delete my account' });
  expect(await yes.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill(scene.host.email);
  await yes.click();
  await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor();
  await scene.mailbox.awaitMail(guest.email, /cancelled/i);
  await until('the meeting to go', async () => (await scene.meetingsOf(guest)).length === 0);
  expect((await scene.host.request('GET', '/api/v1/me')).status).toBe(401);
});

test('account: sessions are listed, and ended one by one or all others at once', async () => {
  const { app } = await stack.file();
  const person = newPerson();
  const host = await signUp(app, person);
  const [second, third] = [await logIn(app, person), await logIn(app, person)];
  const { page } = await browser.openAs(host);
  await page.goto('/user/account');
  const section = page.getByRole('region', { name: 'Where you are logged in' });
  await section.getByText('This device').waitFor();
  const others = section.getByRole('button', { name: /^Log out Unknown device/ });
  expect(await others.count()).toBe(2);
  await others.first().click();
  await expect.poll(() => others.count()).toBe(1);
  await section.getByRole('button', { name: 'Log out everywhere else' }).click();
  await expect.poll(() => others.count()).toBe(0);
  const statuses = await Promise.all([host, second, third].map((one) => one.request('GET', '/api/v1/me')));
  expect(statuses.map(({ status }) => status)).toEqual([200, 401, 401]);
});

test('account: long after the login, export and deletion ask for the password', async () => {
  const { app, database } = await stack.file();
  const person = newPerson();
  const { page, watch } = await browser.openAs(await signUp(app, person));
  watch.expect(/4(03|22)/);
  await rowsOf(
    database,
    `update sessions set created_at = now() - interval '1 hour' where user_id = (select id from users where email = $1)`,
    [person.email],
  );
  await page.goto('/user/account');
  await page.getByRole('button', { name: 'Export my data' }).click();
  const password = page.getByLabel('Your password', { exact: true });
  await password.fill('not this one');
  await page.getByRole('button', { name: 'Export my data' }).click();
  await expect.poll(() => password.getAttribute('aria-invalid')).toBe('true');
  const arriving = page.waitForEvent('download');
  await password.fill(person.password);
  await page.getByRole('button', { name: 'Export my data' }).click();
  await arriving;
  await password.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Delete account…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByRole('textbox', { name: /^Type/ }).fill(person.email);
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  await dialog.getByLabel('Your password', { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor();
});

test('account: an API key is shown once, works, and ends when it is deleted', async () => {
  const { app } = await stack.file();
  const { page } = await browser.openAs(await signUp(app));
  await page.goto('/user/account');
  const keys = page.getByRole('region', { name: 'API keys' });
  await keys.getByText('You have no API keys.').waitFor();
  await keys.getByRole('button', { name: 'Create API key' }).click();
  await keys.getByLabel('Name').fill('Our website');
  await keys.getByRole('button', { name: 'Create key' }).click();
  await keys.getByText('“Our website” was created').waitFor();
  const key = (await keys.getByText(/^insytical_\S{43}$/).textContent()) ?? '';
  const statusOf = async () =>
    (await fetch(`${app}/api/v1/bookings`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await statusOf()).toBe(200);
  await page.reload();
  await keys.getByText('Our website').waitFor();
  await keys.getByText(/Last used /).waitFor();
  expect(await keys.getByText(key).count()).toBe(0);
  await keys.getByRole('button', { name: 'Delete the API key “Our website”' }).click();
  await page.getByRole('button', { name: 'Delete key' }).click();
  await keys.getByText('You have no API keys.').waitFor();
  expect(await statusOf()).toBe(401);
});
