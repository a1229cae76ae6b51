import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
  foldLines,
} from 'ical-generator';
import { isEmailAddress, mailtoUri } from './email-address.ts';

interface Person {
  readonly name: string;
  readonly email: string;
}

/** RFC 5546 §3.2: a request asks for something that stands, a cancellation is always of a cancelled event. */
type MethodAndStatus =
  | { readonly method: 'REQUEST'; readonly status: 'CONFIRMED' | 'TENTATIVE' }
  | { readonly method: 'CANCEL'; readonly status: 'CANCELLED' }
  | { readonly method: 'PUBLISH'; readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' };

export type IcsMethod = MethodAndStatus['method'];

interface CalendarEvent {
  /** The same for the booking's whole life. */
  readonly uid: string;
  /** Raised whenever time, link or status changes; Outlook ignores a file that did not advance. */
  readonly sequence: number;
  /** Of this file, in a feed of the last change of the event. Epoch milliseconds, as are the times of the meeting. */
  readonly now: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly joinUrl: string | null;
  /** The address our mails come from, under the host's name: answers must reach us and not a stranger's mailbox. */
  readonly organizer: Person;
}

export type Invite = CalendarEvent &
  MethodAndStatus & {
    /** The reader of the mail. Left out of a published file, as RFC 5546 §3.2.1 demands. */
    readonly attendee: Person;
  };

/**
 * One calendar file with one event and, unless it is published, one attendee: RFC 5545 and 5546, times in UTC.
 * Throws RangeError when an address, the UID or the times cannot be written without harm.
 */
export function inviteFor(invite: Invite): string {
  if (!isEmailAddress(invite.attendee.email)) throw new RangeError('an address cannot be invited');
  const calendar = new ICalCalendar({ prodId: PRODUCT, method: ICalCalendarMethod[invite.method] });
  const event = addEvent(calendar, invite, invite.status);
  if (invite.method !== 'PUBLISH') event.createAttendee(attendeeOf(invite.attendee));
  return repaired(calendar.toString());
}

/** So often a calendar program may read a feed again, seconds. */
const FEED_TTL = 900;

/**
 * A calendar that programs subscribe to, with one confirmed event for each of `events`: RFC 5545 and 7986, without a
 * method, since it is what stands and no message. The same events give the same text.
 * Throws RangeError where an event cannot be written without harm.
 */
export function feedOf(name: string, events: readonly CalendarEvent[]): string {
  const calendar = new ICalCalendar({ prodId: PRODUCT, name: calendarText(name), ttl: FEED_TTL });
  for (const event of events) addEvent(calendar, event, 'CONFIRMED');
  return repaired(calendar.toString());
}

const PRODUCT = '//Insytical//Scheduler//EN';

function addEvent(calendar: ICalCalendar, described: CalendarEvent, status: Invite['status']): ICalEvent {
  refuseUnwritable(described);
  const event = calendar.createEvent({
    id: described.uid,
    sequence: described.sequence,
    stamp: new Date(described.now),
    start: new Date(described.startsAt),
    end: new Date(described.endsAt),
    summary: calendarText(described.title),
    description: calendarText(described.description),
    location: calendarText(described.location),
    organizer: organizerOf(described.organizer),
    status: ICalEventStatus[status],
  });
  const { joinUrl } = described;
  if (joinUrl !== null && isPlainUri(joinUrl)) event.url(joinUrl);
  return event;
}

// ical-generator refuses a nameless organizer.
const organizerOf = ({ name, email }: Person) => ({ name: commonName(name) || email, email: inUri(email) });

/** ical-generator puts the scheme before it. */
const inUri = (email: string) => mailtoUri(email).replace('mailto:', '');

/** The guest chose the time, so no RSVP is asked for; guests decline through the link in the mail, where it counts. */
const attendeeOf = ({ name, email }: Person) => ({
  name: commonName(name),
  email: inUri(email),
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.ACCEPTED,
  rsvp: false,
});

/**
 * A name as a quoted parameter. Backslashes become their full-width twin: RFC 5545 §3.2 knows no escapes in parameters, yet
 * ical.js (Thunderbird, Nextcloud) undoes `\,` there and then reads the address from the wrong column.
 */
const commonName = (name: string) => calendarText(name).replaceAll('\\', '＼');

/**
 * ical-generator writes `MAILTO:` for attendees and `mailto:` for the organizer; readers that compare the two as texts take
 * them for different people. It also leaves out the last line end, which RFC 5545 §3.4 asks for.
 */
function repaired(ics: string): string {
  const lines = contentLines(ics).map((line) => line.replace(/^(ATTENDEE;.*:)MAILTO:(?=[^:"]+$)/s, '$1mailto:'));
  return foldLines(lines.map((line) => `${line}\r\n`).join(''));
}

/** ical-generator escapes `,` `;` and `\` in URIs too, where readers do not undo it; such a link stays in the texts only. */
const isPlainUri = (uri: string) => /^https?:\/\/[^\s,;\\"<>]+$/.test(uri) && uri === calendarText(uri);

function refuseUnwritable({ organizer, uid, startsAt, endsAt, sequence }: CalendarEvent): void {
  if (!isEmailAddress(organizer.email)) throw new RangeError('an address cannot organize');
  if (!/^[\w.@-]+$/.test(uid)) throw new RangeError('a UID is letters, digits and . @ - _');
  if (!(endsAt > startsAt)) throw new RangeError('a meeting ends after it starts');
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new RangeError('a sequence counts from 0');
}

// RFC 5545 §3.1 calls these CONTROL and allows none of them in a value; a line break is written as \n, a tab may stay.
// eslint-disable-next-line no-control-regex -- control characters are the subject
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/**
 * What of a text survives in a calendar file: every kind of line break becomes `\n` (a bare CR would end the line for some
 * readers), control characters are dropped and lone surrogates, which have no UTF-8 form, become U+FFFD.
 */
export function calendarText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').toWellFormed();
}

/** The unfolded content lines of a calendar file (RFC 5545 §3.1), without their line ends. */
export function contentLines(ics: string): string[] {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}
