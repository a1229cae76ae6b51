import { holidayIntervals } from './holidays.ts';
import type { Schedule } from './types.ts';
import { wholeWindows } from './windows.ts';

/** A meeting's time. */
interface Meeting {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Which of these meetings do not lie within the hours of a schedule, or are on a holiday. */
export function meetingsOutside<M extends Meeting>(meetings: readonly M[], schedule: Schedule): M[] {
  if (meetings.length === 0) return [];
  const [from, to] = [
    Math.min(...meetings.map(({ startsAt }) => startsAt.getTime())),
    Math.max(...meetings.map(({ endsAt }) => endsAt.getTime())),
  ];
  const windows = wholeWindows(schedule, { from, to });
  const holidays = holidayIntervals(schedule);
  return meetings.filter((meeting) => {
    const [startsAt, endsAt] = [meeting.startsAt.getTime(), meeting.endsAt.getTime()];
    const isWithin = windows.some(({ from, to }) => from <= startsAt && endsAt <= to);
    return !isWithin || holidays.some(({ from, to }) => startsAt < to && from < endsAt);
  });
}
