import { host as german } from '#messages/de/host.ts';
import { host as english } from '#messages/en/host.ts';
import { translatorFor } from '#messages/compile.ts';
import { HOST_LANGUAGES, languageOf } from '#messages/languages.ts';
import type { Translation, Translator } from '#messages/translate.ts';
import type { ApiContext } from '../context.ts';
import { languagesIn } from './reader.ts';

const TEXTS: Readonly<Record<(typeof HOST_LANGUAGES)[number], Translation<typeof english>>> = {
  en: english,
  de: german,
};

/** Writes a page that is no part of the hosts’ app, in the host’s language. */
export type HostTexts = Translator<typeof english>;

/** The texts for a host; for one who is not known, in the language of the browser. */
export function hostTexts(ctx: ApiContext, host: { readonly locale: string } | null): HostTexts {
  const locales = host === null ? languagesIn(ctx.get('Accept-Language')) : [host.locale];
  const [language = 'en'] = locales.flatMap((locale) => languageOf(locale, HOST_LANGUAGES) ?? []);
  return translatorFor<typeof english>(TEXTS[language], language);
}
