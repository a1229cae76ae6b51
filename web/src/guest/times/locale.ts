import type { Weekday } from '../../shared/iso-days.ts';

/** Browsers under the C locale name a language no `Intl` knows (`en-US@posix`). */
const languages = navigator.languages.filter(isLanguage);
const language = languages[0] ?? 'en';

/** The clock people of this browser's language read. */
export const readsTwelveHours =
  new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;

/** Dates are written in English, as the pages are, in the order of the reader's own English if there is one. */
export const LOCALE = languages.find((wished) => /^en\b/.test(wished)) ?? (readsTwelveHours ? 'en-US' : 'en-GB');

interface WithWeekInfo {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** The day weeks begin with where the reader lives; Monday if the browser does not say. */
export function weekStartOf(tag: string): Weekday {
  const locale = new Intl.Locale(tag) as Intl.Locale & WithWeekInfo;
  const { firstDay = 1 } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {};
  return firstDay as Weekday;
}

export const weekStart = weekStartOf(language);

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
