import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** No name but this machine's own resolves: a page that reaches out fails visibly instead of leaving the machine. */
const ARGS = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];

/** Launches the browser that `findBrowser` names, headless; sandboxed where that is possible. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env, from } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    args: ARGS,
    // As people have it: a window opened outside of a click is refused.
    ignoreDefaultArgs: ['--disable-popup-blocking'],
    chromiumSandbox: from !== 'npm' && process.getuid?.() !== 0,
    env: { ...process.env, ...env },
  });
}
