import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { contrast } from '#domain/accent.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { chooseTime, dayAhead, fillIn } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

const PHONE = { width: 390, height: 844 };

/** The colour of a time's text and of the card below it, as `#rrggbb`. */
async function coloursOf(page: Page): Promise<[string, string]> {
  const time = page.getByRole('link', { name: '10:00', exact: true });
  const [front, back] = await time.evaluate((link) => {
    const { color } = getComputedStyle(link);
    return [color, getComputedStyle(link.closest('.card') ?? link).backgroundColor];
  });
  return [hex(front), hex(back)];
}

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

const hex = (rgb: string) =>
  `#${[...rgb.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}`;

test('a host says something of themselves and chooses a colour, which guests see by day and by night', async () => {
  const { host, page } = await browser.newHost();
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', { title: 'Call' });
  await page.setViewportSize(PHONE);
  await page.goto('/user/account');
  await page.getByLabel('About you').fill('Gardens and terraces');
  await page.getByLabel('Welcome text').fill('Hello!\nBring a sketch.');
  await page.getByLabel('Accent color').fill('#ffe100');
  await page.getByRole('button', { name: 'Save booking page' }).click();
  await page.getByText('Saved.').waitFor();
  await page.reload();
  expect(await page.getByLabel('Accent color').inputValue()).toBe('#ffe100');

  for (const [viewport, colorScheme] of [
    [PHONE, 'light'],
    [{ width: 1280, height: 800 }, 'dark'],
  ] as const) {
    const { page: guest } = await browser.newVisitor({ viewport, colorScheme });
    await guest.goto(`/${host.handle}`);
    await guest.getByText('Gardens and terraces').waitFor();
    await guest.getByText('Bring a sketch.').waitFor();
    await guest.goto(`/${host.handle}/${slug}?date=${dayAhead()}`);
    await guest.getByText('Gardens and terraces').waitFor();
    const [text, card] = await coloursOf(guest);
    expect(contrast(text, card)).toBeGreaterThanOrEqual(4.5);
    // Yellow, not our green: hardly any blue in it.
    expect(Number.parseInt(text.slice(5), 16)).toBeLessThan(colorScheme === 'light' ? 16 : 100);
  }

  await page.getByRole('button', { name: 'Use the standard color' }).click();
  await page.getByRole('button', { name: 'Save booking page' }).click();
  await expect.poll(() => host.json('GET', '/api/v1/me')).toMatchObject({ accentColour: null });
});

test('a photo is chosen, shown to guests beside the name, and taken away', async () => {
  const { host, page, watch } = await browser.newHost();
  const { slug } = await host.offer('phone', { title: 'Call' });
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a03050' } })
    .jpeg()
    .toBuffer();
  await page.goto('/user/account');
  const input = page.locator('input[type=file]');
  watch.expect(/422/);
  await input.setInputFiles(file('me.png', 'image/png', Buffer.from('no picture')));
  await page.getByText('Choose a JPEG, PNG or WebP picture of an ordinary size.').waitFor();
  await input.setInputFiles(file('me.jpg', 'image/jpeg', Buffer.alloc(5_000_001)));
  await page.getByText('This picture is larger than 5 MB.').waitFor();
  await input.setInputFiles(file('me.jpg', 'image/jpeg', picture));
  await page.getByRole('img', { name: 'Your photo' }).waitFor();

  const { page: guest } = await browser.newVisitor({ viewport: PHONE });
  for (const path of [`/${host.handle}`, `/${host.handle}/${slug}`]) {
    await guest.goto(path);
    const photo = guest.locator('img.avatar');
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
  }
  await page.getByRole('button', { name: 'Remove picture' }).click();
  await page.getByRole('button', { name: 'Choose picture' }).waitFor();
  await guest.reload();
  await guest.getByRole('heading', { level: 1 }).waitFor();
  expect(await guest.locator('img.avatar').count()).toBe(0);
});

test('a contact address is proven by its mail, and shown on the page; guests’ mails do not hold the login’s', async () => {
  const { host, page } = await browser.newHost();
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', { title: 'Call' });
  const mailbox = openMailbox((await stack.file()).mailbox);
  const contact = `hello-${randomUUID()}@example.com`;
  await page.goto('/user/account');
  await page.getByText('Your page shows no address.').waitFor();
  await page.getByLabel('Address for your guests').fill(contact);
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByText(`We sent a link to ${contact}.`).waitFor();
  const { text } = await mailbox.awaitMail(contact, /Show this address/);
  await page.goto(/\/user\/account\?contact=\S+/.exec(text)?.[0] ?? '');
  await page.getByRole('button', { name: 'Show the confirmed address' }).click();
  await page.getByText('Contact address saved.').waitFor();
  await expect.poll(() => page.getByLabel('Address for your guests').inputValue()).toBe(contact);

  const { page: guestPage } = await browser.newVisitor({ viewport: PHONE });
  await guestPage.goto(`/${host.handle}`);
  await guestPage.getByRole('link', { name: contact }).waitFor();
  const guest = newGuest(host.base);
  await guest.book({ handle: host.handle, slug }, `${dayAhead()}T10:00:00Z`);
  const mail = await mailbox.awaitMail(guest.email, /Confirmed/);
  expect(JSON.stringify(mail)).not.toContain(host.email);

  await page.getByRole('button', { name: 'Show no address' }).click();
  await page.getByText('Your page shows no address.').waitFor();
});

test('a thank-you text of an event type stands on the page of who has booked', async () => {
  const { host, page } = await browser.newHost();
  await host.alwaysOpen();
  const { id, slug } = await host.offer('phone', { title: 'Call' });
  await page.goto(`/scheduler/event-types/${id}`);
  await page.getByLabel('Thank-you text').fill('See you!\nThe way: https://example.com/map');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();

  const { page: guestPage } = await browser.newVisitor({ viewport: PHONE });
  await chooseTime(guestPage, { handle: host.handle, slug }, '10:00');
  await fillIn(guestPage, { name: 'Sam', email: `${randomUUID()}@example.org` });
  await guestPage.getByRole('button', { name: 'Confirm booking' }).click();
  await guestPage.getByText('See you!').waitFor();
  expect(await guestPage.getByRole('link', { name: 'https://example.com/map' }).getAttribute('rel')).toContain(
    'nofollow',
  );
});
