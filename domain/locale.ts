/** How a reader's clock counts hours, by the names of `Intl`: `h12` writes "2:30 PM", `h23` "14:30". */
export const HOUR_CYCLES = ['h12', 'h23'] as const;
export type HourCycle = (typeof HOUR_CYCLES)[number];

/** By which dates are written for readers of whom nothing is known. */
export const DEFAULT_LOCALE = 'en-GB';

/** The BCP 47 tag as it is stored; null where it is none, or `Intl` does not know its language. */
export function knownLocale(tag: string): string | null {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The clock that people of this locale read. */
export function hourCycleOf(locale: string): HourCycle {
  const found = hourCycles.get(locale);
  if (found !== undefined) return found;
  const cycle = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true ? 'h12' : 'h23';
  if (hourCycles.size < MOST_KEPT) hourCycles.set(locale, cycle);
  return cycle;
}

/** Of the locales that were asked for, since asking costs the better part of a millisecond. */
const hourCycles = new Map<string, HourCycle>();
const MOST_KEPT = 1_000;

interface WithWeekInfo {
  getWeekInfo(): { readonly firstDay: number };
}

/** ISO weekday that weeks begin with there: Monday 1 … Sunday 7. */
export const weekStartOf = (locale: string): number =>
  (new Intl.Locale(locale) as Intl.Locale & WithWeekInfo).getWeekInfo().firstDay;
