import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { choose, eventTypesOf, newOpenHost } from './event-type-steps.ts';
import { chooseTime, dayAhead, fillIn } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

test('a refused form keeps what was typed, and its fields say why', async () => {
  const { host, page, watch } = await newOpenHost(browser);
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

test('a phone call: the guest gives a number, or dials the host’s', async () => {
  const { host, page, watch } = await newOpenHost(browser);
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
  const { host, page } = await newOpenHost(browser);
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
  const { page } = await newOpenHost(browser);
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
  const { host, page } = await newOpenHost(browser);
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
  const { host, page } = await newOpenHost(browser);
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
