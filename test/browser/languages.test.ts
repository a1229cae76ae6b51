import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { directionOf, type Language } from '#messages/languages.ts';
import { PAGES } from '#messages/pages.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectPage } from './every-page/inspect-page.ts';
import { addressOf, dayAhead, tokenOf } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);

/** Each language as it is written, and each device that it is read on. */
const READERS: readonly { language: Language; locale: string; viewport: { width: number; height: number } }[] = [
  { language: 'de', locale: 'de-DE', viewport: { width: 1280, height: 800 } },
  { language: 'ja', locale: 'ja-JP', viewport: { width: 390, height: 844 } },
  { language: 'ar', locale: 'ar-EG', viewport: { width: 1280, height: 800 } },
  { language: 'ar', locale: 'ar-EG', viewport: { width: 390, height: 844 } },
];

/** The page is in its language and direction, has no fault that axe finds, and nothing is cut off. */
async function inspect(page: Page, language: Language, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { lang, dir } = await page
    .locator('html')
    .evaluate((root: HTMLElement) => ({ lang: root.lang, dir: root.dir }));
  expect([name, lang.slice(0, 2), dir]).toEqual([name, language, directionOf(language)]);
  const size = page.viewportSize();
  expect(await inspectPage(page)).toEqual([]);
  if (size !== null) await page.setViewportSize(size);
}

test.each(READERS)(
  'a guest books, asks for the language of $locale and cancels in it ($viewport.width)',
  async ({ language, locale, viewport }) => {
    const scene = await setScene();
    const texts = PAGES[language];
    const { page } = await browser.newVisitor({ locale, viewport });
    await page.goto(`/${scene.page.handle}`);
    await inspect(page, language, 'host');
    await page.goto(addressOf(scene.page, { date: dayAhead() }));
    await inspect(page, language, 'times');
    await page.locator('.zone-link').click();
    await page.getByRole('dialog', { name: texts['zone.label'] }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('a.time').first().click();
    await page.getByRole('heading', { name: texts['form.title'] }).waitFor();
    await page.getByRole('button', { name: texts['form.confirm'] }).click();
    await page.getByText(texts['field.email'], { exact: true }).waitFor();
    await inspect(page, language, 'form');
    await page.locator('#field-name').fill('Ann Lee');
    await page.locator('#field-email').fill(`ann-${language}-${viewport.width}@example.org`);
    await page.getByRole('button', { name: texts['form.confirm'] }).click();
    await page.getByRole('heading', { name: texts['state.booked.title'] }).waitFor();
    await inspect(page, language, 'booking');
    expect((await scene.newGuest().read(tokenOf(page))).guest.locale.slice(0, 2)).toBe(language);
    await page.getByRole('link', { name: texts['cancel.open'], exact: true }).click();
    await page.getByRole('button', { name: texts['cancel.button'] }).waitFor();
    await inspect(page, language, 'cancel');
    await page.getByRole('button', { name: texts['cancel.button'] }).click();
    await page.getByRole('heading', { name: texts['state.cancelled.title'] }).waitFor();
  },
);

test('the menu of languages keeps what was chosen', async () => {
  const scene = await setScene();
  const { page } = await browser.newVisitor();
  await page.goto(addressOf(scene.page, { date: dayAhead() }));
  await page.getByRole('link', { name: '10:00', exact: true }).click();
  await page.locator('.languages summary').click();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { name: PAGES.de['form.title'] }).waitFor();
  await page.getByRole('link', { name: PAGES.de['times.back'] }).click();
  await page.locator('.summary .host a').click();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await page.getByText(PAGES.de['host.pick']).waitFor();
});
