/** The languages that guests are written to, as BCP 47 tags; English first, which stands in for all others. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'pl', 'ja', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages that hosts' own pages come in. */
export const HOST_LANGUAGES = ['en', 'de'] as const satisfies readonly Language[];
export type HostLanguage = (typeof HOST_LANGUAGES)[number];

/** What each language is called by those who read it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  ja: '日本語',
  ar: 'العربية',
};

const primary = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';

/** The `offered` language that this locale's speakers read: `de` of `de-AT`, `pt-BR` of `pt-PT`; null where there is none. */
export const languageOf = <Offered extends Language = Language>(
  locale: string,
  offered: readonly Offered[] = LANGUAGES as readonly Language[] as readonly Offered[],
): Offered | null => offered.find((language) => primary(language) === primary(locale)) ?? null;

/** The first of these locales, best first, whose speakers read an `offered` language; English where none does. */
export function bestLanguage(locales: readonly string[], offered: readonly Language[] = LANGUAGES): Language {
  for (const locale of locales) {
    const language = languageOf(locale, offered);
    if (language !== null) return language;
  }
  return 'en';
}

/** By which dates are written in a language: the first of these locales that is one of it, such as `de-AT`, else its own. */
export const localeFor = (language: Language, locales: readonly string[]): string =>
  locales.find((locale) => languageOf(locale) === language) ?? (language === 'en' ? 'en-GB' : language);

/** Which way a language is written, as `dir` takes it. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
