import { entryOf, sequenceOf } from '#commands/bookings/calendar-entry.ts';
import { loadShownOf } from '#commands/bookings/conference-view.ts';
import { Booking } from '#db/entities/booking.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { calendarFeed } from '#mail/invitation.ts';
import type { ApiDeps } from '../deps.ts';
import { describeEntry } from '../shared/booking-entry.ts';

const DAY_MS = 86_400_000;
/** Bookings that begin from so long ago to so far ahead, days. */
const BEFORE_DAYS = 30;
const AHEAD_DAYS = 366;
/** So many at once, the earliest first; later ones come in as these go by. */
const MOST = 2_000;

/** What a host is booked for, as a calendar to subscribe to: confirmed bookings, and those that took place. */
export async function feedText(em: Em, deps: ApiDeps, hostId: string): Promise<string> {
  const now = deps.now().getTime();
  const [from, to] = [new Date(now - BEFORE_DAYS * DAY_MS), new Date(now + AHEAD_DAYS * DAY_MS)];
  const host = await em.findOneOrFail(User, { id: hostId });
  const bookings = await em.find(
    Booking,
    { host: hostId, status: { $in: ['confirmed', 'completed'] }, startsAt: { $gte: from, $lt: to } },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit: MOST },
  );
  const conferences = await loadShownOf(em, deps, bookings);
  const listed = bookings.flatMap((booking, index) => {
    const conference = conferences[index];
    if (conference === undefined) return [];
    const sequence = sequenceOf(booking, entryOf(booking, host, conference));
    const mail = describeEntry(deps, { booking, conference, host, reader: 'host', sequence });
    return [{ mail, changedAt: booking.updatedAt.getTime() }];
  });
  return calendarFeed('Insytical bookings', listed, { from: deps.config.MAIL_FROM });
}
