import type { Browser } from 'playwright-core';
import { launchBrowser } from '#dev/browser/launch-browser.ts';

/** As slow as a cheap phone beside a developer's machine. */
const CPU_SLOWDOWN = 4;
const PHONE = { width: 390, height: 844 };
/** Nothing larger is painted once this was silent for so long, in milliseconds. */
const SILENCE_MS = 300;

/**
 * Largest contentful paint of a page on a phone with an empty cache, in milliseconds from the navigation's start, once a
 * run. The page counts as painted when its first time can be clicked.
 */
export async function paintTimes(address: string, runs: number): Promise<number[]> {
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    // The first one also warms the server and the browser.
    for (let run = 0; run <= runs; run += 1) times.push(await paintTime(browser, address));
    return times.slice(1);
  } finally {
    await browser.close();
  }
}

async function paintTime(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE, timezoneId: 'Europe/Berlin', locale: 'en-GB' });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.goto(address);
  await page.locator('.time').first().waitFor();
  const painted = await page.evaluate(largestPaint, SILENCE_MS);
  await context.close();
  return painted;
}

function largestPaint(silence: number): Promise<number> {
  return new Promise((resolve) => {
    let last = 0;
    new PerformanceObserver((list) => {
      last = list.getEntries().at(-1)?.startTime ?? last;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve(last), silence);
  });
}
