import { type TimeTexts, timeTextsFor } from '#domain/time-texts.ts';
import { useReader } from './clock.tsx';
import { usePage } from './page-context.tsx';
import { t } from './t.ts';

/** The words for times in a zone, by the reader's language and clock. */
export const useTimeTexts = (zone: string): TimeTexts => timeTextsFor(zone, useReader(), usePage().now);

/** "30 min", "1 h", "1 h 30 min". */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? t('duration.hours', { hours }) : '', rest > 0 ? t('duration.minutes', { minutes: rest }) : '']
    .filter((part) => part !== '')
    .join(' ');
}

const DAY_MINUTES = 1_440;

/** How long before something, in whole days where it is: `2 days`, else as `durationText`. */
export function noticeText(minutes: number): string {
  const days = minutes / DAY_MINUTES;
  return Number.isInteger(days) ? t('duration.days', { days }) : durationText(minutes);
}
