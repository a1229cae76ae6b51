import type { BrowserContext, ConsoleMessage, Page, Response } from 'playwright-core';
import { deviationOf } from './described.ts';

export interface Watch {
  /** Console errors that a test provokes on purpose, a refused request for one; each must come. */
  readonly expect: (text: RegExp) => void;
  /** What went wrong on any page of the context so far, in words. */
  readonly faults: () => readonly string[];
}

const LOCAL = /^(about|data|blob):/;

/**
 * Watches every page of a context, popups too: errors in the console, uncaught errors, what the content security policy
 * refused, requests to any other place than `origins`, and answers of the API that are not as documented.
 */
export async function watchPages(context: BrowserContext, origins: readonly string[]): Promise<Watch> {
  const found: string[] = [];
  const expected = new Map<RegExp, number>();
  const places = new Set(origins.map((address) => new URL(address).origin));

  const note = (text: string) => {
    const match = [...expected.keys()].find((pattern) => pattern.test(text));
    if (match === undefined) found.push(text);
    else expected.set(match, (expected.get(match) ?? 0) + 1);
  };
  context.on('weberror', (error) => note(`Uncaught on ${pathOf(error.page())}: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error')
      note(`Console on ${pathOf(message.page())}: ${message.text()} ${sourceOf(message)}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!LOCAL.test(url) && !places.has(new URL(url).origin)) note(`Request to a foreign place: ${url}`);
  });
  const compare = async (response: Response) => {
    const { 'content-type': contentType = null } = response.headers();
    const answer = { method: response.request().method(), url: response.url(), status: response.status(), contentType };
    // A page that leaves takes the text of its answers along.
    const text = async () => (await response.text()) || Promise.reject(new Error('gone'));
    const what = await deviationOf({ ...answer, text });
    if (what !== null) note(`Not as documented: ${what}`);
  };
  context.on('response', (response) => void compare(response));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Policy refused ${blockedURI} (${violatedDirective})`);
    });
  });

  return {
    expect: (text) => void expected.set(text, 0),
    faults: () => [
      ...found,
      ...[...expected]
        .filter(([, times]) => times === 0)
        .map(([text]) => `Expected in the console, but not seen: ${text}`),
    ],
  };
}

const pathOf = (page: Page | null) => (page === null ? 'a closed page' : page.url());
const sourceOf = (message: ConsoleMessage) => `(${message.location().url})`;
