import { readFileSync } from 'node:fs';
import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccentTokens, accentTokens, contrast } from './accent.ts';

const css = readFileSync(new URL('../web/src/guest/styles/tokens.css', import.meta.url), 'utf8');

/** A token of the pages, in the light or in the dark. */
function token(name: string, scheme: 'light' | 'dark'): string {
  const from = scheme === 'dark' ? css.indexOf('prefers-color-scheme') : 0;
  return new RegExp(`${name}: (#[0-9a-f]{6});`).exec(css.slice(from))?.[1] ?? '';
}

const colour = integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

/** Pairs of text and what it stands on that pages have. */
function pairs(shades: AccentTokens, scheme: 'light' | 'dark'): [string, string][] {
  const of = (name: string) => shades[name] ?? token(name, scheme);
  const text = ['--accent', '--accent-strong', '--ink', '--soft'];
  const grounds = ['--card', '--canvas', '--tint', '--tint-strong'];
  return [
    ...text.flatMap((front) => grounds.map((back): [string, string] => [of(front), of(back)])),
    [of('--on-accent'), of('--accent')],
    [of('--on-accent'), of('--accent-strong')],
  ];
}

describe.each(['light', 'dark'] as const)('on %s pages', (scheme) => {
  test('every colour becomes one that can be read, and on which text can be read', () => {
    assert(
      property(colour, (chosen) => {
        const ratios = pairs(accentTokens(chosen)[scheme], scheme).map(([front, back]) => contrast(front, back));
        expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2_000, examples: [['#ffff00'], ['#000000'], ['#ffffff'], ['#ff0000'], ['#0000ff'], ['#808080']] },
    );
  });
});

test('a colour that can be read stays as it is', () => {
  expect(accentTokens('#0f5f4e').light['--accent']).toBe('#0f5f4e');
  expect(accentTokens('#5bcbab').dark['--accent']).toBe('#5bcbab');
});

test('black on white has the contrast that WCAG gives it', () => {
  expect([contrast('#000000', '#ffffff'), contrast('#777777', '#ffffff').toFixed(2)]).toEqual([21, '4.48']);
});
