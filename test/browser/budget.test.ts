import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { addressOf, dayAhead } from './guest-steps.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
const setScene = useScenes(stack);
/** Script and style of a guest's first load, compressed. */
const MOST_BYTES = 90_000;
const SIZES = [
  { device: 'phone', viewport: { width: 390, height: 844 } },
  { device: 'desktop', viewport: { width: 1280, height: 800 } },
];

let address: string;
let booking: string;
beforeAll(async () => {
  const { demo } = await stack.file();
  address = addressOf({ handle: demo.handle, slug: demo.eventTypes['zoom'] ?? '' });
  booking = `${address}?date=${dayAhead()}`;
});

/** Compressed script and style that a page has loaded once it is quiet, by file. */
async function weightOf(path: string): Promise<{ name: string; bytes: number }[]> {
  const { page } = await browser.newVisitor();
  const files = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (['script', 'stylesheet'].includes(response.request().resourceType()))
      files.set(
        new URL(response.url()).pathname,
        response.body().then((body) => gzipSync(body).length),
      );
  });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return Promise.all([...files].map(async ([name, size]) => ({ name, bytes: await size })));
}

test.each(['event', 'booking'])(
  'the first load of the %s page is at most 90 kB of script and style, compressed',
  async (which) => {
    const scene = await setScene();
    const { token } = await scene.newGuest().book(scene.page, `${dayAhead()}T09:00:00Z`);
    const weight = await weightOf(which === 'event' ? addressOf(scene.page) : `/booking/${token}`);
    const total = weight.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(weight.length).toBeGreaterThan(1);
    // Where it is too much, the answer names the files.
    expect(total <= MOST_BYTES ? [] : weight).toEqual([]);
  },
);

test('what is sent compressed is about as small as gzip makes it', async () => {
  const { page } = await browser.newVisitor();
  const loaded = page.waitForResponse((response) => /assets\/.*\.js$/.test(new URL(response.url()).pathname));
  await page.goto(address);
  const response = await loaded;
  expect(response.headers()['content-encoding']).toMatch(/^(gzip|br|zstd)$/);
  const { responseBodySize } = await response.request().sizes();
  expect(responseBodySize).toBeLessThan(gzipSync(await response.body()).length * 1.1);
});

test.each(SIZES)(
  'nothing moves on a $device when the page comes to life in the guest’s own zone, nor while one chooses',
  async ({ viewport }) => {
    const { page } = await browser.newVisitor({ viewport, timezoneId: 'Asia/Tokyo', locale: 'en-US' });
    await page.addInitScript(countShifts);
    // Slow enough that the page as the server made it is painted.
    await page.route('**/assets/*.js', async (route) => {
      await page.evaluate(async () => {
        for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
      });
      await route.continue();
    });
    await page.goto(address);
    const inTokyo = page.getByRole('link', { name: /Time zone: Tokyo/ });
    await inTokyo.waitFor();
    expect(await shiftsOf(page)).toEqual([]);
    await page.goto(booking);
    await inTokyo.waitFor();
    await page
      .getByRole('link', { name: /^\d{1,2}:\d\d [AP]M$/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Your details' }).waitFor();
    expect(await shiftsOf(page)).toEqual([]);
  },
);

/** What moved without being asked to, since the page was opened: `value: element`. */
const shiftsOf = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    return (window as unknown as { shifts: string[] }).shifts;
  });

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

function countShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      const nodes = sources.map(({ node }) => (node instanceof Element ? node.className : node?.nodeName));
      if (!hadRecentInput) shifts.push(`${value.toFixed(4)}: ${nodes.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
