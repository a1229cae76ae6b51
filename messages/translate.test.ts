import { describe, expect, expectTypeOf, test } from 'vitest';
import { translatorFor } from './compile.ts';
import { bestLanguage, directionOf, languageOf, localeFor } from './languages.ts';

const english = {
  plain: 'Book',
  named: 'Book with {name}',
  counted: '{count, plural, one {# guest} other {# guests}} of {name}',
  linked: 'Read <link>our help</link>, {name}, in <strong>{count, plural, one {# minute} other {# minutes}}</strong>.',
} as const;
const t = translatorFor<typeof english>(english, 'en');

const link = (children: readonly unknown[]) => ({ link: children });
const strong = (children: readonly unknown[]) => ({ strong: children });

describe('a translator', () => {
  test('writes names and numbers into messages', () => {
    expect(t('plain')).toBe('Book');
    expect(t('named', { name: 'Ada' })).toBe('Book with Ada');
    expect(t('counted', { count: 1, name: 'Ada' })).toBe('1 guest of Ada');
    expect(t('counted', { count: 1_200, name: 'Ada' })).toBe('1200 guests of Ada');
  });

  test('counts as the language does', () => {
    const counted =
      '{count, plural, zero {صفر} one {ساعة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}} {name}' as const;
    const arabic = translatorFor<typeof english>({ ...english, counted }, 'ar');
    expect([0, 1, 2, 3, 11].map((count) => arabic('counted', { count, name: '' }).trim())).toEqual([
      'صفر',
      'ساعة',
      'ساعتان',
      '3 ساعات',
      '11 ساعة',
    ]);
  });

  test('makes elements of tags and text of everything else', () => {
    expect(t.rich('linked', { name: '<b>', count: 2, link, strong })).toEqual([
      'Read ',
      { link: ['our help'] },
      ', <b>, in ',
      { strong: ['2 minutes'] },
      '.',
    ]);
  });

  test('asks for a message’s own arguments', () => {
    expectTypeOf(t<'plain'>).parameters.toEqualTypeOf<['plain']>();
    expectTypeOf(t<'counted'>)
      .parameter(1)
      .toMatchTypeOf<{ count: number; name: string | number }>();
    // @ts-expect-error a name is missing
    expect(() => t('named', {})).toThrow('name');
    // @ts-expect-error a tag has no element
    expect(() => t.rich('linked', { name: 'Ada', count: 1, strong })).toThrow('link');
    // @ts-expect-error there is no such message
    expect(() => t('other')).toThrow(TypeError);
  });
});

test.each([
  ['de-AT', 'de'],
  ['pt-PT', 'pt-BR'],
  ['PT', 'pt-BR'],
  ['sv', null],
  ['en-GB', 'en'],
])('speakers of %s read %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test('the first locale decides that there is a language for', () => {
  expect(bestLanguage(['sv', 'fr-CH', 'de'])).toBe('fr');
  expect(bestLanguage(['sv'])).toBe('en');
  expect(bestLanguage(['fr', 'de'], ['en', 'de'])).toBe('de');
  expect([localeFor('de', ['fr', 'de-AT']), localeFor('de', ['fr']), localeFor('en', [])]).toEqual([
    'de-AT',
    'de',
    'en-GB',
  ]);
  expect([directionOf('ar'), directionOf('ja')]).toEqual(['rtl', 'ltr']);
});
