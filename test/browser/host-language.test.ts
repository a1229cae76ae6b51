import { expect, test } from 'vitest';
import type { Me } from '#api/me/schema.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const GERMAN = { locale: 'de-AT' };

test('pages are in the browser’s language, and the server is told of it', async () => {
  const { host } = await browser.newHost();
  const { page } = await browser.openAs(host, GERMAN);
  await page.goto('/bookings');
  await page.getByRole('heading', { name: 'Buchungen', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await expect
    .poll(() => host.json<Me>('GET', '/api/v1/me'))
    .toMatchObject({ locale: 'de-AT', hourCycle: 'h23', weekStart: 1, writingChosen: [] });
});

test('a language that is none, as Chromium names its own where it has no locale, is passed over', async () => {
  const { host } = await browser.newHost();
  const { page } = await browser.openAs(host);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'language', { value: 'en-US@posix' });
    Object.defineProperty(navigator, 'languages', { value: ['en-US@posix', 'de_AT', '', 'en-AU'] });
  });
  await page.goto('/bookings');
  await page.getByRole('heading', { name: 'Bookings', exact: true }).waitFor();
  await expect.poll(() => host.json<Me>('GET', '/api/v1/me')).toMatchObject({ locale: 'en-AU', writingChosen: [] });
});

test('choices kept by the browser that make no sense count as none', async () => {
  const { host } = await browser.newHost();
  const { page } = await browser.openAs(host);
  for (const kept of ['null', '[', '{"locale":5}', '{"locale":"en_US"}', '{"weekStart":9}', '{"hourCycle":"h99"}']) {
    await page.goto('/privacy');
    await page.evaluate((text) => localStorage.setItem('writing', text), kept);
    await page.goto('/scheduler/availability');
    await page.getByRole('heading', { name: 'Weekly hours' }).waitFor();
    expect(await page.locator('.day-row').first().getAttribute('aria-label')).toBe('Monday');
    expect(await page.getByRole('combobox', { name: 'Monday, from' }).inputValue()).toBe('09:00');
  }
});

test('what the host chooses stays in every browser, until it is taken back', async () => {
  const { host } = await browser.newHost();
  const { page } = await browser.openAs(host, GERMAN);
  await page.goto('/user/account');
  const choose = async (field: string, option: string) => {
    await page.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Sprache', 'English');
  await choose('Uhrzeit', '12 Stunden (2:30 PM)');
  await choose('Sprache Ihrer Seiten für Gäste', 'Français');
  await page.getByRole('button', { name: 'Sprache speichern' }).click();
  await page.getByRole('heading', { name: 'Language and clock' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  const chosen = { hourCycle: 'h12', writingChosen: ['locale', 'hourCycle'], guestLanguage: 'fr' };
  expect(await host.json<Me>('GET', '/api/v1/me')).toMatchObject(chosen);

  const { page: elsewhere } = await browser.openAs(host, GERMAN);
  await elsewhere.goto('/scheduler/availability');
  await elsewhere.getByRole('heading', { name: 'Weekly hours' }).waitFor();
  expect(await elsewhere.getByRole('combobox', { name: 'Monday, from' }).inputValue()).toBe('9:00 AM');
  expect(await host.json<Me>('GET', '/api/v1/me')).toMatchObject(chosen);

  await choose('Language', 'As in my browser');
  await page.getByRole('button', { name: 'Save language' }).click();
  await page.getByRole('heading', { name: 'Sprache und Uhrzeit' }).waitFor();
  expect(await host.json<Me>('GET', '/api/v1/me')).toMatchObject({ locale: 'de-AT', writingChosen: ['hourCycle'] });
});

test('what a program chose by the API is not overwritten by what the browser has', async () => {
  const { host } = await browser.newHost();
  await host.json('PATCH', '/api/v1/me', { hourCycle: 'h12', weekStart: 7 });
  const { page } = await browser.openAs(host, GERMAN);
  await page.goto('/scheduler/availability');
  await page.getByRole('combobox', { name: 'Montag, von' }).waitFor();
  expect(await page.locator('.day-row').first().getAttribute('aria-label')).toBe('Sonntag');
  await expect.poll(() => host.json<Me>('GET', '/api/v1/me')).toMatchObject({ locale: 'de-AT' });
  expect(await host.json<Me>('GET', '/api/v1/me')).toMatchObject({ hourCycle: 'h12', weekStart: 7 });
});
