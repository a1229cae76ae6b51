import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Slots } from '#api/guest/schema.ts';
import type { Schedule } from '#api/schedules/schema.ts';
import { newGuest } from '#dev/clients/guest.ts';
import type { HostClient } from '#dev/clients/host.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addDays, addMonths, type IsoDate, monthOf, weekdayOf } from '../../web/src/shared/iso-days.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

async function atAvailability() {
  const { app } = await stack.file();
  const visitor = await browser.newHost();
  await visitor.page.goto('/scheduler/availability');
  await visitor.page.getByRole('group', { name: 'Monday' }).waitFor();
  return { app, ...visitor };
}

test('weekly hours: typed as people do, a second pair, a day off, copied to others', async () => {
  const { host, page } = await atAvailability();
  const monday = page.getByRole('group', { name: 'Monday' });
  await type(page, 'Monday, from', '8');
  await type(page, 'Monday, to', '12.30');
  await monday.getByRole('button', { name: 'Add hours on Monday' }).click();
  await monday.getByRole('button', { name: 'Copy Monday’s hours to other days' }).click();
  await page.getByRole('checkbox', { name: 'Tuesday' }).check();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('group', { name: 'Friday' }).getByRole('switch').setChecked(false);
  await save(page);
  const { weekly } = await scheduleOf(host);
  expect(weekly).toEqual([
    { days: [1, 2], from: '08:00', to: '12:30' },
    { days: [1, 2], from: '13:30', to: '14:30' },
    { days: [3, 4], from: '09:00', to: '17:00' },
  ]);
});

test('hours past midnight are saved as typed and said to end the next day; empty ones are not saved', async () => {
  const { host, page } = await atAvailability();
  const monday = page.getByRole('group', { name: 'Monday' });
  await type(page, 'Monday, from', '22');
  await type(page, 'Monday, to', '22');
  await monday.getByText('Start and end are the same.').waitFor();
  expect(await page.getByRole('button', { name: 'Save hours' }).isDisabled()).toBe(true);
  await type(page, 'Monday, to', '2');
  await monday.getByText('Ends at 02:00 the next day').waitFor();
  await save(page);
  expect((await scheduleOf(host)).weekly).toContainEqual({ days: [1], from: '22:00', to: '02:00' });
});

test('limits of all event types together are saved, and say in each why a time is not offered', async () => {
  const { app, host, page } = await atAvailability();
  const type = await host.offer('phone', { location: { kind: 'phone', value: '+49 30 123456' } });
  const monday = nextMonthsFirstMonday();
  const query = new URLSearchParams({ from: monday, to: monday, timeZone: 'Europe/Berlin' });
  const guest = newGuest(app);
  const { days } = await guest.json<Slots>('GET', `/api/v1/public/${host.handle}/${type.slug}/slots?${query}`);
  await guest.book({ handle: host.handle, slug: type.slug }, days[0]?.slots[0]?.startsAt ?? '');
  const limits = page.getByRole('region', { name: 'Booking limits' });
  await limits.getByRole('switch', { name: 'Limit bookings per month' }).check();
  await limits.getByLabel('Maximum bookings per month').fill('1');
  await limits.getByRole('button', { name: 'Save limits' }).click();
  await page.getByText('Limits saved.').waitFor();
  await page.goto(`/scheduler/event-types/${type.id}`);
  await page.getByLabel('Day', { exact: true }).fill(addDays(monday, 1));
  await page.getByRole('button', { name: 'Look' }).click();
  const reason = page.getByText('monthly limit of all your event types reached');
  await expect.poll(() => reason.count()).toBeGreaterThan(0);
});

