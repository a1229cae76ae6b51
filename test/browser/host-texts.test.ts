import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { compiled } from '#messages/compile.ts';
import { host as english } from '#messages/en/host.ts';
import { LANGUAGE_NAMES } from '#messages/languages.ts';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { type Cast, gatherCast } from './every-page/cast.ts';

const stack = useSharedStack();
const browser = useBrowser(stack);
let cast: Cast;
beforeAll(async () => void (cast = await gatherCast(await stack.file())));

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};
const accented = (text: string) => text.replaceAll(/[aeiou]/gi, (letter) => ACCENTS[letter] ?? letter);

/** A compiled message with an accent on every vowel; names of arguments and tags stay. */
function pseudo(node: unknown): unknown {
  if (typeof node === 'string') return accented(node);
  return Array.isArray(node) ? node.map(inside) : node;
}

function inside(node: unknown): unknown {
  if (typeof node === 'string') return accented(node);
  if (!Array.isArray(node) || node.length === 1) return node;
  const [name, type, branches] = node as [unknown, unknown, Record<string, unknown>];
  if (typeof type !== 'number') return [name, ...node.slice(1).map(inside)];
  return [
    name,
    type,
    Object.fromEntries(Object.entries(branches).map(([branch, message]) => [branch, pseudo(message)])),
  ];
}

const messages = Object.fromEntries(
  Object.entries(compiled<typeof english>(english)).map(([key, message]) => [key, pseudo(message)]),
);

/** Has the page's English written with accents: the file of its messages is another one. */
const accentEnglish = (page: Page) =>
  page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const isCatalogue = (await response.text()).includes('"shell.skip":');
    if (!isCatalogue) return route.fulfill({ response });
    return route.fulfill({ response, body: `export const host = ${JSON.stringify(messages)};` });
  });

/** What is no message: what people have typed, names, dates, addresses. */
const DATA = [
  /^(Insytical|Zoom|Google Meet|Microsoft Teams|autosize measurement)$/,
  /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/,
  /^(Mo|Tu|We|Th|Fr|Sa|Su|[A-Z]\w+ \d{4})$/,
  /^(Intro call|Review|Coffee|Later|Not yet|Anywhere|Call)\b/,
  /^(Sam Guest, .*|(Just me|A team)\b.*|Hello!\n.*|Plans|review|anywhere|How many are you\?|Your number|What is it about\?|I have read the rules)$/s,
  /Europe\/Berlin|localhost:|^https?:/,
];

/** Texts and labels of a page that have no accent. */
const plainTexts = (page: Page) =>
  page.evaluate(() => {
    const KEPT = '[translate="no"], script, style, code, time, noscript';
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (walker.currentNode.parentElement?.closest(KEPT) === null) said.push(walker.currentNode.textContent ?? '');
    for (const name of ['aria-label', 'placeholder', 'title'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (element.closest(KEPT) === null) said.push(element.getAttribute(name) ?? '');
    return [...new Set(said)]
      .map((text) => text.trim())
      .filter((text) => /[aeiou]/i.test(text) && !/[áéíóú]/i.test(text));
  });

const LANGUAGES_OWN: readonly string[] = Object.values(LANGUAGE_NAMES);
const strayTexts = async (page: Page) =>
  (await plainTexts(page)).filter(
    (text) => !LANGUAGES_OWN.includes(text) && !DATA.some((pattern) => pattern.test(text)),
  );

const STATES: readonly (readonly [string, 'host' | 'forsaken' | 'newcomer' | undefined, (cast: Cast) => string])[] = [
  ['login', undefined, () => '/login'],
  ['sign-up', undefined, () => '/login?mode=sign-up'],
  ['a forgotten password', undefined, () => '/login?mode=forgotten'],
  ['the first steps', 'newcomer', () => '/bookings'],
  ['bookings', 'host', () => '/bookings'],
  ['requests', 'host', () => '/bookings?view=pending'],
  ['a week', 'host', () => '/bookings?week=2027-01-01'],
  ['a booking', 'host', ({ moved }) => `/bookings/${moved.id}`],
  ['a booking whose guest asks for another time', 'host', ({ proposed }) => `/bookings/${proposed.id}`],
  ['a booking without a link', 'host', ({ withoutLink }) => `/bookings/${withoutLink.id}`],
  ['event types', 'host', () => '/scheduler/event-types'],
  ['sharing', 'host', ({ eventTypeId }) => `/scheduler/event-types?share=${eventTypeId}`],
  ['an event type', 'host', ({ eventTypeId }) => `/scheduler/event-types/${eventTypeId}`],
  ['several places', 'host', ({ choosingId }) => `/scheduler/event-types/${choosingId}`],
  ['availability', 'host', () => '/scheduler/availability'],
  ['a calendar that cannot be read', 'forsaken', () => '/scheduler/availability'],
  ['integrations', 'host', () => '/user/integrations'],
  ['integrations that need reconnecting', 'forsaken', () => '/user/integrations'],
  ['account', 'host', () => '/user/account'],
  ['nothing there', 'host', () => '/user/nothing'],
];

test.each(STATES)('%s: nothing is said but messages', async (_, as, address) => {
  const { page } = as === undefined ? await browser.newVisitor() : await browser.openAs(cast[as]);
  await accentEnglish(page);
  await page.goto(address(cast));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await strayTexts(page)).toEqual([]);
});
