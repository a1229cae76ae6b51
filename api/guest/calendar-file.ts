import { numberCalendarFile } from '#commands/bookings/calendar-entry.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { calendarFile } from '#mail/invitation.ts';
import type { ApiDeps } from '../deps.ts';
import { describeEntry } from '../shared/booking-entry.ts';

/** The booking as a calendar file for its guest, numbered so that calendars take each change of it. */
export async function guestCalendarFile(em: Em, deps: ApiDeps, bookingId: string): Promise<string> {
  const numbered = await numberCalendarFile(deps, { bookingId });
  const host = await em.findOneOrFail(User, { id: numbered.booking.host });
  return calendarFile(describeEntry(deps, { ...numbered, host, reader: 'guest' }), 'PUBLISH', {
    now: deps.now().getTime(),
    from: deps.config.MAIL_FROM,
  });
}
