import { changeWording } from '#mail/wording-for-changes.ts';
import type { Wording } from '#mail/letter.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { linkName } from '#mail/meeting-link.ts';
import { peopleOf } from '#mail/people.ts';
import { capitalised, oneLine } from '#mail/plain-words.ts';
import { momentOf, untilStart } from '#mail/times.ts';
import { proposalWordings } from '#mail/wording-for-proposals.ts';

/** What the host is told. */
export function hostWording(mail: BookingMail, { now }: MailContext): Wording {
  const { booking } = mail;
  const { guest, title } = peopleOf(mail);
  const label = oneLine(booking.location.label) || 'meeting';
  const wasAsked = booking.requiresConfirmation && booking.bookedBy === 'guest';
  const words: Record<BookingMailKind, () => Wording> = {
    confirmed: () => ({
      tone: 'good',
      badge: wasAsked ? 'Confirmed' : 'New booking',
      heading: `You’re meeting ${guest}`,
      sentences: [wasAsked ? `You confirmed “${title}”, and we’ve let ${guest} know.` : bookedBy(mail, guest, title)],
    }),
    pending: () => ({
      tone: 'waiting',
      badge: 'Please confirm',
      heading: booking.previousStartsAt === null ? `New request from ${guest}` : `${guest} asks for another time`,
      sentences: [`${askedBy(mail, guest, title)} ${confirmBy(mail)}`],
    }),
    declined: () => ({
      tone: 'ended',
      badge: 'Declined',
      heading: `You declined ${guest}’s request`,
      sentences: [`We’ve let ${guest} know, and the slot is open again.`],
    }),
    expired: () => ({
      tone: 'ended',
      badge: 'Not confirmed',
      heading: `${guest}’s request expired`,
      sentences: [`You didn’t confirm it in time. The slot is open again, and we’ve let ${guest} know.`],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: 'Rescheduled',
      heading: `${title} has been rescheduled`,
      sentences: [movedBy(mail, guest, label)],
    }),
    cancelled: () => ({
      tone: 'ended',
      badge: 'Cancelled',
      heading: `Your meeting with ${guest} has been cancelled`,
      sentences: [`${cancelledBy(mail, guest, label)} The slot is open again.`],
    }),
    reminder: () => ({
      tone: 'good',
      badge: 'Reminder',
      heading: `Your meeting with ${guest} starts ${untilStart(booking.startsAt, now)}`,
      sentences: [`This is a reminder of “${title}”.`],
    }),
    link_ready: () => ({
      tone: 'good',
      badge: capitalised(linkName(mail)),
      heading: `The ${linkName(mail)} for ${guest} is ready`,
      sentences: [`It’s saved on the booking, and we’re emailing it to ${guest} too.`],
    }),
    link_missing: () => ({
      tone: 'waiting',
      badge: 'No link',
      heading: `${guest}’s booking has no ${label} link`,
      sentences: [`This is about “${title}”. We’ve told ${guest} that the link will follow.`],
    }),
    changed_at_provider: () => changeWording(booking, guest, label),
    reschedule_asked: onlyForGuests,
    ...proposalWordings(mail),
  };
  return words[mail.kind]();
}

const bookedBy = ({ booking }: BookingMail, guest: string, title: string): string =>
  booking.bookedBy === 'host'
    ? `You booked “${title}” for ${guest}, and we’ve let ${guest} know.`
    : `${guest} booked “${title}” with you.`;

function onlyForGuests(): never {
  throw new TypeError('this kind of mail is for guests only');
}

function askedBy({ booking }: BookingMail, guest: string, title: string): string {
  if (booking.previousStartsAt === null) return `${guest} would like to book “${title}”.`;
  return booking.by === 'host'
    ? `You rescheduled ${guest}’s request for “${title}”.`
    : `${guest} would like to reschedule “${title}”.`;
}

function confirmBy({ booking }: BookingMail): string {
  if (booking.holdEndsAt === null) return 'Please confirm or decline.';
  return `Please confirm or decline by ${momentOf(booking.holdEndsAt, booking)}; after that the slot is released.`;
}

function movedBy({ booking }: BookingMail, guest: string, label: string): string {
  if (booking.isAgreed) return `You confirmed the time ${guest} asked for, and we’ve let ${guest} know.`;
  if (booking.by === 'guest') return `${guest} rescheduled the meeting.`;
  if (booking.by === 'provider')
    return `The meeting was moved in ${label}, so we rescheduled the booking and let ${guest} know.`;
  return `You rescheduled the meeting, and we’ve let ${guest} know.`;
}

function cancelledBy({ booking }: BookingMail, guest: string, label: string): string {
  if (booking.by === 'guest') return `${guest} cancelled this booking.`;
  if (booking.by === 'provider')
    return `The meeting was deleted in ${label}, so we cancelled the booking and let ${guest} know.`;
  if (booking.by === 'host') return `You cancelled this booking, and we’ve let ${guest} know.`;
  return `This booking was cancelled, and we’ve let ${guest} know.`;
}
