import type { Me } from '#api/me/schema.ts';
import type { Schedule } from '../data/schedules.ts';
import { weekdayName } from '../parts/dates.ts';
import { t, type Words } from '../text.ts';

export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** A week as hosts think of it: for Monday to Sunday (index 0–6) its hours in order. */
export type Week = readonly (readonly Hours[])[];

/** The server's rules, each for some ISO weekdays, as a week. */
export const weekOf = (weekly: Schedule['weekly']): Week =>
  Array.from({ length: 7 }, (_, index) =>
    weekly
      .filter(({ days }) => days.includes(index + 1))
      .map(({ from, to }) => ({ from, to }))
      .toSorted(byStart),
  );

/** A week as rules: days that share hours share a rule. */
export function rulesOf(week: Week): Schedule['weekly'] {
  const rules = new Map<string, { days: number[]; from: string; to: string }>();
  week.forEach((hours, index) =>
    hours.forEach(({ from, to }) => {
      const rule = rules.get(`${from}-${to}`) ?? { days: [], from, to };
      rule.days.push(index + 1);
      rules.set(`${from}-${to}`, rule);
    }),
  );
  return [...rules.values()];
}

const byStart = (one: Hours, other: Hours) => one.from.localeCompare(other.from);

/** What is wrong with one day's hours, or null. */
export function faultOf(hours: readonly Hours[]): Words | null {
  const sorted = hours.toSorted(byStart);
  if (sorted.some(({ from, to }) => from === to)) return 'availability.emptyHours';
  const isOverlap = sorted.some((hours, index) => {
    const before = sorted[index - 1];
    return before !== undefined && toMinutes(hours.from) < endOf(before);
  });
  return isOverlap ? 'availability.overlap' : null;
}

const DAY = 24 * 60;
const HOUR = 60;

/** Whether hours such as 22:00 to 02:00 end on the next day. */
export const endsNextDay = ({ from, to }: Hours) => to < from;

/** Minutes from 00:00 of the day on which the hours start to their end. */
const endOf = (hours: Hours) => toMinutes(hours.to) + (endsNextDay(hours) ? DAY : 0);

/** Hours that would come next on a day: after the last ones with a break, or before the first where the day is used up. */
export function nextHours(hours: readonly Hours[]): Hours {
  const sorted = hours.toSorted(byStart);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { from: '09:00', to: '17:00' };
  const end = endOf(last);
  if (end >= DAY) return { from: asClock(Math.max(0, toMinutes(first.from) - HOUR)), to: first.from };
  const start = Math.max(end, Math.min(end + HOUR, DAY - HOUR));
  return { from: asClock(start), to: asClock(Math.min(start + HOUR, DAY)) };
}

export const toMinutes = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

export const asClock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A time of day `HH:MM` as hosts read it: "14:30" or "2:30 PM"; the end of a day is midnight on twelve-hour clocks. */
export function clockText(time: string, hourCycle: Me['hourCycle']): string {
  if (hourCycle === 'h23') return time;
  const hour = Number(time.slice(0, 2)) % 24;
  return `${hour % 12 || 12}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** "09:00–17:00", "9:00 AM–5:00 PM". */
export const hoursText = ({ from, to }: Hours, hourCycle: Me['hourCycle']) =>
  `${clockText(from, hourCycle)}–${clockText(to, hourCycle)}`;

/** "Mon–Fri 09:00–17:00" and the like, for a glance. */
export function weekInWords(weekly: Schedule['weekly'], hourCycle: Me['hourCycle']): string {
  if (weekly.length === 0) return t('availability.noHours');
  return weekly.map((hours) => `${daysInWords(hours.days)} ${hoursText(hours, hourCycle)}`).join(', ');
}

function daysInWords(days: readonly number[]): string {
  const sorted = days.toSorted((one, other) => one - other);
  const isRun = sorted.length > 2 && sorted.every((day, index) => index === 0 || day === (sorted[index - 1] ?? 0) + 1);
  return isRun ? `${short(sorted[0])}–${short(sorted.at(-1))}` : sorted.map(short).join(', ');
}

const short = (day: number | undefined) => (day === undefined ? '' : weekdayName(day, 'short'));
