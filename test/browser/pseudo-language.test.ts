import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIST, openFrontEnd } from '#api/front-end/front-end.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { pseudoCatalogues } from '#test/fixtures/pseudo-pages.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { type GuestStates, guestStates } from './guest-states.ts';

const api = await startApi({ frontEnd: openFrontEnd(DIST, pseudoCatalogues()) });
const browser = useBrowser({
  file: async () => ({ app: api.base, simulators: api.base, mailbox: api.base }) as StackFile,
});

let address: GuestStates;
beforeAll(async () => void (address = await guestStates(api)));

/** What a page says beside messages, what people have typed, and what is the same in every language. */
const strayTexts = (page: Page) =>
  page.evaluate(() => {
    const KEPT = '[translate="no"], script, th, [data-date], option, .brand';
    const body = document.body.cloneNode(true) as HTMLElement;
    const labels = [...body.querySelectorAll('[aria-label], [placeholder]')].map(
      (element) => element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '',
    );
    for (const element of body.querySelectorAll(KEPT)) element.remove();
    // Messages stand within messages; the innermost are taken out first.
    const without = (text: string): string => {
      const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
      return less === text ? less : without(less);
    };
    const BY_US = /Google Calendar|Outlook|Microsoft 365|: English|guest-[\w-]+@example\.org/g;
    return [body.textContent, ...labels]
      .map((text) => without(text).replaceAll(BY_US, '').trim())
      .filter((text) => /\p{L}/u.test(text));
  });

/** What is wider than its place. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>('html, h1, h2, p, a, button, li, label, summary')].filter(
      (element) =>
        element.closest('.visually-hidden, [hidden], .trap') === null &&
        getComputedStyle(element).display !== 'inline' &&
        element.scrollWidth > element.clientWidth + 1,
    );
    return wide.map(({ tagName, className, textContent }) => `${tagName}.${className}: ${textContent.slice(0, 60)}`);
  });

const STATES: readonly (keyof GuestStates)[] = [
  'the host’s page',
  'choosing a time',
  'a month without times',
  'the form',
  'a time that is gone',
  'the time zones',
  'a booking',
  'a booking, just made',
  'a request',
  'rescheduling',
  'a new time',
  'cancelling',
  'erasing',
  'leaving as a further guest',
  'a further guest who has left',
  'a link that was used',
  'a link that has expired',
  'a page that is not there',
  'an event type that is not there',
  'a booking that is not there',
  'a request that is not valid',
  'support',
  'the first page',
  'the end of connecting',
];

/** Those that browsers complain of: their pages say that there is nothing, or nothing any more. */
const REFUSED = new Set<keyof GuestStates>([
  'a further guest who has left',
  'a link that was used',
  'a link that has expired',
  'a page that is not there',
  'an event type that is not there',
  'a booking that is not there',
  'a request that is not valid',
]);

describe.each([
  ['a phone', { width: 360, height: 740 }],
  ['a desktop', { width: 1280, height: 800 }],
])('on %s, in a language longer than English,', (_, viewport) => {
  test.each(STATES)('%s says nothing but messages, and all of it has room', async (state) => {
    const { page, watch } = await browser.newVisitor({ viewport });
    if (REFUSED.has(state)) watch.expect(/the server responded with a status of 4/);
    await page.goto(address[state]);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await strayTexts(page)).toEqual([]);
    expect(await overflowing(page)).toEqual([]);
  });
});
