import type { Reader } from './schema.ts';

/** How dates and times are written for readers of these languages (RFC 9110 §12.5.4); by European habits where none is named. */
export function readerOf(acceptLanguage: string): Reader {
  const languages = languagesIn(acceptLanguage);
  const [first = 'en-GB'] = languages;
  const hasTwelveHours = new Intl.DateTimeFormat(first, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;
  // Pages are in English: the reader's own English counts, if there is one.
  const english = languages.find((one) => /^en\b/i.test(one)) ?? (hasTwelveHours ? 'en-US' : 'en-GB');
  const parts = new Intl.DateTimeFormat(english, { day: 'numeric', month: 'long' }).formatToParts(0);
  return {
    clock: hasTwelveHours ? '12h' : '24h',
    dates: parts[0]?.type === 'month' ? 'month-first' : 'day-first',
    weekStart: weekStartOf(first),
  };
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
    .map(({ tag }) => tag)
    .filter(isLanguage)
    .slice(0, MOST);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}

interface WithWeekInfo {
  getWeekInfo(): { readonly firstDay: number };
}

const weekStartOf = (tag: string): number =>
  (new Intl.Locale(tag) as Intl.Locale & WithWeekInfo).getWeekInfo().firstDay;
