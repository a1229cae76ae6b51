import { feedOf, inviteFor, type IcsMethod } from '#domain/ics.ts';
import { telUri } from '#domain/phone-call.ts';
import { isOnline, meetingLinkOf, numberToCall } from '#mail/meeting-link.ts';
import type { BookingMail, BookingMailKind, MailContext, RenderedMail } from '#mail/message.ts';
import { guestReaderOf, peopleOf, shownName } from '#mail/people.ts';
import { webLink } from '#mail/plain-words.ts';
import { hostTextsOf, type Texts, textsOf } from '#mail/texts.ts';

const METHODS: Partial<Record<BookingMailKind, 'REQUEST' | 'CANCEL'>> = {
  confirmed: 'REQUEST',
  rescheduled: 'REQUEST',
  link_ready: 'REQUEST',
  cancelled: 'CANCEL',
  declined: 'CANCEL',
  expired: 'CANCEL',
};

/** The calendar file that travels with a mail, if this reader keeps the meeting by our file and the mail changes it. */
export function invitationOf(mail: BookingMail, context: MailContext): RenderedMail['ics'] {
  const method = METHODS[mail.kind];
  if (!mail.attachInvite || method === undefined) return null;
  // A meeting that still waits for a confirmation is in no calendar yet.
  if (method === 'REQUEST' && mail.booking.status !== 'confirmed') return null;
  // Exchange tells an organizer who gets an invitation that it is their own and drops it.
  if (readerOf(mail).email.toLowerCase() === context.from.toLowerCase()) return null;
  return { method, content: calendarFile(mail, method, context) };
}

/** The same event as a file to download, or as the part of a mail. */
export function calendarFile(
  mail: BookingMail,
  method: IcsMethod,
  { now, from }: Pick<MailContext, 'now' | 'from'>,
): string {
  const { booking } = mail;
  const over = isOver(mail);
  const stands = booking.status === 'pending' ? 'TENTATIVE' : 'CONFIRMED';
  return inviteFor({
    ...eventOf(mail, from),
    ...(method === 'CANCEL'
      ? { method, status: 'CANCELLED' }
      : method === 'REQUEST'
        ? { method, status: stands }
        : { method, status: over ? 'CANCELLED' : stands }),
    now,
    attendee: readerOf(mail),
  });
}

/** A booking as its host's feed tells it, and when it was last changed, epoch milliseconds. */
interface Listed {
  readonly mail: BookingMail;
  readonly changedAt: number;
}

/** A host's bookings as a calendar to subscribe to: under the UIDs, and in the words, of the invitations. */
export function calendarFeed(name: string, listed: readonly Listed[], { from }: Pick<MailContext, 'from'>): string {
  const events = listed.map(({ mail, changedAt }) => ({ ...eventOf(mail, from), now: changedAt }));
  return feedOf(name, events);
}

function eventOf(mail: BookingMail, from: string) {
  const { uid, sequence, startsAt, endsAt } = mail.booking;
  return {
    uid,
    sequence,
    startsAt,
    endsAt,
    title: peopleOf(mail).meeting,
    description: invitationText(mail),
    location: placeText(mail),
    joinUrl: meetingLinkOf(mail).join?.href ?? null,
    organizer: { name: peopleOf(mail).host, email: from },
  };
}

/** What a calendar shows under the event: how to join and where to change the booking. */
function invitationText(mail: BookingMail): string {
  const t = textsOf(mail);
  if (mail.furtherGuest?.isRemoved) return t('calendar.removed');
  if (isOver(mail)) return t('calendar.over');
  return [howToMeet(mail, t), whereToChange(mail, t)].filter((part) => part !== '').join('\n\n');
}

function howToMeet(mail: BookingMail, t: Texts): string {
  const { join } = meetingLinkOf(mail);
  if (join !== null) return `${t('mail.label', join)}\n${join.href}`;
  if (isOnline(mail)) return mail.booking.status === 'completed' ? '' : t('calendar.link_follows');
  const number = numberToCall(mail);
  const uri = number === null ? null : telUri(number);
  return number === null || uri === null ? '' : `${t('mail.label', { label: t('calendar.call', { number }) })}\n${uri}`;
}

function whereToChange(mail: BookingMail, t: Texts): string {
  const page = webLink(mail.reader === 'guest' ? mail.links.manage : mail.links.bookingPage);
  const label = mail.reader === 'guest' ? t('calendar.change') : hostTextsOf(mail)('host.calendar.booking');
  return page === null ? '' : `${t('mail.label', { label })}\n${page}`;
}

const isOver = ({ booking }: BookingMail) => !['pending', 'confirmed', 'completed'].includes(booking.status);

/** Calendars make a link in the place clickable. */
export function placeText(mail: BookingMail): string {
  const { join, facts } = meetingLinkOf(mail);
  return join?.href ?? facts[0]?.value ?? '';
}

function readerOf(mail: BookingMail) {
  const { booking, reader } = mail;
  const { name, email } =
    reader === 'host' ? { name: booking.hostName, email: booking.hostEmail } : guestReaderOf(mail);
  return { name: shownName(name), email };
}
