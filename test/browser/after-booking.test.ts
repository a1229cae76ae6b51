import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { EventType } from '#api/event-types/schema.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';
import { chooseTime, fillIn } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

const PHONE = { width: 390, height: 844 };
const SITE = 'https://thanks.example/page';
const FOREIGN = /Request to a foreign place: https:\/\/thanks\.example/;

/** A host who leads guests on to a site of theirs. */
async function hostWithSite() {
  const visitor = await browser.newHost();
  await visitor.host.alwaysOpen();
  const type = await visitor.host.offer('phone', { title: 'Call', redirectUrl: SITE });
  return { ...visitor, type };
}

/** A guest who will be led to the host's site. */
async function ledOn(options: BrowserContextOptions = {}): Promise<Page> {
  const { page, watch } = await browser.newVisitor({ viewport: PHONE, ...options });
  watch.expect(FOREIGN);
  const body = '<!doctype html><title>Thanks</title><h1>The host’s own page</h1>';
  await page.route(SITE, (route) => route.fulfill({ contentType: 'text/html', body }));
  return page;
}

async function book(page: Page, eventPage: { handle: string; slug: string }, time = '10:00'): Promise<void> {
  await chooseTime(page, eventPage, time);
  await fillIn(page, { name: 'Sam', email: `${randomUUID()}@example.org` });
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
}

test('a host chooses what follows a booking, and is told what cannot be', async () => {
  const { host, page, type, watch } = await hostWithSite();
  watch.expect(/422/);
  await page.goto(`/scheduler/event-types/${type.id}`);
  await page.getByLabel('Redirect after booking').fill('http://thanks.example');
  await page.getByLabel('A line of your own in the confirmation email').fill('See www.thanks.example');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Enter a link that begins with https://.').waitFor();
  await page.getByText('Leave out addresses, links and phone numbers.').waitFor();

  await page.getByLabel('Redirect after booking').fill('https://thanks.example/after');
  await page.getByLabel('Pass event details').check();
  await page.getByLabel('A line of your own in the confirmation email').fill('Ring twice.');
  await page.getByRole('switch', { name: 'Follow-up email' }).check();
  await page.getByLabel('Send it after the meeting’s end', { exact: true }).fill('3');
  await page.getByLabel('A line of your own in the follow-up email').fill('Thanks for coming!');
  for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
    await page.setViewportSize(viewport);
    expect(await inspectPage(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await host.json<EventType>('GET', `/api/v1/event-types/${type.id}`)).toMatchObject({
    redirectUrl: 'https://thanks.example/after',
    redirectPassesDetails: true,
    confirmationLine: 'Ring twice.',
    followUpMinutes: 180,
    followUpLine: 'Thanks for coming!',
  });

  await page.getByLabel('Redirect after booking').fill('');
  await page.getByRole('switch', { name: 'Follow-up email' }).uncheck();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await host.json<EventType>('GET', `/api/v1/event-types/${type.id}`)).toMatchObject({
    redirectUrl: null,
    followUpMinutes: null,
  });
});

test('the guest sees that it is booked, is led on after a while, and finds the booking by Back', async () => {
  const { host, type } = await hostWithSite();
  const page = await ledOn();
  await page.clock.install();
  await book(page, { handle: host.handle, slug: type.slug });
  await page.getByText('You’ll be taken to thanks.example in a moment.').waitFor();
  await page.clock.runFor(10_000);
  await page.waitForURL(SITE);
  await page.goBack();
  await page.getByRole('heading', { name: 'You’re meeting Robin Host' }).waitFor();
  expect(await page.getByText('thanks.example').count()).toBe(0);
});

test('who stays or does something is not taken away', async () => {
  const { host, type } = await hostWithSite();
  const { page } = await browser.newVisitor({ viewport: PHONE });
  const { page: other } = await browser.newVisitor({ viewport: PHONE });
  await page.clock.install();
  await book(page, { handle: host.handle, slug: type.slug });
  await page.getByRole('link', { name: 'Reschedule' }).click();
  await page.waitForURL(/action=reschedule/);
  await page.clock.runFor(30_000);
  expect(page.url()).toContain('action=reschedule');

  await other.clock.install();
  await book(other, { handle: host.handle, slug: type.slug }, '12:00');
  await other.getByRole('link', { name: 'Stay on this page' }).click();
  await other.getByRole('heading', { name: 'You’re meeting Robin Host' }).waitFor();
  await other.clock.runFor(30_000);
  expect(other.url()).toContain('/booking/');
});

test('without scripts the browser continues by itself', async () => {
  const { host, type } = await hostWithSite();
  const page = await ledOn({ javaScriptEnabled: false });
  await book(page, { handle: host.handle, slug: type.slug });
  expect(await page.getByRole('link', { name: 'thanks.example' }).getAttribute('href')).toBe(SITE);
  await page.waitForURL(SITE);
});

test('guests do not see the login’s address unless the host turns that on', async () => {
  const { host, page } = await browser.newHost();
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', { title: 'Call', confirmationLine: 'Ring twice.' });
  const mailbox = openMailbox((await stack.file()).mailbox);
  const mailTo = async (time: string) => {
    const email = `${randomUUID()}@example.org`;
    const { page: guest } = await browser.newVisitor({ viewport: PHONE });
    await chooseTime(guest, { handle: host.handle, slug }, time);
    await fillIn(guest, { name: 'Sam', email });
    await guest.getByRole('button', { name: 'Confirm booking' }).click();
    return mailbox.awaitMail(email, /Confirmed/);
  };
  const hidden = await mailTo('10:00');
  expect(JSON.stringify(hidden)).not.toContain(host.email);
  expect(hidden.text).toContain('Replies to this email reach Insytical support, not Robin Host.');
  expect(hidden.text).toContain('Note from Robin Host: Ring twice.');

  await page.goto('/user/account');
  const choice = page.getByLabel('Show my login address to guests');
  await expect.poll(() => choice.isChecked()).toBe(false);
  await choice.check();
  await expect.poll(() => host.json('GET', '/api/v1/me')).toMatchObject({ showsLoginEmail: true });
  await page.reload();
  await expect.poll(() => choice.isChecked()).toBe(true);
  const shown = await mailTo('11:00');
  expect(shown.text).toContain('Reply to reach Robin Host.');
});
