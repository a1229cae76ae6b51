import type { Schedule } from '#db/entities/schedule.ts';
import type { User } from '#db/entities/user.ts';
import type { HolidayChoice } from '#domain/host-preferences.ts';
import { plusDays } from '#domain/slots/iso-date.ts';
import { writePastMidnight } from '#domain/slots/past-midnight.ts';
import type { Schedule as Hours } from '#domain/slots/types.ts';
import { holidaysBetween } from './public-holidays.ts';

/** What a host’s days are besides the schedules. */
export type Whereabouts = Readonly<Pick<User, 'trips' | 'holidays'>>;

interface Range {
  readonly from: Date;
  readonly to: Date;
}

/** Local dates may be a day before or after those of UTC, and a meeting may end on the next. */
const MARGIN_DAYS = 3;

/**
 * A schedule as the slot rules take it around a range: with its host's trips and the public holidays that the host does
 * not work on.
 */
export async function loadHours(
  { timeZone, weekly, overrides }: Pick<Schedule, 'timeZone' | 'weekly' | 'overrides'>,
  { trips, holidays }: Whereabouts,
  range: Range,
): Promise<Hours> {
  return writePastMidnight({
    timeZone,
    weekly,
    overrides,
    trips: trips ?? [],
    holidays: holidays ? await holidaysTaken(holidays, range) : [],
  });
}

async function holidaysTaken(choice: HolidayChoice, { from, to }: Range): Promise<string[]> {
  const dates = {
    from: plusDays(from.toISOString().slice(0, 10), -MARGIN_DAYS),
    to: plusDays(to.toISOString().slice(0, 10), MARGIN_DAYS),
  };
  const holidays = await holidaysBetween(choice, dates);
  return holidays.map(({ date }) => date).filter((date) => !choice.worked.includes(date));
}
