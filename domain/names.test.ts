import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutTo, leadsElsewhere } from './names.ts';

const FAMILY = '👩‍👩‍👧‍👦';
const letters = (text: string) => Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);

describe('a text that is cut to a length', () => {
  test.each([
    ['a family of four', `${'a'.repeat(195)}${FAMILY}`],
    ['a flag', `${'a'.repeat(198)}🇩🇪`],
    ['a letter and its accent', `${'a'.repeat(199)}e\u0301`],
    ['a skin tone', `${'a'.repeat(197)}👍🏽`],
    ['a syllable of Devanagari', `${'a'.repeat(198)}नि\u200Dक्षि`],
    ['CRLF', `${'a'.repeat(199)}\r\nb`],
  ])('loses %s that no longer fits as a whole', (_name, text) => {
    const cut = cutTo(text, 200);
    expect(text.startsWith(cut)).toBe(true);
    expect(letters(text).slice(0, letters(cut).length).join('')).toBe(cut);
  });

  test('keeps as many whole characters as fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 30, max: 60 }), (text, length) => {
        const cut = cutTo(text, length);
        const kept = letters(cut).length;
        expect(letters(text).slice(0, kept).join('')).toBe(cut);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect((cut + (letters(text)[kept] ?? 'x'.repeat(length + 1))).length).toBeGreaterThan(length);
      }),
    );
  });

  test('is not empty for one character that never ends', () => {
    expect(cutTo(`a${'\u0301'.repeat(500)}`, 200)).toHaveLength(200);
    expect(cutTo(`👍${'\u200D👍'.repeat(200)}`, 3)).toBe('👍\u200D');
  });
});

test.each([
  ['Ring twice, e.g. at the back door.', false],
  ['Bring “plans” & a pen … see you!', false],
  ['Room 12, floor 3, from 9:30', false],
  ['نراكم قريبًا!', false],
  ['家で会いましょう。鍵を持ってきてください。', false],
  ['www.evil.example', true],
  ['Go to https://evil', true],
  ['write a@b', true],
  ['ｅｖｉｌ．ｅｘａｍｐｌｅ', true],
  ['e\u200Bvil.example', true],
  ['call 0800 555 01 99', true],
  ['call (０８００) 5550199', true],
])('whether “%s” leads elsewhere: %s', (line, does) => {
  expect(leadsElsewhere(line)).toBe(does);
});
