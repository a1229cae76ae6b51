import type { Schedule as ScheduleRow } from '#db/entities/schedule.ts';
import type { Schedule } from './schema.ts';

/** A schedule as its host sees it. */
export function presentSchedule({ id, name, timeZone, isDefault, weekly, overrides }: ScheduleRow): Schedule {
  return {
    id,
    name,
    timeZone,
    isDefault,
    weekly: weekly.map(({ days, from, to }) => ({ days: [...days], from, to })),
    overrides: overrides.map(({ date, intervals }) => ({ date, intervals: intervals.map(([from, to]) => [from, to]) })),
  };
}
