import { translatorFor } from '#messages/compile.ts';
import {
  bestLanguage,
  directionOf,
  HOST_LANGUAGES,
  type Language,
  languageOf,
  LANGUAGES,
  localeFor,
} from '#messages/languages.ts';
import { HOST_MAILS, type HostMailMessages, type MailMessages, MAILS } from '#messages/mails.ts';
import { SAID } from '#messages/said.ts';
import { keyOfLink } from '#messages/says.ts';
import type { Messages, Translation, Translator } from '#messages/translate.ts';
import { isolated } from '#mail/direction.ts';
import type { BookingMail, Reader } from '#mail/message.ts';

/** Writes what mails and calendar files say, in one language. */
export type Texts = Translator<MailMessages>;
/** The same for hosts. */
export type HostTexts = Translator<HostMailMessages>;

type Addressed = Pick<BookingMail, 'reader' | 'booking'>;

/** The texts of a mail, in its reader's language. */
export const textsOf = (mail: Addressed): Texts =>
  mail.reader === 'host' ? hostTextsOf(mail) : textsIn(languageFor(mail.reader, mail.booking.readerLocale));

/** The texts of a mail to a host, in the host's language. */
export const hostTextsOf = ({ booking }: Addressed): HostTexts => hostTextsIn(booking.readerLocale);

/** The same for a mail about something else than a booking. */
export function hostTextsIn(locale: string): HostTexts {
  const language = languageOf(locale, HOST_LANGUAGES) ?? 'en';
  return fenced(HOST_MAILS[language], language);
}

/** Why a booking has no link, in a host's language; `name` is the provider's. */
export function linkProblemIn(locale: string, code: string, name: string): string {
  const language = languageOf(locale, HOST_LANGUAGES) ?? 'en';
  const write = fenced<Messages>(SAID[language], language) as (key: string, values: object) => string;
  return write(keyOfLink(code), { name });
}

/** The texts that every mail has. */
export const textsIn = (language: Language): Texts => fenced(MAILS[language], language);

/** The language of a mail to such a reader; English where there is no other. */
export const languageFor = (reader: Reader, locale: string): Language =>
  bestLanguage([locale], reader === 'host' ? HOST_LANGUAGES : LANGUAGES);

/** The locale that a mail to such a reader is written by, its dates too: theirs where there are texts in its language. */
export const mailLocale = (reader: Reader, locale: string): string => localeFor(languageFor(reader, locale), [locale]);

/** Whole sentences of one paragraph; those that have nothing to say are left out. */
export const paragraph = (t: Texts, ...sentences: readonly (string | false)[]): string =>
  sentences.filter((sentence) => sentence !== false && sentence !== '').join(t('mail.gap'));

/** A translator that fences off what is written into its messages where that reads the other way. */
function fenced<English extends Messages>(messages: Translation<English>, language: Language): Translator<English> {
  const direction = directionOf(language);
  const translate = translatorFor<Messages>(messages, language) as (key: string, values: object) => string;
  const write = (key: string, values: object = {}) =>
    translate(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]: [string, unknown]) => [
          name,
          typeof value === 'string' ? isolated(value, direction) : value,
        ]),
      ),
    );
  return Object.assign(write, { language }) as unknown as Translator<English>;
}
