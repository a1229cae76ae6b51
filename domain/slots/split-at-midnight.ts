import { dayOf, plusDays, weekdayOf } from './iso-date.ts';
import type { Schedule } from './types.ts';
import { END_OF_DAY, minutesOf } from './wall-time.ts';

type Hours = readonly [from: string, to: string];

/**
 * A schedule in which no hours pass midnight: 22:00–02:00 becomes 22:00–24:00 and, on the next day, 00:00–02:00. Hours
 * belong to the day they begin on, so an override replaces those that begin on its date. Hours that began the day before
 * stay beside it, unless it makes the whole date unavailable.
 */
export function splitAtMidnight(schedule: Schedule): Schedule {
  const { timeZone, weekly, overrides } = schedule;
  const everyHours = [...weekly.map(hoursOf), ...overrides.flatMap(({ intervals }) => intervals)];
  if (!everyHours.some(isPastMidnight)) return schedule;
  const ofDate = new Map(overrides.map(({ date, intervals }) => [date, intervals]));
  const begunOn = (date: string): readonly Hours[] => ofDate.get(date) ?? usualHours(schedule, date);
  const hoursOn = (date: string): readonly Hours[] => {
    if (ofDate.get(date)?.length === 0) return [];
    return [...begunOn(plusDays(date, -1)).flatMap(afterMidnight), ...begunOn(date).map(beforeMidnight)];
  };
  const dates = new Set(overrides.flatMap(({ date }) => [date, plusDays(date, 1)]));
  return {
    timeZone,
    weekly: weekly.flatMap((rule) => {
      const nextDays = rule.days.map((day) => (day % 7) + 1);
      return [
        { days: rule.days, hours: beforeMidnight(hoursOf(rule)) },
        ...afterMidnight(hoursOf(rule)).map((hours) => ({ days: nextDays, hours })),
      ].map(({ days, hours: [from, to] }) => ({ days, from, to }));
    }),
    overrides: [...dates].map((date) => ({ date, intervals: hoursOn(date) })),
  };
}

/** Whether hours end on the day after the one they begin on. */
const isPastMidnight = ([from, to]: Hours) => minutesOf(to) <= minutesOf(from);

const beforeMidnight = (hours: Hours): Hours => (isPastMidnight(hours) ? [hours[0], END_OF_DAY] : hours);

const afterMidnight = (hours: Hours): Hours[] =>
  isPastMidnight(hours) && hours[1] !== '00:00' ? [['00:00', hours[1]]] : [];

const hoursOf = ({ from, to }: Schedule['weekly'][number]): Hours => [from, to];

const usualHours = ({ weekly }: Schedule, date: string): Hours[] =>
  weekly.filter(({ days }) => days.includes(weekdayOf(dayOf(date)))).map(hoursOf);
