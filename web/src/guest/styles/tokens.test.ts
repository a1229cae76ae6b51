import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleAccountMail, context } from '#dev/mail-preview/samples.ts';
import { renderAccountMail } from '#mail/render.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The custom properties a style sheet sets on `:root`, in the light or behind the question for the dark. */
function tokens(css: string, scheme: 'light' | 'dark'): Map<string, string> {
  const dark = css.indexOf('@media (prefers-color-scheme: dark)');
  const from = css.indexOf(':root', scheme === 'dark' ? dark : 0);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map([...block.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

test('mails have the colours of the pages, in the light and in the dark', () => {
  const { html } = renderAccountMail(sampleAccountMail, context);
  const known = new Set(
    (['light', 'dark'] as const).flatMap((scheme) => [...tokens(read('tokens.css'), scheme).values()]),
  );
  const used = new Set(html.match(/#[0-9a-f]{6}\b/g));
  expect(used.size).toBeGreaterThan(15);
  expect([...used].filter((colour) => !known.has(colour))).toEqual([]);
});
