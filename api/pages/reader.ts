import { dateWordsOf } from '#domain/date-words.ts';
import { DEFAULT_LOCALE, hourCycleOf, knownLocale, weekStartOf } from '#domain/locale.ts';
import type { Reader } from './schema.ts';

/** How dates and times are written for readers of these languages (RFC 9110 §12.5.4); by European habits where none is named. */
export function readerOf(acceptLanguage: string): Reader {
  const languages = languagesIn(acceptLanguage);
  const [first = DEFAULT_LOCALE] = languages;
  const hourCycle = hourCycleOf(first);
  // Pages are in English: the reader's own English counts, if there is one.
  const locale = languages.find((one) => /^en\b/i.test(one)) ?? (hourCycle === 'h12' ? 'en-US' : DEFAULT_LOCALE);
  return { locale, hourCycle, weekStart: weekStartOf(first), words: dateWordsOf(locale) };
}

const MOST = 5;

/** The languages that `Intl` knows, best first. */
function languagesIn(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().split(';');
      return { tag, quality: Number(/q=([\d.]+)/.exec(weight)?.[1] ?? 1) };
    })
    .toSorted((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => knownLocale(tag) ?? [])
    .slice(0, MOST);
}
