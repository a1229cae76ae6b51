import type { Weekday } from '../../shared/iso-days.ts';

const language = navigator.language || 'en';

/** The clock people of this browser's language read. */
export const readsTwelveHours =
  new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;

/** Dates are written in English, as the pages are, in the order of the reader's own English if there is one. */
export const LOCALE =
  navigator.languages.find((wished) => /^en\b/.test(wished)) ?? (readsTwelveHours ? 'en-US' : 'en-GB');

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
