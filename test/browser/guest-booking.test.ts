import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import {
  addressOf,
  chooseTime,
  dayAhead,
  freeDay,
  fillIn,
  focused,
  nextMonth,
  queryOf,
  selectedDay,
  thisMonth,
  tokenOf,
} from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
const HALF_HOURS = { rules: { slotIntervalMinutes: 30 } };

test('month, day, time, form, done: the booking has its meeting, its mail and its calendar entries', async () => {
  const scene = await setScene(HALF_HOURS);
  const guest = scene.newGuest();
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { month: thisMonth() }));
  await page.getByRole('heading', { name: 'Intro call', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Next month' }).click();
  await page.getByRole('link', { name: 'Previous month' }).waitFor();
  await freeDay(page, dayAhead()).click();
  await expect.poll(() => focused(page)).toMatch(/15 .* times in Berlin/);
  await page.getByRole('link', { name: '10:00', exact: true }).click();
  await expect.poll(() => focused(page)).toBe('Your details');
  await page.getByText('10:00 – 10:30').waitFor();
  await fillIn(page, guest);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();

  const booking = await guest.read(tokenOf(page));
  expect(booking).toMatchObject({ status: 'confirmed', guest: { email: guest.email, timeZone: 'Europe/Berlin' } });
  const link = await scene.link(booking);
  const join = page.getByRole('link', { name: 'Join the meeting' });
  await join.waitFor();
  expect(await join.getAttribute('href')).toBe(link);
  expect((await scene.mailbox.awaitMail(guest.email, /confirmed/i)).text).toContain(link);
  await expectCalendarEntries(booking.startsAt, link);

  async function expectCalendarEntries(startsAt: string, joinUrl: string) {
    const hrefOf = async (name: string) => (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
    const google = new URL(await hrefOf('Google Calendar'));
    expect(google.hostname).toBe('calendar.google.com');
    expect(google.searchParams.get('dates')).toContain(startsAt.replaceAll(/[-:]|\.\d+/g, ''));
    expect(google.searchParams.get('location')).toBe(joinUrl);
    const outlook = new URL(await hrefOf('Outlook'));
    expect(outlook.hostname).toBe('outlook.live.com');
    expect(Date.parse(outlook.searchParams.get('startdt') ?? '')).toBe(Date.parse(startsAt));
    const arriving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Calendar file' }).click();
    expect((await arriving).suggestedFilename()).toMatch(/\.ics$/);
  }
});

test('the link appears on the page when it is ready, without a reload', async () => {
  const scene = await setScene(HALF_HOURS);
  await scene.fault({ operation: 'create', effect: 'error', status: 500, times: 3 });
  const { page } = await browser.newVisitor();
  await chooseTime(page, scene.page, '11:00');
  await fillIn(page, scene.newGuest());
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByText('It appears here too as soon as it is ready.').waitFor();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('link', { name: 'Join the meeting' }).waitFor({ timeout: 60_000 });
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await page.getByRole('status').filter({ hasText: 'The link to your meeting is ready.' }).waitFor();
});

test('times follow the chosen zone and clock, and both outlive a reload', async () => {
  const scene = await setScene(HALF_HOURS);
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { month: nextMonth() }));
  await page.getByRole('link', { name: /Time zone: Berlin/ }).click();
  await page.getByRole('combobox').fill('tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).click();
  await page.getByRole('link', { name: /Time zone: Tokyo time, JST/ }).waitFor();
  expect(queryOf(page)).toMatchObject({ tz: 'Asia/Tokyo', month: nextMonth() });

  await freeDay(page, dayAhead()).click();
  await page.getByText('12h', { exact: true }).click();
  await page.reload();
  await page.getByRole('link', { name: '6:30 pm' }).click();
  await page.getByText('6:30 pm – 7:00 pm').waitFor();
  expect(queryOf(page)['slot']).toBe(`${dayAhead()}T09:30:00.000Z`);
  await page.getByText('Tokyo time, JST').first().waitFor();
});

test('the address keeps every step: a reload stays, Back undoes one step at a time', async () => {
  const scene = await setScene(HALF_HOURS);
  const { page } = await browser.newVisitor();
  const asked = { month: thisMonth(), name: 'Ann Lee', email: 'ann@example.org', ref: 'letter' };
  await page.goto(addressOf(scene.page, asked));
  await page.getByRole('link', { name: 'Next month' }).click();
  await page.getByRole('link', { name: 'Previous month' }).waitFor();
  await freeDay(page, dayAhead()).click();
  await page.getByRole('link', { name: '09:00', exact: true }).click();
  expect(queryOf(page)).toMatchObject({ month: nextMonth(), date: dayAhead(), ref: 'letter' });

  await page.reload();
  await page.getByRole('heading', { name: 'Your details' }).waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Ann Lee');
  expect(await page.getByLabel('Email').inputValue()).toBe('ann@example.org');
  await page.goBack();
  await page.getByRole('link', { name: '09:00', exact: true }).waitFor();
  await expect.poll(() => selectedDay(page)).toBe(dayAhead());
  await page.goBack();
  await expect.poll(() => queryOf(page)['date']).toBeUndefined();
  expect(queryOf(page)['month']).toBe(nextMonth());
  await page.goForward();
  await page.goForward();
  await page.getByRole('heading', { name: 'Your details' }).waitFor();

  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'You’re booked' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Intro call', level: 1 }).waitFor();
  expect(queryOf(page)['slot']).toBeUndefined();
});
