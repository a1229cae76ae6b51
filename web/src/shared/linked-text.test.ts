import { expect, test } from 'vitest';
import { partsOf } from './linked-text.tsx';

const linksIn = (text: string) => partsOf(text).flatMap(({ href }) => href ?? []);

test.each([
  ['see https://example.com/a?b=c#d for more', ['https://example.com/a?b=c#d']],
  ['(https://example.com/a).', ['https://example.com/a']],
  ['HTTP://EXAMPLE.com, https://example.org/ü!', ['http://example.com/', 'https://example.org/%C3%BC']],
  ['“https://example.com”', ['https://example.com/']],
  ['javascript:alert(1) data:text/html,x ftp://example.com mailto:a@b.example', []],
  ['https://bank.example@evil.example/ https://a:b@evil.example', []],
  ['https:// http://. https://[', []],
  ['no link at all', []],
])('%j', (text, links) => {
  expect(linksIn(text)).toEqual(links);
  expect(
    partsOf(text)
      .map(({ words }) => words)
      .join(''),
  ).toBe(text);
});
