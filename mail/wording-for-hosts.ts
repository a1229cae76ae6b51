import { changeWording } from '#mail/wording-for-changes.ts';
import type { Wording } from '#mail/letter.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { oneLine } from '#mail/plain-words.ts';
import { momentOf, untilStart } from '#mail/times.ts';
import { proposalWordings } from '#mail/wording-for-proposals.ts';

/** What the host is told. */
export function hostWording(mail: BookingMail, { now }: MailContext): Wording {
  const { booking } = mail;
  const { guest, title } = peopleOf(mail);
  const label = oneLine(booking.location.label) || 'meeting';
  const words: Record<BookingMailKind, () => Wording> = {
    confirmed: () => ({
      tone: 'good',
      badge: booking.requiresConfirmation ? 'Confirmed' : 'New booking',
      heading: `You are meeting ${guest}`,
      sentences: [
        booking.requiresConfirmation
          ? `You confirmed “${title}”. ${guest} has been told.`
          : `${guest} booked “${title}” with you.`,
      ],
    }),
    pending: () => ({
      tone: 'waiting',
      badge: 'Please confirm',
      heading: `${guest} asks for ${booking.previousStartsAt === null ? 'a meeting' : 'another time'}`,
      sentences: [`${askedBy(mail, guest, title)} ${confirmBy(mail)}`],
    }),
    declined: () => ({
      tone: 'ended',
      badge: 'Declined',
      heading: `You declined ${guest}’s request`,
      sentences: [`${guest} has been told, and the time is free again.`],
    }),
    expired: () => ({
      tone: 'ended',
      badge: 'Not confirmed',
      heading: `${guest}’s request has run out`,
      sentences: [`It was not confirmed in time. The time is free again, and ${guest} has been told.`],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: 'Rescheduled',
      heading: `${title} has a new time`,
      sentences: [movedBy(mail, guest, label)],
    }),
    cancelled: () => ({
      tone: 'ended',
      badge: 'Cancelled',
      heading: `Your meeting with ${guest} is cancelled`,
      sentences: [`${cancelledBy(mail, guest, label)} The time is free again.`],
    }),
    reminder: () => ({
      tone: 'good',
      badge: 'Reminder',
      heading: `Your meeting with ${guest} starts ${untilStart(booking.startsAt, now)}`,
      sentences: [`This is a reminder of “${title}”.`],
    }),
    link_ready: () => ({
      tone: 'good',
      badge: `${label} link`,
      heading: `The ${label} link for ${guest} is ready`,
      sentences: [`It is saved on the booking, and ${guest} gets it by mail too.`],
    }),
    link_missing: () => ({
      tone: 'waiting',
      badge: 'No link',
      heading: `${guest}’s booking has no ${label} link`,
      sentences: [`This is about “${title}”. ${guest} knows that the link is still to come.`],
    }),
    changed_at_provider: () => changeWording(booking, guest, label),
    ...proposalWordings(mail),
  };
  return words[mail.kind]();
}

function askedBy({ booking }: BookingMail, guest: string, title: string): string {
  if (booking.previousStartsAt === null) return `${guest} would like to book “${title}”.`;
  return booking.by === 'host'
    ? `You moved ${guest}’s request for “${title}”.`
    : `${guest} would like to move “${title}”.`;
}

function confirmBy({ booking }: BookingMail): string {
  if (booking.holdEndsAt === null) return 'Please confirm or decline.';
  return `Please confirm or decline by ${momentOf(booking.holdEndsAt, booking.readerTimeZone)}; after that the time is given free.`;
}

function movedBy({ booking }: BookingMail, guest: string, label: string): string {
  if (booking.isAgreed) return `You confirmed the time ${guest} asked for, and ${guest} has been told.`;
  if (booking.by === 'guest') return `${guest} moved the meeting.`;
  if (booking.by === 'provider')
    return `The meeting was moved in ${label}; the booking followed, and ${guest} has been told.`;
  return `You moved the meeting, and ${guest} has been told.`;
}

function cancelledBy({ booking }: BookingMail, guest: string, label: string): string {
  if (booking.by === 'guest') return `${guest} cancelled this booking.`;
  if (booking.by === 'provider')
    return `The meeting was deleted in ${label}, so the booking was cancelled and ${guest} told.`;
  if (booking.by === 'host') return `You cancelled this booking, and ${guest} has been told.`;
  return `This booking was cancelled, and ${guest} has been told.`;
}
