import type { Schedule } from './types.ts';
import { DAY_MINUTES, minutesOf } from './wall-time.ts';

type Hours = readonly [from: string, to: string];

/**
 * A schedule whose hours past midnight end beyond 24:00, as the slot rules take them: 22:00–02:00 becomes 22:00–26:00.
 * Such hours belong to the day they begin on, so an override replaces those that begin on its date. Hours that began the
 * day before stay beside it, unless it makes the whole date unavailable.
 */
export function writePastMidnight(schedule: Schedule): Schedule {
  return {
    ...schedule,
    weekly: schedule.weekly.map(({ days, ...hours }) => {
      const [from, to] = beyond([hours.from, hours.to]);
      return { days, from, to };
    }),
    overrides: schedule.overrides.map(({ date, intervals }) => ({ date, intervals: intervals.map(beyond) })),
  };
}

/** Hours that end when they start or before end on the next day. */
function beyond([from, to]: Hours): Hours {
  const end = minutesOf(to);
  return end > minutesOf(from) ? [from, to] : [from, wallTimeOf(end + DAY_MINUTES)];
}

/** `HH:MM` of minutes since 00:00. */
const wallTimeOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
