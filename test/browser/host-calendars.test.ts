import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { HostSlots } from '#api/event-types/schema.ts';
import { calendarText, openCalendarServers } from '#dev/clients/calendars.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a host pastes a calendar, sees why a time is not offered, is told when it dies, and stops using it', async () => {
  const { simulators } = await stack.file();
  const servers = openCalendarServers(simulators);
  const { host, page, watch } = await browser.newHost();
  watch.expect(/status of 422/);
  await host.alwaysOpen();
  const eventType = await host.offer('phone', { location: { kind: 'phone', value: '+49 30 123456' } });
  const from = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 2 * 86_400_000);
  const name = `browser-${host.handle}`;
  const text = calendarText([{ from, to: new Date(from.getTime() + 3_600_000) }]);
  const url = await servers.publish(name, text);

  await page.goto('/scheduler/availability');
  await page.getByText('No calendars yet.').waitFor();
  await page.getByLabel('Secret calendar address (iCal)').fill('http://192.168.0.1/a.ics');
  await page.getByRole('button', { name: 'Add calendar' }).click();
  await page.getByText('The address must begin with https:// or webcal://.').waitFor();
  await page.getByLabel('Secret calendar address (iCal)').fill(url);
  await page.getByLabel('Name (optional)').fill('Family');
  await page.getByRole('button', { name: 'Add calendar' }).click();
  await rowOf(page, 'Family').getByText('Last read just now').waitFor();

  const date = from.toISOString().slice(0, 10);
  const query = new URLSearchParams({ from: date, to: date, timeZone: 'UTC', explain: '1' });
  const { days } = await host.json<HostSlots>('GET', `/api/v1/event-types/${eventType.id}/slots?${query}`);
  const refusals = new Map(days.flatMap(({ slots }) => slots).map(({ startsAt, refusal }) => [startsAt, refusal]));
  expect(refusals.get(from.toISOString())).toBe('busy');

  await servers.publish(name, '', { status: 404 });
  await page.getByRole('button', { name: 'Check now: Family' }).click();
  await rowOf(page, 'Family').getByText('Can’t be read').waitFor();
  await page.getByText('The busy times we last read still block your slots.').waitFor();

  await page.getByRole('button', { name: 'Stop using: Family' }).click();
  await page.getByText('No calendars yet.').waitFor();
  const after = await host.json<HostSlots>('GET', `/api/v1/event-types/${eventType.id}/slots?${query}`);
  expect(after.days.flatMap(({ slots }) => slots).filter(({ refusal }) => refusal === 'busy')).toEqual([]);
});

async function statusOf(url: string): Promise<number> {
  const answer = await fetch(url);
  await answer.body?.cancel();
  return answer.status;
}

test('a host subscribes to their bookings, replaces the secret address and deletes it', async () => {
  const { page } = await browser.newHost();
  const shown = async () => {
    await page.getByText('Your secret address was created').waitFor();
    return (await page.getByText(/^http.*\/calendar\/.*\.ics$/).textContent()) ?? '';
  };
  await page.goto('/scheduler/availability');
  await page.getByText('There is no address to subscribe to yet.').waitFor();
  await page.getByRole('button', { name: 'Create secret address' }).click();
  const first = await shown();
  const app = page.getByRole('link', { name: 'Open in calendar app' });
  expect(await app.getAttribute('href')).toBe(first.replace(/^http:/, 'webcal:'));
  expect(await inspectPage(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Not read yet').waitFor();
  expect(await page.getByText(first).count()).toBe(0);
  expect(await statusOf(first)).toBe(200);
  await page.reload();
  await page.getByText('Last read just now').waitFor();

  await page.getByRole('button', { name: 'Replace…' }).click();
  await page.getByRole('button', { name: 'Replace address' }).click();
  const second = await shown();
  expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete address' }).click();
  await page.getByText('There is no address to subscribe to yet.').waitFor();
  expect(await statusOf(second)).toBe(404);
});
