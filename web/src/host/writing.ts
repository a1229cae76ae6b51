import type { Me } from '#api/me/schema.ts';
import { bestLanguage, HOST_LANGUAGES, languageOf } from '#messages/languages.ts';
import type { Weekday } from '../shared/iso-days.ts';

export type HostLanguage = (typeof HOST_LANGUAGES)[number];

interface WithWeekInfo {
  getWeekInfo?(): { readonly firstDay: number };
}

const isTwelveHours = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 === true;

/** The language that these pages are in: the first of the browser's that they come in. */
export const LANGUAGE = bestLanguage(navigator.languages, HOST_LANGUAGES) as HostLanguage;

/** How dates are written: as the browser's own region does where it speaks that language. */
export const LOCALE =
  navigator.languages.find((tag) => languageOf(tag, HOST_LANGUAGES) === LANGUAGE && tag.includes('-')) ??
  { de: 'de-DE', en: isTwelveHours ? 'en-US' : 'en-GB' }[LANGUAGE];

/** How the browser's language writes times, and so do these pages. */
export const HOUR_CYCLE: Me['hourCycle'] = isTwelveHours ? 'h12' : 'h23';

/** ISO weekday that weeks begin with in the browser's language; Firefox does not tell. */
export const WEEK_START = ((new Intl.Locale(navigator.language) as WithWeekInfo).getWeekInfo?.().firstDay ??
  (isTwelveHours ? 7 : 1)) as Weekday;
