import type { Me } from '#api/me/schema.ts';
import { HOUR_CYCLES, knownLocale } from '#domain/locale.ts';
import { bestLanguage, HOST_LANGUAGES, type HostLanguage, languageOf } from '#messages/languages.ts';
import type { Weekday } from '../shared/iso-days.ts';
import { keep, readKeptJson } from '../shared/browser-storage.ts';

export type { HostLanguage };

type Writing = Pick<Me, 'locale' | 'hourCycle' | 'weekStart'>;

interface WithWeekInfo {
  getWeekInfo?(): { readonly firstDay: number };
}

const isTwelveHours = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 === true;

/** The browser's languages, best first. Some name what `Intl` throws at: Chromium without a locale has "en-US@posix". */
const LOCALES = navigator.languages.flatMap((tag) => knownLocale(tag) ?? []);

/** The language that the host reads among those of these pages; of another one's speakers English. */
export const pageLanguage = (...locales: readonly string[]) => bestLanguage(locales, HOST_LANGUAGES) as HostLanguage;

/** The locale that dates of a language are written in: the browser's own where it speaks that language. */
export const localeOf = (language: HostLanguage): string =>
  LOCALES.find((tag) => languageOf(tag, HOST_LANGUAGES) === language && tag.includes('-')) ??
  { de: 'de-DE', en: isTwelveHours ? 'en-US' : 'en-GB' }[language];

const [first] = LOCALES;
const weekInfo = first === undefined ? undefined : (new Intl.Locale(first) as WithWeekInfo).getWeekInfo?.();

/** How the browser has it; Firefox does not tell when weeks begin. */
export const BROWSER: Writing = {
  locale: localeOf(pageLanguage(...LOCALES)),
  hourCycle: isTwelveHours ? 'h12' : 'h23',
  weekStart: weekInfo?.firstDay ?? (isTwelveHours ? 7 : 1),
};

/** What the host chose, kept here so that the next page is right before it knows whose it is. */
const KEY = 'writing';

function choicesKept(): Partial<Writing> {
  const kept = readKeptJson('localStorage', KEY) as Partial<Writing> | null;
  return kept !== null && isWriting({ ...BROWSER, ...kept }) ? kept : {};
}

/** Whether another version of these pages has kept what this one knows. */
const isWriting = ({ locale: tag, hourCycle: cycle, weekStart: day }: Writing): boolean =>
  typeof tag === 'string' && knownLocale(tag) !== null && HOUR_CYCLES.includes(cycle) && day >= 1 && day <= 7;

const { locale, hourCycle, weekStart } = { ...BROWSER, ...choicesKept() };

/** The language that these pages are in. */
export const LANGUAGE = pageLanguage(locale);

/** How dates are written. */
export const LOCALE = languageOf(locale, HOST_LANGUAGES) === null ? localeOf(LANGUAGE) : locale;

/** How times are written. */
export const HOUR_CYCLE = hourCycle;

/** ISO weekday that weeks begin with. */
export const WEEK_START = weekStart as Weekday;

/** Keeps what the host chose; false where these pages are written so already, or the browser keeps nothing for us. */
export function keepChoices(me: Me): boolean {
  const choices = Object.fromEntries(me.writingChosen.map((field) => [field, me[field]]));
  const [before, after] = [choicesKept(), choices].map((one) => JSON.stringify({ ...BROWSER, ...one }));
  return before !== after && keep('localStorage', KEY, JSON.stringify(choices));
}

/** Whether our server knows how this browser has what the host has not chosen. */
export const isKnownOf = (me: Me): boolean =>
  (['locale', 'hourCycle', 'weekStart'] as const).every(
    (field) => me.writingChosen.includes(field) || me[field] === BROWSER[field],
  );
