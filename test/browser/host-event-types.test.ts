import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { EventType } from '#api/event-types/schema.ts';
import type { HostClient } from '#dev/clients/host.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { allow, blockPopups, freshAccount, PLATFORMS } from './connect-steps.ts';
import { chooseTime, dayAhead, fillIn, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

/** A host whom guests can book at any hour. */
async function newHost() {
  const visitor = await browser.newHost();
  await visitor.host.alwaysOpen();
  return visitor;
}

test.for(PLATFORMS)('create, publish and book an event type on $name', async (platform) => {
  const { host, page } = await newHost();
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

test('share: a link that fills the form in, a QR code, and times for a mail', async () => {
  const { host, page } = await newHost();
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
  const { host, page } = await newHost();
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

test('copy link, duplicate, archive and restore, delete', async () => {
  const { host, page } = await newHost();
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

test('a refused form keeps what was typed, and its fields say why', async () => {
  const { host, page, watch } = await newHost();
  await host.offer('phone', { slug: 'taken', location: { kind: 'phone', value: '+49 30 123456' } });
  watch.expect(/422/);
  await page.goto('/scheduler/event-types/new');
  await page.getByRole('button', { name: 'Create event type' }).click();
  const title = page.getByLabel('Title');
  await expect.poll(() => title.getAttribute('aria-invalid')).toBe('true');
  expect(await title.evaluate((field) => document.activeElement === field)).toBe(true);
  await title.fill('Another call');
  await page.getByLabel('Event link').fill('taken');
  await page.getByRole('button', { name: 'Create event type' }).click();
  await expect.poll(() => page.getByLabel('Event link').getAttribute('aria-invalid')).toBe('true');
  expect(await title.inputValue()).toBe('Another call');
});

test('connecting in this window in the middle of a form comes back to what was typed', async () => {
  const { host, page } = await newHost();
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

test('a phone call: the guest gives a number, or dials the host’s', async () => {
  const { host, page, watch } = await newHost();
  // The server is asked with a number that is none.
  watch.expect(/422/);
  await page.goto('/scheduler/event-types/new');
  await page.getByLabel('Title').fill('Call me');
  await choose(page, 'Location', 'Phone: the guest calls me');
  await page.getByRole('button', { name: 'Create event type' }).click();
  await page.getByText('Enter a phone number such as +49 30 123456.').waitFor();
  await page.getByLabel('Your phone number').fill('+49 (0)30 1234567');
  await page.getByRole('button', { name: 'Create event type' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Call me', exact: true }).click();
  expect(await page.getByLabel('Your phone number').inputValue()).toBe('+49 30 1234567');
  await choose(page, 'Location', 'Phone: I call the guest');
  await page.getByText('The booking form asks guests for their phone number.').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await eventTypesOf(host)).toMatchObject([{ location: { kind: 'phone' } }]);

  const name = `Sam ${randomUUID().slice(0, 8)}`;
  const { page: guestPage } = await browser.newVisitor();
  await chooseTime(guestPage, { handle: host.handle, slug: 'call-me' }, '10:00');
  await fillIn(guestPage, { name, email: `${randomUUID()}@example.org` });
  await guestPage.getByRole('button', { name: 'Confirm booking' }).click();
  await guestPage.getByText('Please enter your phone number.').waitFor();
  await guestPage.getByLabel('Phone number').fill('+49 (0)30 765–4321');
  await guestPage.getByRole('button', { name: 'Confirm booking' }).click();
  await guestPage.getByText('will call you at +49 30 7654321').waitFor();

  await page.goto('/bookings');
  await page.getByRole('link', { name, exact: true }).click();
  const number = page.getByRole('link', { name: '+49 30 7654321' });
  expect(await number.getAttribute('href')).toBe('tel:+49307654321');
});

test('guests choose among the durations that a host offers', async () => {
  const { host, page } = await newHost();
  const { id, slug } = await host.offer('phone', { title: 'Call' });
  await page.goto(`/scheduler/event-types/${id}`);
  const further = page.getByRole('group', { name: 'Guests can also choose' });
  await further.getByText('60 min', { exact: true }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await host.json('GET', `/api/v1/event-types/${id}`)).toMatchObject({ furtherDurations: [60] });

  const { page: guestPage } = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  await guestPage.goto(`/${host.handle}/${slug}?date=${dayAhead()}`);
  const choice = guestPage.getByRole('navigation', { name: 'Duration' });
  expect(await choice.locator('[aria-current]').textContent()).toBe('30 min');
  await choice.getByRole('link', { name: '1 h' }).click();
  await guestPage.waitForURL(/duration=60/);
  await guestPage.getByRole('link', { name: '10:00', exact: true }).click();
  await guestPage.getByRole('heading', { name: 'Your details' }).waitFor();
  await guestPage.getByText('10:00 – 11:00').first().waitFor();
  await fillIn(guestPage, { name: 'Sam', email: `${randomUUID()}@example.org` });
  await guestPage.getByRole('button', { name: 'Confirm booking' }).click();
  await guestPage.getByText('You’re booked').waitFor();
  const { items } = await host.json<{ items: { durationMinutes: number }[] }>('GET', '/api/v1/bookings');
  expect(items).toMatchObject([{ durationMinutes: 60 }]);
});

test('a new event type of an hour starts every half hour, unless its host says otherwise', async () => {
  const { page } = await newHost();
  await page.goto('/scheduler/event-types/new');
  const interval = page.getByRole('switch', { name: 'Custom start-time interval' });
  const choose = (duration: string) => page.getByText(duration, { exact: true }).first().click();
  await choose('60 min');
  await expect.poll(() => interval.isChecked()).toBe(true);
  expect(await page.getByRole('textbox', { name: 'Start times every' }).inputValue()).toBe('30');
  await choose('45 min');
  await expect.poll(() => interval.isChecked()).toBe(false);
});

test('unsaved changes are not lost by a wrong click; questions and limits arrive at the server', async () => {
  const { host, page } = await newHost();
  const { id } = await host.offer('phone', { title: 'Call', location: { kind: 'phone', value: '+49 30 123456' } });
  await page.goto(`/scheduler/event-types/${id}`);
  await page.getByRole('button', { name: 'Add question' }).click();
  const question = page.getByRole('group', { name: 'Question 1' });
  await question.getByLabel('Question', { exact: true }).fill('What is it about?');
  await question.getByLabel('Answer', { exact: true }).selectOption('Choice');
  await question.getByLabel('Options, one per line').fill('Sales\nSupport\n');
  await page.getByRole('switch', { name: 'Custom start-time interval' }).setChecked(true);
  const interval = page.getByRole('textbox', { name: 'Start times every' });
  await interval.fill('3');
  await interval.blur();
  await expect.poll(() => interval.inputValue()).toBe('5');
  await interval.clear();
  await interval.pressSequentially('20');
  await page.getByRole('switch', { name: 'Limit bookings per day' }).setChecked(true);
  await page.getByRole('link', { name: 'All event types' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await host.json('GET', `/api/v1/event-types/${id}`)).toMatchObject({
    maxPerDay: 4,
    slotIntervalMinutes: 20,
    questions: [{ label: 'What is it about?', kind: 'choice', options: ['Sales', 'Support'], required: false }],
  });
  await page.getByRole('link', { name: 'All event types' }).click();
  await page.waitForURL(/event-types$/);
});

test('a number can be emptied and typed again; left empty, it keeps its value', async () => {
  const { host, page } = await newHost();
  const { id } = await host.offer('phone', { title: 'Call', location: { kind: 'phone', value: '+49 30 123456' } });
  await page.goto(`/scheduler/event-types/${id}`);
  const duration = page.getByRole('textbox', { name: 'Duration in minutes' });
  await duration.click();
  for (const _digit of '30') await page.keyboard.press('Backspace');
  expect(await duration.inputValue()).toBe('');
  await page.keyboard.press('Tab');
  expect(await duration.inputValue()).toBe('30 min');
  await duration.click();
  for (const _digit of '30') await page.keyboard.press('Backspace');
  await page.keyboard.type('45');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await host.json('GET', `/api/v1/event-types/${id}`)).toMatchObject({ durationMinutes: 45 });
});

const eventTypesOf = async (host: HostClient) =>
  (await host.json<{ items: EventType[] }>('GET', '/api/v1/event-types')).items;

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page
    .getByRole('textbox', { name: field })
    .or(page.getByRole('combobox', { name: field }))
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function menu(page: Page, title: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${title}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
