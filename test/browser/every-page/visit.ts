import type { Page } from 'playwright-core';
import type { TestBrowser } from '#test/setup/browser.ts';
import type { Cast } from './cast.ts';
import type { PageState } from './guest-pages.ts';

/** A fresh window of who sees the page in this state. */
export async function visit(browser: TestBrowser, cast: Cast, { as, refusal }: PageState): Promise<Page> {
  const visitor = as === undefined ? await browser.newVisitor() : await browser.openAs(cast[as]);
  if (refusal !== undefined) visitor.watch.expect(refusal);
  return visitor.page;
}
