import type { CalendarEntry } from '#dev/clients/calendar.ts';
import type { ReceivedMail } from '../received-mail.ts';
import type { ObservedBooking } from '../observed.ts';
import { firstCopies } from './last-mails.ts';
import { isOver, type Rule, sameInstant, type Violation } from './verdict.ts';

/** What stands in a calendar after these mails, where its program takes only what is newer by its SEQUENCE (RFC 5546 §2.1.5). */
export function entryAfter(inbox: readonly ReceivedMail[]): CalendarEntry | null {
  const files = firstCopies(inbox).flatMap(({ entry }) => entry ?? []);
  return files.reduce<CalendarEntry | null>((held, file) => (held === null || isNewer(file, held) ? file : held), null);
}

/** An end counts even where its number did not rise. */
const isNewer = (file: CalendarEntry, held: CalendarEntry): boolean =>
  file.sequence > held.sequence || (file.method === 'CANCEL' && file.sequence === held.sequence);

/** The guest's calendar shows the booking as it is; so does the host's where our file brought the entry. */
export const judgeCalendars: Rule = ({ bookings }) =>
  bookings.flatMap((booking) => [...judgeCalendar(booking, 'guest'), ...judgeCalendar(booking, 'host')]);

function judgeCalendar(booking: ObservedBooking, reader: 'guest' | 'host'): Violation[] {
  const { status, startsAt, conference } = booking.hostSees;
  const held = entryAfter(booking.inbox[reader]);
  const about = `${booking.guest.label}, the ${reader}'s`;
  const told = firstCopies(booking.inbox[reader]).flatMap(({ entry }) => entry ?? []);
  const seen = told.map(({ method, sequence, startsAt, url }) => `${method} ${sequence} ${startsAt} ${url}`).join('; ');
  if (isOver(status)) {
    if (held === null || held.method === 'CANCEL') return [];
    return [{ rule: 'calendars', about, expected: 'no entry', seen }];
  }
  if (status !== 'confirmed') return [];
  // There the provider's own event is in the host's calendar, with its link; a file of ours beside it only has to be right.
  const isBeside = reader === 'host' && booking.host.plan.provider !== 'zoom';
  if (held === null && isBeside) return [];
  const link = isBeside ? null : conference.joinUrl;
  const isRight = held !== null && held.method === 'REQUEST' && sameInstant(held.startsAt, startsAt);
  if (isRight && (link === null || held.url === link)) return [];
  return [{ rule: 'calendars', about, expected: `an entry at ${startsAt} with ${link}`, seen: seen || 'no file' }];
}
