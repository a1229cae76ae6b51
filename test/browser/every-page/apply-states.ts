// The page is handed this one function, so everything that it calls stands in it.
/* oxlint-disable unicorn/consistent-function-scoping */

/** How a control is used, by the pseudo-class that style sheets know it by. */
export type Use = 'hover' | 'active' | 'focus' | 'focus-visible' | 'focus-within';

/**
 * Runs in the page: what its style sheets say of elements in these states holds for every element, and of other states
 * for those that are in them. A selector keeps its specificity: a negation counts as much as the pseudo-class.
 */
export function applyStates(states: readonly Use[]): void {
  const EVERY = ':not(.no-such-class)';
  const USE = /:(hover|active|focus-visible|focus-within|focus)(?![-\w])/g;
  const page = window as unknown as { writtenSelectors?: Map<CSSStyleRule, string> };

  function rulesOf(within: CSSStyleSheet | CSSRule): CSSStyleRule[] {
    const inner = 'cssRules' in within ? [...within.cssRules].flatMap(rulesOf) : [];
    return within instanceof CSSStyleRule ? [within, ...inner] : inner;
  }

  function readSelectors(): Map<CSSStyleRule, string> {
    // What browsers themselves say of a pressed link; it gives way to all that the page says.
    document.styleSheets[0]?.insertRule('@layer of-browsers { :any-link:active { color: ActiveText } }', 0);
    const rules = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap(rulesOf);
    return new Map(
      rules.filter(({ selectorText }) => selectorText.search(USE) !== -1).map((rule) => [rule, rule.selectorText]),
    );
  }

  page.writtenSelectors ??= readSelectors();
  for (const [rule, written] of page.writtenSelectors)
    rule.selectorText = written.replaceAll(USE, (pseudo, use: Use) => (states.includes(use) ? EVERY : pseudo));
}
