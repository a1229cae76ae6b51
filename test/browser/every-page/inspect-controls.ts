import type { CDPSession, Page } from 'playwright-core';
import { measureControls } from './measure-controls.ts';

interface Pointed {
  readonly state: string;
  readonly pseudo: readonly string[];
  /** Whether the page is asked on a touch screen, which knows no hovering. */
  readonly touch?: true;
}

/** How a control looks while it is used. On touch screens what was tapped counts as hovered for long. */
const STATES: readonly Pointed[] = [
  { state: 'at rest', pseudo: [] },
  { state: 'hovered', pseudo: ['hover'] },
  { state: 'focused', pseudo: ['focus', 'focus-visible'] },
  { state: 'pressed', pseudo: ['hover', 'active', 'focus', 'focus-visible'] },
  { state: 'tapped', pseudo: ['hover', 'active', 'focus'], touch: true },
  { state: 'after a tap', pseudo: ['hover', 'focus'], touch: true },
];
const SCHEMES = ['light', 'dark'] as const;
const CONTROLS = 'a, button, input, select, textarea, summary, label, td, [role]';

/**
 * What cannot be read in a control of the page as it stands: at rest, pointed at, focused, pressed and tapped, in both
 * schemes. All controls are put into a state at once, with everything around and in them, as a pointer does with one.
 */
export async function inspectControls(page: Page): Promise<string[]> {
  const found = new Set<string>();
  const browser = await page.context().newCDPSession(page);
  const nodes = await nodesAround(browser);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const { state, pseudo, touch = false } of STATES) {
      await showOn(browser, page, { touch });
      await Promise.all(nodes.map((nodeId) => force(browser, nodeId, pseudo)));
      for (const fault of await page.evaluate(measureControls)) found.add(`${colorScheme}, ${state}: ${fault}`);
    }
  }
  await browser.detach();
  return [...found];
}

/** Controls, what is in them, and what they are in. */
async function nodesAround(browser: CDPSession): Promise<number[]> {
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  const { root } = await browser.send('DOM.getDocument');
  const around = `:is(${CONTROLS}), :is(${CONTROLS}) *, :has(:is(${CONTROLS}))`;
  return (await browser.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: around })).nodeIds;
}

/** A node that the page has replaced meanwhile is none of its controls any more. */
const force = (browser: CDPSession, nodeId: number, forcedPseudoClasses: readonly string[]) =>
  browser
    .send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [...forcedPseudoClasses] })
    .catch(() => undefined);

async function showOn(browser: CDPSession, page: Page, { touch }: { touch: boolean }): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  await browser.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: touch });
}
