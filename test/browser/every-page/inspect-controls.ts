import type { Page } from 'playwright-core';
import { applyStates, type Use } from './apply-states.ts';
import { measureControls } from './measure-controls.ts';

interface State {
  readonly state: string;
  readonly uses: readonly Use[];
}

const FOCUS = ['focus', 'focus-within'] as const;
const KEYBOARD_FOCUS = [...FOCUS, 'focus-visible'] as const;

/** How a control looks while it is used, by a mouse or keys and on a touch screen, which knows no hovering. */
const STATES: readonly { readonly touch: boolean; readonly states: readonly State[] }[] = [
  {
    touch: false,
    states: [
      { state: 'at rest', uses: [] },
      { state: 'hovered', uses: ['hover'] },
      { state: 'focused', uses: KEYBOARD_FOCUS },
      { state: 'pressed', uses: ['hover', 'active', ...KEYBOARD_FOCUS] },
    ],
  },
  {
    // What was tapped counts as hovered for long.
    touch: true,
    states: [
      { state: 'tapped', uses: ['hover', 'active', ...FOCUS] },
      { state: 'after a tap', uses: ['hover', ...FOCUS] },
    ],
  },
];
const SCHEMES = ['light', 'dark'] as const;

/**
 * What cannot be read in a control of the page as it stands: at rest, pointed at, focused, pressed and tapped, in both
 * schemes. All controls are put into a state at once, with everything around and in them, as a pointer does with one. The
 * page has a touch screen afterwards.
 */
export async function inspectControls(page: Page): Promise<string[]> {
  const found = new Set<string>();
  const browser = await page.context().newCDPSession(page);
  for (const { touch, states } of STATES) {
    // Switched off again, it would leave a screen that knows no pointer at all.
    if (touch) await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const { state, uses } of states) {
        await page.evaluate(applyStates, uses);
        for (const fault of await page.evaluate(measureControls)) found.add(`${colorScheme}, ${state}: ${fault}`);
      }
    }
  }
  await page.evaluate(applyStates, []);
  await browser.detach();
  return [...found];
}
