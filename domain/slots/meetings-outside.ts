import { splitAtMidnight } from './split-at-midnight.ts';
import type { Schedule } from './types.ts';
import { wholeWindows } from './windows.ts';

/** A meeting's time. */
interface Meeting {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Which of these meetings do not lie within the hours of a schedule, also hours past midnight. */
export function meetingsOutside<M extends Meeting>(meetings: readonly M[], schedule: Schedule): M[] {
  if (meetings.length === 0) return [];
  const [from, to] = [
    Math.min(...meetings.map(({ startsAt }) => startsAt.getTime())),
    Math.max(...meetings.map(({ endsAt }) => endsAt.getTime())),
  ];
  const windows = wholeWindows(splitAtMidnight(schedule), { from, to });
  return meetings.filter(
    ({ startsAt, endsAt }) => !windows.some(({ from, to }) => from <= startsAt.getTime() && endsAt.getTime() <= to),
  );
}
