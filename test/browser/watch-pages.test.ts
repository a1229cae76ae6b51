import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#dev/browser/launch-browser.ts';
import { watchPages } from '#test/setup/watch-pages.ts';
import { useSharedStack } from '#test/setup/stack.ts';

const stack = useSharedStack();
let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

async function watched() {
  const { app } = await stack.file();
  const context = await browser.newContext({ baseURL: app });
  const watch = await watchPages(context, [app]);
  const page = await context.newPage();
  await page.goto('/support');
  return { page, watch, [Symbol.asyncDispose]: () => context.close() };
}

test('a page that behaves has no faults', async () => {
  await using seen = await watched();
  expect(seen.watch.faults()).toEqual([]);
});

test('a style that the policy refuses is a fault', async () => {
  await using seen = await watched();
  await seen.page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">red</p>'));
  await expect.poll(() => seen.watch.faults().join()).toContain('Policy refused inline (style-src');
});

test('a request to a foreign place is a fault', async () => {
  await using seen = await watched();
  await seen.page.evaluate(() => window.open('http://fonts.example.com/a.css'));
  await expect.poll(() => seen.watch.faults().join()).toContain('http://fonts.example.com/a.css');
});

test('an uncaught error and an error in the console are faults', async () => {
  await using seen = await watched();
  await seen.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('thrown aside');
    });
    console.error('logged as an error');
  });
  await expect.poll(() => seen.watch.faults().join()).toContain('thrown aside');
  expect(seen.watch.faults().join()).toContain('logged as an error');
});

test('what a test expects is no fault, but its absence is', async () => {
  await using seen = await watched();
  seen.watch.expect(/logged as an error/);
  expect(seen.watch.faults()).toHaveLength(1);
  await seen.page.evaluate(() => console.error('logged as an error'));
  await expect.poll(() => seen.watch.faults()).toEqual([]);
});