test('a day off and a day with other hours on the calendar: guests are offered just that', async () => {
  const { app, host, page } = await atAvailability();
  const { slug } = await host.offer('phone', { location: { kind: 'phone', value: '+49 30 123456' } });
  const [monday, tuesday] = [nextMonthsFirstMonday(), addDays(nextMonthsFirstMonday(), 1)];
  await pickDay(page, monday);
  await page.getByRole('radio', { name: 'Unavailable all day' }).check();
  await page.getByRole('button', { name: 'Back to list' }).click();
  await pickDay(page, tuesday);
  await page.getByRole('radio', { name: 'Different hours' }).check();
  const days = page.getByRole('region', { name: 'Date overrides and time off' });
  await days.getByRole('combobox', { name: /, to$/ }).fill('21');
  await days.getByRole('combobox', { name: /, from$/ }).fill('20');
  await save(page);
  expect((await scheduleOf(host)).overrides).toEqual([
    { date: monday, intervals: [] },
    { date: tuesday, intervals: [['20:00', '21:00']] },
  ]);
  const query = new URLSearchParams({ from: monday, to: tuesday, timeZone: 'Europe/Berlin' });
  const offered = await newGuest(app).json<Slots>('GET', `/api/v1/public/${host.handle}/${slug}/slots?${query}`);
  expect(offered.days.map(({ date }) => date)).toEqual([tuesday]);
  expect(offered.days[0]?.slots).toHaveLength(7);
});

test('away for a while: one day, and the same up to the last', async () => {
  const { host, page } = await atAvailability();
  const first = nextMonthsFirstMonday();
  const last = addDays(first, 4);
  await pickDay(page, first);
  await page.getByRole('radio', { name: 'Unavailable all day' }).check();
  await page.getByLabel('Repeat through').fill(last);
  await page.getByRole('button', { name: 'Apply' }).click();
  await save(page);
  const { overrides } = await scheduleOf(host);
  expect(overrides.map(({ date, intervals }) => [date, intervals.length])).toEqual(
    [0, 1, 2, 3, 4].map((days) => [addDays(first, days), 0]),
  );
});

test('the zone is found by a city that gives no zone its name', async () => {
  const { host, page } = await atAvailability();
  const zone = page.getByRole('combobox', { name: 'Time zone', exact: true });
  await zone.fill('Munich');
  await page.getByRole('option', { name: /Berlin/ }).waitFor();
  await zone.fill('san francisco');
  await page.getByRole('option', { name: /Los Angeles/ }).click();
  await save(page);
  expect((await scheduleOf(host)).timeZone).toBe('America/Los_Angeles');
});

test('a second schedule begins as a copy, can be named, made the default and deleted', async () => {
  const { host, page } = await atAvailability();
  await page.getByRole('button', { name: 'New schedule' }).click();
  const name = page.getByLabel('Name', { exact: true });
  await expect.poll(() => name.inputValue()).toMatch(/\(copy\)$/);
  await name.fill('Evenings');
  await save(page);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete “Evenings”?' }).getByRole('button', { name: 'Delete' }).click();
  await expect.poll(async () => (await schedulesOf(host)).length).toBe(1);
  await expect.poll(() => name.inputValue()).not.toBe('Evenings');
});

async function type(page: Page, field: string, text: string): Promise<void> {
  const input = page
    .getByRole('textbox', { name: field })
    .or(page.getByRole('combobox', { name: field }))
    .first();
  await input.fill(text);
  await input.press('Tab');
}

async function pickDay(page: Page, date: IsoDate): Promise<void> {
  const asked = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(date));
  const dayButton = page.getByRole('button', { name: asked });
  await page.getByRole('button', { name: 'Next month' }).waitFor();
  if ((await dayButton.count()) === 0) await page.getByRole('button', { name: 'Next month' }).click();
  await dayButton.click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save hours' }).click();
  await page.getByText('All changes saved').waitFor();
}

const schedulesOf = async (host: HostClient) =>
  (await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules')).items;

async function scheduleOf(host: HostClient): Promise<Schedule> {
  const [schedule] = await schedulesOf(host);
  if (schedule === undefined) throw new Error('There is no schedule.');
  return schedule;
}

function nextMonthsFirstMonday(): IsoDate {
  const first = `${addMonths(monthOf(new Date().toISOString().slice(0, 10)), 1)}-01`;
  return addDays(first, (8 - weekdayOf(first)) % 7);
}
