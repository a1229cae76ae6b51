import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { mailedToken } from '#dev/clients/host.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { allow, blockPopups, freshAccount, openCard, ZOOM } from './connect-steps.ts';
import { reportZone } from './report-zone.ts';
import { translatePages } from './translate-pages.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const DAY_MS = 86_400_000;

/** A host's window whose pages are translated; texts that no reader would see change are faults of the page. */
async function openTranslated(host: Session) {
  const visitor = await browser.openAs(host);
  await translatePages(visitor.page.context());
  return visitor;
}

test('translated: requests are answered from the list, and the count and the list follow', async () => {
  const scene = await setScene({ rules: { requiresConfirmation: true } });
  const [wanted, unwanted] = [await scene.book(), await scene.book(3 * DAY_MS)];
  const { page } = await openTranslated(scene.host);
  await page.goto('/bookings');
  await page.getByRole('tab', { name: 'Pending (2)' }).click();
  await page.getByRole('button', { name: `Confirm ${wanted.guest.name}` }).click();
  await page.getByRole('tab', { name: 'Pending (1)' }).waitFor();
  await page.getByRole('button', { name: `Decline ${unwanted.guest.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await page.getByRole('heading', { name: 'No requests to approve' }).waitFor();
  await page.getByRole('searchbox').fill('no such guest');
  await page.getByRole('heading', { name: 'Nothing found for “no such guest”' }).waitFor();
  await expect.poll(() => page.getByRole('tab', { name: 'Pending', exact: true }).count()).toBe(1);
});

test('translated: a booking is rescheduled and cancelled, and every time on its page is the present one', async () => {
  const scene = await setScene({ rules: { slotIntervalMinutes: 30 } });
  const { booking } = await scene.book();
  const { page } = await openTranslated(scene.host);
  await page.goto(`/bookings/${booking.id}`);
  await page.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reschedule' });
  await dialog.getByText('Now: ').waitFor();
  await dialog.locator('.time-grid button').last().click();
  await dialog.getByText('Was: ').waitFor();
  await dialog.locator('.time-grid button').first().click();
  await dialog.getByRole('button', { name: /^Reschedule to / }).click();
  await page.getByText(/^was/).waitFor();
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('region', { name: 'Details' }).getByText('Cancelled').waitFor();
  expect(await scene.host.booking(booking.id)).toMatchObject({
    status: 'cancelled',
    previousStartsAt: booking.startsAt,
  });
});

test('translated: an event type is written, previewed, copied, renamed and archived', async () => {
  const { host, page } = await browser.newHost();
  await translatePages(page.context());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = await host.offer('phone', { title: 'Call', location: { kind: 'phone', value: '+49 30 1234567' } });
  await page.goto(`/scheduler/event-types/${id}`);
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await page.getByLabel('Title', { exact: true }).fill('Longer call');
  await preview.getByText('Longer call').waitFor();
  await page.getByRole('switch', { name: 'Approve bookings manually' }).setChecked(true);
  await preview.getByText(/^Requires .*confirmation$/).waitFor();
  await page.getByRole('button', { name: 'Add question' }).click();
  await page.getByLabel('Question', { exact: true }).fill('What is it about?');
  await page.getByLabel('Event link').fill('longer-call');
  await page.getByText('This event type will get a new address.').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('All changes saved').waitFor();
  await page.getByRole('heading', { name: 'Longer call', level: 1 }).waitFor();
  const copy = page.getByRole('button', { name: 'of Longer call' });
  await copy.click();
  await copy.getByText('Copied', { exact: true }).waitFor();
  await copy.getByText('Copy link', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'All event types' }).click();
  await page.getByLabel('Visibility of Longer call').selectOption('Off');
  await expect
    .poll(() => host.json('GET', `/api/v1/event-types/${id}`))
    .toMatchObject({ slug: 'longer-call', visibility: 'off' });
});

test('translated: hours, an override and another zone', async () => {
  const { host, page } = await browser.newHost();
  await translatePages(page.context());
  await page.goto('/scheduler/availability');
  const monday = page.getByRole('group', { name: 'Monday' });
  await monday.getByRole('switch').setChecked(false);
  await monday.getByText('Unavailable').waitFor();
  const overrides = page.getByRole('region', { name: 'Date overrides and time off' });
  await overrides.getByRole('button', { name: 'Next month' }).click();
  await overrides.locator('button[aria-label]:not([disabled])').filter({ hasText: '15' }).click();
  await page.getByRole('radio', { name: 'Unavailable all day' }).check();
  await page.getByRole('button', { name: 'Back to list' }).click();
  await overrides.getByRole('button', { name: /: away$/ }).click();
  await page.getByRole('radio', { name: 'Different hours' }).check();
  await page.getByRole('button', { name: 'Back to list' }).click();
  await overrides.getByRole('button', { name: /15.*: .*–/ }).waitFor();
  const zone = page.getByRole('combobox', { name: 'Time zone', exact: true });
  await zone.fill('san francisco');
  await page.getByRole('option', { name: /Los Angeles/ }).click();
  await page.getByText(/in a normal week, in America\/Los Angeles/).waitFor();
  await page.getByRole('button', { name: 'Save hours' }).click();
  await page.getByText('All changes saved').waitFor();
  expect(await host.json('GET', '/api/v1/schedules')).toMatchObject({ items: [{ timeZone: 'America/Los_Angeles' }] });
});

test('translated: a platform is connected in this window and disconnected; the account changes its name', async () => {
  const { host, page } = await browser.newHost();
  await translatePages(page.context());
  await blockPopups(page);
  const card = await openCard(page, ZOOM);
  await card.getByRole('button', { name: 'Connect', exact: true }).click();
  await card.getByRole('button', { name: 'continue in this window' }).click();
  await allow(page, freshAccount());
  await page.getByText('Zoom connected.').waitFor();
  await card.getByText(/^Connected as robin-/).waitFor();
  await card.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await card.getByText('Disconnected').waitFor();
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Robin Renamed');
  await page.getByLabel('Handle').fill(`renamed-${randomUUID().slice(0, 8)}`);
  await page.getByText('will get a new address.').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Robin Renamed, account menu' }).waitFor();
  expect(await host.json('GET', '/api/v1/me')).toMatchObject({ name: 'Robin Renamed' });
});

test.each(['Etc/Unknown', 'Foo/Bar', undefined])('a host whose browser reports the zone %j', async (zone) => {
  const { app, mailbox } = await stack.file();
  const email = `host-${randomUUID()}@example.com`;
  await openSession(app).json('POST', '/api/auth/sign-up/email', { email });
  const token = await mailedToken(openMailbox(mailbox), email, /create your/i);
  const { page } = await browser.newVisitor();
  await reportZone(page.context(), zone);
  await page.goto(`/login?mode=finish&token=${token}`);
  await page.getByLabel('Name').fill('Alex Ander');
  await page.getByLabel('Password', { exact: true }).fill(randomUUID());
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('All times in UTC.').waitFor();
  const steps = page.getByRole('region', { name: 'Set up your booking page' });
  await steps.getByRole('button', { name: 'Keep this' }).click();
  await steps.getByText('We couldn’t tell your time zone. Choose the one your hours are in').waitFor();
  await steps.getByRole('combobox', { name: 'Time zone', exact: true }).fill('Vienna');
  await page.getByRole('option', { name: /Vienna/ }).click();
  await steps.getByRole('button', { name: 'Save' }).click();
  await page.getByText('All times in Europe/Vienna (GMT').waitFor();
  await page.getByRole('link', { name: 'Availability' }).click();
  const intro = page.getByText('in a normal week, in Europe/Vienna (GMT');
  await expect.poll(() => intro.count()).toBe(1);
});
