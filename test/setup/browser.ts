import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import { launchBrowser } from '#dev/browser/launch-browser.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import type { Mail } from '#dev/clients/mailbox.ts';
import type { Session } from '#dev/clients/session.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import type { RunningStack } from './stack.ts';
import { patiently } from '#dev/clients/patiently.ts';
import { type Watch, watchPages } from './watch-pages.ts';

export interface Visitor {
  /** The first window; `page.context().pages()` has those it opens. */
  readonly page: Page;
  readonly watch: Watch;
}

export interface TestBrowser {
  /** A fresh person with no cookies, on an empty page. Relative addresses are the app's. */
  newVisitor(options?: BrowserContextOptions): Promise<Visitor>;
  /** A fresh window of a host who is logged in by the session's cookies. */
  openAs(host: Session, options?: BrowserContextOptions): Promise<Visitor>;
  /** A host who has just signed up, with a window of their own. */
  newHost(): Promise<Visitor & { readonly host: HostClient }>;
  /** Opens a mail as the mailbox itself renders it, in a new window of the same person. */
  openMail(visitor: Visitor, mail: Mail): Promise<Page>;
  /** Clicks a link of an opened mail; the window it leads to, a new one or the mail's own. */
  follow(mail: Page, link: string | RegExp): Promise<Page>;
}

/** How long a click or an expectation may take, in milliseconds: real providers are not involved. */
const PATIENCE_MS = 15_000;
/** Pictures of failed tests, for finding out why. */
const PICTURES = join(import.meta.dirname, '../../.scratch/failed');

/** One browser for all files that a process of the test runner works through; it ends with that process. */
let running: Browser | undefined;

async function theBrowser(): Promise<Browser> {
  if (running?.isConnected() !== true) running = await launchBrowser();
  return running;
}

/**
 * A real browser for the tests of a file, and a fresh context for each person in them. A test fails, apart from its
 * assertions, where any page of its contexts logged an error, broke the content security policy or asked a foreign
 * place (`watch-pages.ts`). Call it at the top of the file, after `useSharedStack()`.
 *
 *     const stack = useSharedStack();
 *     const browser = useBrowser(stack);
 *     test('a guest opens the page', async () => {
 *       const { page } = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
 *       await page.goto('/demo/zoom-30');
 *     });
 */
export function useBrowser(stack: RunningStack): TestBrowser {
  let browser: Browser | undefined;
  let visitors: (Visitor & { context: BrowserContext })[] = [];
  beforeAll(async () => void (browser = await theBrowser()));
  afterEach(async ({ task }) => {
    const leaving = visitors;
    visitors = [];
    const faults = leaving.flatMap(({ watch }) => watch.faults());
    if (task.result?.state === 'fail') await takePictures(task.name, leaving);
    await Promise.all(leaving.map(({ context }) => context.close()));
    if (faults.length > 0) throw new Error(`The browser complained:\n${faults.join('\n')}`);
  });

  const newVisitor: TestBrowser['newVisitor'] = async (options = {}) => {
    if (browser === undefined)
      throw new Error('The browser is opened before the first test, not at the top of a file.');
    const places = await stack.file();
    const context = await browser.newContext({ ...defaults(places), ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const watch = await watchPages(context, [places.app, places.simulators, places.mailbox]);
    const visitor = { page: await context.newPage(), watch };
    visitors.push({ ...visitor, context });
    return visitor;
  };

  const openAs: TestBrowser['openAs'] = async (host, options) => {
    const visitor = await newVisitor(options);
    await visitor.page.context().addCookies(cookiesOf(host));
    return visitor;
  };

  return {
    newVisitor,
    openAs,
    async newHost() {
      const { app } = await stack.file();
      const host = await patiently(() => signUp(app));
      return { host, ...(await openAs(host)) };
    },
    async openMail({ page }, { id }) {
      const letter = await page.context().newPage();
      await letter.goto(`${(await stack.file()).mailbox}/api/email/${id}/html`);
      return letter;
    },
    async follow(mail, name) {
      const link = mail.getByRole('link', { name }).first();
      const opensWindow = (await link.getAttribute('target')) === '_blank';
      const opened = opensWindow ? mail.context().waitForEvent('page') : mail;
      await link.click();
      return opened;
    },
  };
}

const defaults = ({ app }: StackFile): BrowserContextOptions => ({
  baseURL: app,
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
});

function cookiesOf({ base, cookies }: Session) {
  return [...cookies].map(([name, value]) => ({ name, value, url: base, httpOnly: true, sameSite: 'Lax' as const }));
}

async function takePictures(test: string, visitors: readonly { readonly context: BrowserContext }[]): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const pages = visitors.flatMap(({ context }) => context.pages());
  const named = test.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60);
  // A page that is closing cannot be photographed, and need not be.
  await Promise.allSettled(
    pages.map((page, index) => page.screenshot({ path: join(PICTURES, `${named}-${index}.png`), timeout: 5_000 })),
  );
}
