import { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import type { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { meetingsOutside } from '#domain/slots/meetings-outside.ts';
import { loadHours, type Whereabouts } from './hours.ts';

/** So many are told of; the first ones are the most urgent. */
const MOST_AFFECTED = 100;

/** Hours by which event types are booked, before and after a change. */
interface ChangeOfHours {
  readonly former: Schedule;
  readonly hours: Schedule;
}

interface Asked {
  readonly hostId: string;
  readonly now: Date;
  /** The host before the change, where that is what changed. */
  readonly formerHost?: Whereabouts;
}

/**
 * Bookings ahead that lay within the former hours of their event type and do not within the new ones, the next first and
 * at most 100. They stay as they are: the host decides what becomes of them.
 * @param changes by the id of the event type
 */
export async function findAffectedBookings(
  em: Em,
  { hostId, now, formerHost }: Asked,
  changes: ReadonlyMap<string, ChangeOfHours>,
): Promise<Booking[]> {
  const of = { host: hostId, eventType: { $in: [...changes.keys()] }, startsAt: { $gt: now } };
  const ahead = await em.find(
    Booking,
    { ...of, status: { $in: ['pending', 'confirmed'] } },
    { orderBy: { startsAt: 'asc' } },
  );
  const host = await em.findOneOrFail(User, { id: hostId });
  const ofTypes = Map.groupBy(ahead, ({ eventType }) => eventType);
  const affected = new Set<Booking>();
  for (const [type, { former, hours }] of changes) {
    const bookings = ofTypes.get(type) ?? [];
    const before = new Set(await outside(bookings, former, formerHost ?? host));
    for (const booking of await outside(bookings, hours, host)) if (!before.has(booking)) affected.add(booking);
  }
  return ahead.filter((booking) => affected.has(booking)).slice(0, MOST_AFFECTED);
}

/** The same of all event types that these schedules are the hours of, each by its former self. */
export async function findAffectedBySchedules(em: Em, asked: Asked, changes: readonly ChangeOfHours[]) {
  const bySchedule = new Map(changes.map((change) => [change.hours.id, change]));
  const types = await em.find(EventType, { schedule: { $in: [...bySchedule.keys()] } }, { fields: ['schedule'] });
  const byType = types.flatMap(({ id, schedule }) => {
    const change = bySchedule.get(schedule);
    return change === undefined ? [] : [[id, change] as const];
  });
  return findAffectedBookings(em, asked, new Map(byType));
}

/** Bookings, in the order of their times, that are not within the hours of a schedule. */
async function outside(bookings: readonly Booking[], schedule: Schedule, host: Whereabouts): Promise<Booking[]> {
  const [first, last] = [bookings[0], bookings.at(-1)];
  if (first === undefined || last === undefined) return [];
  return meetingsOutside(bookings, await loadHours(schedule, host, { from: first.startsAt, to: last.endsAt }));
}
