import { dateWordsOf } from '#domain/date-words.ts';
import { DEFAULT_LOCALE, hourCycleOf, knownLocale, weekStartOf } from '#domain/locale.ts';
import { bestLanguage, type Language, languageOf, localeFor } from '#messages/languages.ts';
import type { ApiContext } from '../context.ts';
import type { Reader } from './schema.ts';

/**
 * What a page is written by: the language that its address asks for by `?lang=`, else the one its host has decided on,
 * else that of the browser (RFC 9110 §12.5.4), of those `offered`. Clock and weeks stay the browser's; European habits
 * where it names none.
 */
export function readerOf(ctx: ApiContext, offered: readonly Language[]): Reader {
  ctx.vary('Accept-Language');
  const locales = languagesIn(ctx.get('Accept-Language'));
  const asked = [ctx.query['lang'] ?? []].flat().map((tag) => languageOf(tag, offered));
  const fixed = ctx.state.guestLanguage;
  const decided = asked.find((one) => one !== null) ?? (fixed && offered.includes(fixed) ? fixed : null);
  return readerIn(decided ?? bestLanguage(locales, offered), locales);
}

/** The same in one language, for a browser of these languages. */
export function readerIn(language: Language, locales: readonly string[]): Reader {
  const own = localeFor(language, locales);
  const [first = own] = locales;
  const hourCycle = hourCycleOf(first);
  // Who reads English beside another language of a 12-hour clock is likely to read that of America.
  const locale = own === DEFAULT_LOCALE && hourCycle === 'h12' && !locales.includes(own) ? 'en-US' : own;
  return { language, locale, hourCycle, weekStart: weekStartOf(first), words: dateWordsOf(locale) };
}

const MOST = 5;

/** The languages that `Intl` knows, best first. */
export function languagesIn(header: string): string[] {
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
