import { asClock } from './weekly-hours.ts';

/** The clock time meant, `HH:MM`; null when none can be read. */
export function readClock(said: string, isEnd: boolean): string | null {
  const match = /^\s*(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(am|pm)?\s*$/i.exec(said);
  if (match === null) return null;
  const [, hourText, minuteText = '0', half] = match;
  let hour = Number(hourText);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const minutes = hour * 60 + Number(minuteText);
  const isMidnight = minutes === 24 * 60 || (isEnd && minutes === 0);
  if (isMidnight) return isEnd ? '24:00' : null;
  return minutes < 24 * 60 ? asClock(minutes) : null;
}
