import type { Wording } from '#mail/letter.ts';
import { linkName } from '#mail/meeting-link.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { capitalised } from '#mail/plain-words.ts';
import { untilStart } from '#mail/times.ts';

/** What a further guest is told. @throws TypeError for kinds that are not theirs */
export function furtherGuestWording(mail: BookingMail, { now }: MailContext): Wording {
  const { host, guest, title } = peopleOf(mail);
  const entry = mail.attachInvite;
  const words: Partial<Record<BookingMailKind, () => Wording>> = {
    confirmed: () => ({
      tone: 'good',
      badge: 'Invitation',
      heading: `You’re meeting ${host}`,
      sentences: [`${guest} added you to “${title}”.${entry ? ' A calendar invitation is attached.' : ''}`],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: 'Rescheduled',
      heading: `The meeting with ${host} has been rescheduled`,
      sentences: [
        `${mover(mail)} rescheduled “${title}”.${entry ? ' The attached invitation updates your calendar.' : ''}`,
      ],
    }),
    cancelled: () => (mail.furtherGuest?.isRemoved ? removed(mail) : cancelled(mail)),
    reminder: () => ({
      tone: 'good',
      badge: 'Reminder',
      heading: `The meeting with ${host} starts ${untilStart(mail.booking.startsAt, now)}`,
      sentences: [`This is a reminder of “${title}”.`],
    }),
    link_ready: () => ({
      tone: 'good',
      badge: capitalised(linkName(mail)),
      heading: 'The meeting link is ready',
      sentences: [`Here’s the link for “${title}” with ${host}. The time hasn’t changed.`],
    }),
  };
  const say = words[mail.kind];
  if (say === undefined) throw new TypeError('this kind of mail is for guest and host only');
  return say();
}

function cancelled(mail: BookingMail): Wording {
  const { host, title } = peopleOf(mail);
  return {
    tone: 'ended',
    badge: 'Cancelled',
    heading: `The meeting with ${host} has been cancelled`,
    sentences: [`“${title}” won’t take place.${leavesCalendar(mail)}`],
  };
}

function removed(mail: BookingMail): Wording {
  const { host, title } = peopleOf(mail);
  return {
    tone: 'ended',
    badge: 'Removed',
    heading: `You’re no longer invited to the meeting with ${host}`,
    sentences: [`${host} removed you from “${title}”, and we’ve erased your address.${leavesCalendar(mail)}`],
  };
}

const leavesCalendar = ({ attachInvite }: BookingMail) =>
  attachInvite ? ' The attached file removes it from your calendar.' : '';

const mover = (mail: BookingMail) => (mail.booking.by === 'guest' ? peopleOf(mail).guest : peopleOf(mail).host);
