import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HostClient } from '#dev/clients/host.ts';
import { HOST } from './people.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
const WIDTH = 1200;
/** CSS pixels, where a picture says nothing else. */
const HEIGHT = 800;
/** Bytes; pictures live in the repository. */
const MOST_BYTES = 250_000;

/** A window at the app, of a host who is logged in or of a guest. */
export async function openWindow(browser: Browser, app: string, host?: HostClient): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: app,
    locale: 'en-GB',
    timezoneId: HOST.timeZone,
    viewport: { width: WIDTH, height: HEIGHT },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  const cookies = [...(host?.cookies ?? [])].map(([name, value]) => ({ name, value, url: app }));
  await context.addCookies(cookies);
  return context;
}

/**
 * Takes a picture of the top of a page, `height` CSS pixels of it.
 * @throws Error when the file is too large for the repository
 */
export async function shoot(page: Page, name: string, height = HEIGHT): Promise<string> {
  const path = join(FOLDER, `${name}.png`);
  await page.setViewportSize({ width: WIDTH, height });
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; at most ${MOST_BYTES} are wanted`);
  return `${name}.png  ${Math.round(size / 1000)} kB`;
}
