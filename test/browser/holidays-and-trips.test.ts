import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { HostSlots } from '#api/event-types/schema.ts';
import type { Me } from '#api/me/schema.ts';
import { newGuest } from '#dev/clients/guest.ts';
import type { HostClient } from '#dev/clients/host.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addDays } from '../../web/src/shared/iso-days.ts';
import { inspectControls } from './every-page/inspect-controls.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

const PHONE = { width: 390, height: 844 };
const CHRISTMAS = nextChristmas();

const meOf = (host: HostClient) => host.json<Me>('GET', '/api/v1/me');

async function startsOn(host: HostClient, type: { id: string }, date: string) {
  const query = new URLSearchParams({ from: date, to: date, timeZone: 'UTC' });
  const { days } = await host.json<HostSlots>('GET', `/api/v1/event-types/${type.id}/slots?${query}`);
  return days.flatMap(({ slots }) => slots).map(({ startsAt }) => startsAt);
}

async function pick(page: Page, field: string, option: string) {
  await page.getByRole('combobox', { name: field, exact: true }).fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a host takes the holidays of a state off, works on one of them, and sees why a time is not offered', async () => {
  const { app } = await stack.file();
  const { host, page } = await browser.newHost();
  await host.alwaysOpen();
  const type = await host.offer('phone', { bookingWindow: { kind: 'rolling', days: 400 } });
  const guest = newGuest(app);
  const noon = `${CHRISTMAS}T12:00:00.000Z`;
  await guest.book({ handle: host.handle, slug: type.slug }, noon);

  await page.setViewportSize(PHONE);
  await page.goto('/scheduler/availability');
  const section = page.getByRole('region', { name: 'Public holidays' });
  const save = section.getByRole('button', { name: 'Save holidays' });
  await section.getByRole('switch', { name: 'Take public holidays off' }).check();
  expect(await save.isDisabled()).toBe(true);
  await pick(page, 'Country', 'Germany');
  await pick(page, 'State or region', 'Bayern');
  const year = section.getByRole('list', { name: 'Public holidays in the next twelve months' });
  await year.getByText('Epiphany').waitFor();
  await year.getByRole('checkbox', { name: /^I work on this day: Epiphany/ }).check();
  await save.click();
  await page.getByText('Public holidays saved.').waitFor();
  const { holidays } = await meOf(host);
  expect(holidays).toMatchObject({ country: 'DE', region: 'BY', worked: [expect.stringMatching(/-01-06$/)] });
  await page.getByRole('link', { name: new RegExp(guest.name) }).waitFor();

  expect(await startsOn(host, type, CHRISTMAS)).toEqual([]);
  expect(await startsOn(host, type, holidays?.worked[0] ?? '')).not.toEqual([]);
  await page.goto(`/scheduler/event-types/${type.id}`);
  await page.getByLabel('Day', { exact: true }).fill(CHRISTMAS);
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByText('public holiday').first().waitFor();
});

test('a host is in Tokyo for a week, not twice at once, and home again', async () => {
  const { host, page, watch } = await browser.newHost();
  watch.expect(/status of 422/);
  const type = await host.offer('phone', { bookingWindow: { kind: 'rolling', days: 60 } });
  const tuesday = nextTuesday();
  await page.goto('/scheduler/availability');
  const section = page.getByRole('region', { name: 'Time zone while travelling' });
  await section.getByText('No trips ahead.').waitFor();
  const add = async (from: string, to: string) => {
    await section.getByLabel('First day').fill(from);
    await section.getByLabel('Last day').fill(to);
    await section.getByRole('combobox', { name: 'Time zone there' }).fill('Tokyo');
    await page.getByRole('option', { name: /Tokyo/ }).click();
    await section.getByRole('button', { name: 'Add trip' }).click();
  };
  await add(tuesday, addDays(tuesday, 2));
  await section.getByText('Asia/Tokyo').waitFor();
  expect(await startsOn(host, type, tuesday)).toContain(`${tuesday}T00:00:00.000Z`);
  await add(addDays(tuesday, 1), addDays(tuesday, 5));
  await section.getByText('You’re elsewhere on some of these days already.').waitFor();
  await section.getByRole('button', { name: /^Remove: / }).click();
  await section.getByText('No trips ahead.').waitFor();
  expect((await meOf(host)).trips).toEqual([]);
});

test.each([
  ['en-GB', 'Public holidays', 'Christmas Day'],
  ['de-DE', 'Feiertage', '1. Weihnachtstag'],
])('holidays and trips can be read by everyone, in %s', async (locale, title, name) => {
  const { host } = await browser.newHost();
  const holidays = { country: 'DE', region: 'BY', worked: [CHRISTMAS] };
  const trips = [{ from: addDays(CHRISTMAS, 3), to: addDays(CHRISTMAS, 9), timeZone: 'Asia/Tokyo' }];
  await host.json('PATCH', '/api/v1/me', { holidays, trips });
  const { page } = await browser.openAs(host, { locale });
  await page.goto('/scheduler/availability');
  await page.getByRole('region', { name: title }).getByText(name).waitFor();
  await page.getByText('Asia/Tokyo').waitFor();
  expect(await inspectPage(page)).toEqual([]);
  expect(await inspectControls(page)).toEqual([]);
});

/** At least two days ahead. */
function nextChristmas(): string {
  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const year = Number(soon.slice(0, 4));
  return soon.slice(5, 10) <= '12-25' ? `${year}-12-25` : `${year + 1}-12-25`;
}

function nextTuesday(): string {
  const date = new Date(Date.now() + 7 * 86_400_000);
  return addDays(date.toISOString().slice(0, 10), (9 - date.getUTCDay()) % 7);
}
