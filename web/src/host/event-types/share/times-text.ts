import type { EventType, HostSlot } from '../../data/event-types.ts';
import { dayOf, inWords, isoDateOf, timeOf } from '../../parts/dates.ts';
import { t } from '../../text.ts';

const MOST_DAYS = 3;
const MOST_TIMES = 4;

/**
 * The next free times as a text for a mail, each with the link that books it; times in `timeZone`. Null where there are
 * none. Of a day with many times some are named that lie far apart.
 */
export function timesText(
  { title, durationMinutes, publicUrl }: Pick<EventType, 'title' | 'durationMinutes' | 'publicUrl'>,
  slots: readonly Pick<HostSlot, 'startsAt'>[],
  timeZone: string,
): string | null {
  const days = Map.groupBy(slots, ({ startsAt }) => isoDateOf(startsAt, timeZone));
  if (days.size === 0) return null;
  const parts = [...days].slice(0, MOST_DAYS).map(([date, times]) => {
    const lines = spread(times, MOST_TIMES).map(
      ({ startsAt }) => `  ${timeOf(startsAt, timeZone)}  ${linkTo(publicUrl, date, startsAt)}`,
    );
    return [dayOf(times[0]?.startsAt ?? date, timeZone), ...lines].join('\n');
  });
  return [
    t('share.suits', { title, duration: inWords(durationMinutes), zone: timeZone }),
    ...parts,
    t('share.orOther', { address: publicUrl }),
  ].join('\n\n');
}

/** At most so many of a list, evenly apart, the first among them. */
function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, index) => list[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  );
}

/** The guest's page with this time chosen. */
function linkTo(publicUrl: string, date: string, startsAt: string): string {
  const address = new URL(publicUrl);
  address.searchParams.set('date', date);
  address.searchParams.set('slot', startsAt);
  return address.href;
}
