import type { Page } from 'playwright-core';
import axe, { type AxeResults } from 'axe-core';

const RULES = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;
/** What a change of colours can break; all other rules see the same page. */
const COLOUR_RULES = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const LOOKS = [
  { look: 'phone, light', size: PHONE, colorScheme: 'light', rules: RULES },
  { look: 'phone, dark', size: PHONE, colorScheme: 'dark', rules: COLOUR_RULES },
  { look: 'desktop, dark', size: DESKTOP, colorScheme: 'dark', rules: COLOUR_RULES },
  { look: 'desktop, light', size: DESKTOP, colorScheme: 'light', rules: RULES },
] as const;

/** The narrowest a page may be shown (WCAG 1.4.10), and what a desktop has left at 200 % zoom. */
const NARROW = [
  { look: '200 % zoom', size: { width: 640, height: 400 } },
  { look: '320 px', size: { width: 320, height: 640 } },
];

type Rules = (typeof LOOKS)[number]['rules'];

/** Everything that is wrong with the page as it stands, in words: what axe finds in each look, and what overflows. */
export async function inspectPage(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const { look, size, colorScheme, rules } of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await settle(page);
    for (const { id, nodes } of await violations(page, rules))
      found.push(...nodes.map(({ html, failureSummary }) => `${look}: ${id} ${html.slice(0, 200)} ${failureSummary}`));
    if (size === PHONE) found.push(...(await smallFields(page)).map((field) => `${look}: below 16 px ${field}`));
  }
  for (const { look, size } of NARROW) {
    await page.setViewportSize(size);
    await settle(page);
    const over = await overflow(page);
    if (over !== null) found.push(`${look}: ${over}`);
  }
  return found;
}

/**
 * Waits until the page has taken on its new size and colours: two frames and every transition begun in them. Inside
 * closed details time stands still, so what runs there would never finish.
 */
const settle = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect instanceof KeyframeEffect && effect.target?.checkVisibility())
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });

async function violations(page: Page, rules: Rules): Promise<AxeResults['violations']> {
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof axe }).axe.run({
        runOnly: { type: runOnly.type, values: [...runOnly.values] },
        resultTypes: ['violations'],
      }),
    rules,
  );
  return violations;
}

/** Fields into which Safari on iOS would zoom when they are tapped. */
const smallFields = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea')]
      .filter((field) => field.checkVisibility() && Number.parseFloat(getComputedStyle(field).fontSize) < 16)
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  );

/** How far the page can be scrolled sideways, and by what. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return null;
    const wide = [...document.querySelectorAll('body *')].filter(
      (e) => e.getBoundingClientRect().right > innerWidth + 1,
    );
    const last = wide.at(-1);
    return `${scrollWidth - innerWidth} px too wide: ${last?.tagName} ${last?.className} ${last?.textContent.slice(0, 60)}`;
  });
